package io.watertight.engine.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many cells of a column are spelt in each form that its samples suggest: the third scan, over such columns alone.
 *
 * @param numbers cells by form
 * @param times cells by form
 */
record FormCounts(Map<NumberForm, Long> numbers, Map<TimeForm, Long> times) {

    static final FormCounts NONE = new FormCounts(Map.of(), Map.of());

    /** Samples asked about in one query. */
    private static final int SAMPLES = 300;

    FormCounts {
        numbers = Map.copyOf(numbers);
        times = Map.copyOf(times);
    }

    /** By column number; columns without a suggestion are left out. */
    static Map<Integer, FormCounts> of(Connection connection, CellPlaces places, Map<Integer, List<String>> samples)
            throws SQLException {
        Map<Integer, List<NumberForm>> numbers = new TreeMap<>();
        samples.forEach((column, cells) -> {
            List<NumberForm> forms = new ArrayList<>();
            for (NumberForm form : NumberForm.values()) {
                if (cells.stream().anyMatch(form::proposes)) {
                    forms.add(form);
                }
            }
            numbers.put(column, forms);
        });
        Map<Integer, List<TimeForm>> times = times(connection, samples);
        Map<Integer, FormCounts> counts = new TreeMap<>();
        for (int column : samples.keySet()) {
            List<NumberForm> numberForms = numbers.getOrDefault(column, List.of());
            List<TimeForm> timeForms = times.getOrDefault(column, List.of());
            if (!numberForms.isEmpty() || !timeForms.isEmpty()) {
                counts.put(column, new FormCounts(zero(numberForms), zero(timeForms)));
            }
        }
        return places.count(
                List.copyOf(counts.keySet()), (table, columns) -> counted(connection, table, columns, counts));
    }

    private static <T> Map<T, Long> zero(List<T> forms) {
        return forms.stream().collect(java.util.stream.Collectors.toMap(form -> form, form -> 0L));
    }

    /** The forms in which at least one sample of a column can be read as a time. */
    private static Map<Integer, List<TimeForm>> times(Connection connection, Map<Integer, List<String>> samples)
            throws SQLException {
        List<String> values = new ArrayList<>();
        samples.forEach((column, cells) -> cells.stream()
                .filter(cell -> cell.chars().anyMatch(Character::isDigit))
                .forEach(cell -> values.add("(" + column + ", " + Sql.literal(cell) + ")")));
        StringBuilder forms = new StringBuilder();
        TimeForm.ALL.forEach(
                form -> forms.append(", count(").append(form.value("t")).append(")"));
        Map<Integer, List<TimeForm>> found = new TreeMap<>();
        for (int begin = 0; begin < values.size(); begin += SAMPLES) {
            List<String> batch = values.subList(begin, Math.min(values.size(), begin + SAMPLES));
            String sql =
                    "SELECT c" + forms + " FROM (VALUES " + String.join(", ", batch) + ") samples(c, t) GROUP BY c";
            for (@Nullable String[] row : Sql.rows(connection, sql)) {
                List<TimeForm> met = found.computeIfAbsent((int) Cells.whole(row[0]), column -> new ArrayList<>());
                for (int form = 0; form < TimeForm.ALL.size(); form++) {
                    if (Cells.whole(row[form + 1]) > 0 && !met.contains(TimeForm.ALL.get(form))) {
                        met.add(TimeForm.ALL.get(form));
                    }
                }
            }
        }
        return found;
    }

    private static List<FormCounts> counted(
            Connection connection, TextTable table, List<Integer> columns, Map<Integer, FormCounts> suggestions)
            throws SQLException {
        List<FormCounts> result = new ArrayList<>();
        List<@Nullable String[]> answers = Cells.count(
                connection,
                batch -> table.from(),
                table.tally(),
                columns,
                column -> List.of("trim(c" + column + ") AS t" + column),
                column -> expressions(table.tally(), suggestions.getOrDefault(column, NONE), "t" + column));
        for (int index = 0; index < columns.size(); index++) {
            FormCounts suggestion = suggestions.getOrDefault(columns.get(index), NONE);
            result.add(suggestion.with(answers.get(index)));
        }
        return result;
    }

    private static List<String> expressions(Tally tally, FormCounts forms, String text) {
        List<String> counts = new ArrayList<>();
        forms.numberForms().forEach(form -> counts.add(tally.of("(" + form.value(text) + ")")));
        forms.timeForms().forEach(form -> counts.add(tally.of("(" + form.value(text) + ")")));
        return counts;
    }

    private FormCounts with(@Nullable String[] answer) {
        Map<NumberForm, Long> numberCounts = new java.util.HashMap<>();
        Map<TimeForm, Long> timeCounts = new java.util.HashMap<>();
        int place = 0;
        for (NumberForm form : numberForms()) {
            numberCounts.put(form, Cells.whole(answer[place++]));
        }
        for (TimeForm form : timeForms()) {
            timeCounts.put(form, Cells.whole(answer[place++]));
        }
        return new FormCounts(numberCounts, timeCounts);
    }

    private List<NumberForm> numberForms() {
        return numbers.keySet().stream().sorted().toList();
    }

    private List<TimeForm> timeForms() {
        return TimeForm.ALL.stream().filter(times::containsKey).toList();
    }
}
