package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.StudyFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What an answer means as declarations. A question comes with flags that answer it: of each column, the first says yes and the
 * second no; of other flags, the first says yes and "no" declares nothing.
 *
 * @param knownAt by column
 * @param values by key of the study file
 */
record Answer(Map<String, KnownAt> knownAt, Map<String, String> values) {

    private static final String KNOWN_AT = "--known-at ";

    /** Keys that may have several values. */
    private static final Set<String> LISTS = Set.of("id", "group", "time", "ignore", "features", "test");

    /** Flags whose key in the study file has another name. */
    private static final Map<String, String> KEYS = Map.of("split-column", "split");

    /**
     * Reads an answer.
     *
     * @param known every column of the table
     * @throws WatertightException if the question has no such answer
     */
    static Answer to(LastRun.Asked question, String answer, List<String> known) {
        String word = answer.strip().toLowerCase(Locale.ROOT);
        boolean yes = List.of("yes", "y", "true").contains(word);
        boolean no = List.of("no", "n", "false").contains(word);
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Map<String, List<String>> flags = new LinkedHashMap<>();
        for (String flag : question.answers()) {
            if (flag.startsWith(KNOWN_AT) && flag.contains("=")) {
                String pair = flag.substring(KNOWN_AT.length());
                columns.computeIfAbsent(unquoted(pair.substring(0, pair.lastIndexOf('='))), key -> new ArrayList<>())
                        .add(pair.substring(pair.lastIndexOf('=') + 1));
            } else if (flag.startsWith("--") && flag.contains(" ")) {
                String key = flag.substring(2, flag.indexOf(' '));
                List<String> offered = List.of(
                        unquoted(flag.substring(flag.indexOf(' ') + 1).strip()).split("\\|", -1));
                flags.computeIfAbsent(KEYS.getOrDefault(key, key), any -> new ArrayList<>())
                        .addAll(offered);
            }
        }
        if (yes || no) {
            return plain(columns, flags, yes, question);
        }
        Map<String, KnownAt> knownAt = new LinkedHashMap<>();
        KnownAt when = KnownAt.parse(answer.strip());
        if (!columns.isEmpty()
                && when.column().filter(column -> !known.contains(column)).isPresent()) {
            throw new WatertightException(
                    "'" + answer + "' does not answer: " + question.text(),
                    "answer yes, no, always, event, event+30d, after-outcome, or a time column");
        }
        columns.keySet().forEach(column -> knownAt.put(column, when));
        Map<String, String> values = new LinkedHashMap<>();
        if (columns.isEmpty()) {
            String key = flags.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(answer.strip()))
                    .findFirst()
                    .or(() -> flags.entrySet().stream().findFirst())
                    .map(Map.Entry::getKey)
                    .orElseThrow(() -> new WatertightException(
                            "'" + answer + "' does not answer: " + question.text(), "answer yes or no"));
            values.put(key, answer.strip());
        }
        return new Answer(knownAt, values);
    }

    /** Whether yes and no cannot answer the question, because it offers several values. */
    static boolean offersChoice(LastRun.Asked question) {
        return question.answers().stream().anyMatch(flag -> !flag.startsWith(KNOWN_AT) && flag.contains("|"));
    }

    private static Answer plain(
            Map<String, List<String>> columns, Map<String, List<String>> flags, boolean yes, LastRun.Asked question) {
        Map<String, KnownAt> knownAt = new LinkedHashMap<>();
        columns.forEach((column, offered) -> {
            if (yes || offered.size() > 1) {
                knownAt.put(column, KnownAt.parse(offered.get(yes ? 0 : 1)));
            }
        });
        Map<String, String> values = new LinkedHashMap<>();
        flags.forEach((key, offered) -> {
            if (offered.size() > 1) {
                throw new WatertightException(
                        "Question '" + question.text() + "' offers several answers: " + String.join(", ", offered)
                                + ".",
                        "give one of them instead of " + (yes ? "yes" : "no"));
            }
            if (yes) {
                values.put(key, offered.get(0));
            }
        });
        return new Answer(knownAt, values);
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("'") && text.endsWith("'")
                ? text.substring(1, text.length() - 1).replace("'\\''", "'")
                : text;
    }

    StudyFile applyTo(StudyFile file) {
        StudyFile result = file;
        for (Map.Entry<String, KnownAt> entry : knownAt.entrySet()) {
            result = result.know(entry.getKey(), entry.getValue());
        }
        for (Map.Entry<String, String> entry : values.entrySet()) {
            result = LISTS.contains(entry.getKey())
                    ? result.add(entry.getKey(), entry.getValue())
                    : result.set(entry.getKey(), entry.getValue());
        }
        return result;
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        knownAt.forEach((column, known) -> lines.add(column + " is known: " + known));
        values.forEach((key, value) -> lines.add(key + " is " + value));
        return lines.isEmpty() ? "the answer alone; it declares nothing" : String.join(", ", lines);
    }
}
