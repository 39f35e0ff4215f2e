package io.watertight.engine.internal.read;

import io.watertight.core.study.ColumnType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides from counts over all cells how a column is read.
 *
 * @param name the column
 * @param table where it comes from
 * @param numbers the first scan
 * @param words the second scan, empty if the first one settled it
 * @param forms the third scan
 */
record TypeDecision(String name, TextTable table, NumberCounts numbers, Optional<WordCounts> words, FormCounts forms) {

    /** A column is numbers or dates if at least this share of its present cells are; the other cells are then missing. */
    static final double MOSTLY = 0.99;

    /** Leading zeros in more of the cells make codes of numbers. */
    private static final double CODES = 0.01;

    /** Tells t, true, f and false apart, in letters of either size; comparing costs less than spelling words. */
    private static final String FIRST_LETTER =
            "CASE WHEN {} < 'G' THEN false WHEN {} < 'U' THEN true WHEN {} < 'g' THEN false WHEN {} >= 'g' THEN true END";

    static final double LARGEST_LONG = 9.2e18;

    /** Up to here a double tells all whole numbers apart. */
    static final double LARGEST_EXACT = 9_007_199_254_740_992.0;

    /** Cells that are not missing. */
    long present() {
        return words.map(WordCounts::present).orElse(numbers.filled());
    }

    ColumnPlan infer() {
        if (words.isEmpty() && numbers.allNumbers()) {
            return isCode(numbers.filled(), numbers.minimum(), numbers.maximum(), numbers.whole())
                    ? text()
                    : plain(numbers.minimum(), numbers.maximum(), numbers.whole(), "{}");
        }
        if (words.isEmpty() || words.get().present() == 0) {
            return text();
        }
        WordCounts counts = words.get();
        if (counts.allTruths()) {
            return truth();
        }
        Optional<NumberForm> form = bestNumber();
        if (form.isPresent() && fits(forms.numbers().getOrDefault(form.get(), 0L))) {
            return formed(form.get());
        }
        if (counts.numbers() > counts.infinite() && fits(counts.numbers() + counts.infinite())) {
            return isCode(counts.present(), counts.minimum(), counts.maximum(), counts.whole())
                    ? text()
                    : plain(counts.minimum(), counts.maximum(), counts.whole(), "trim({})");
        }
        return time().filter(best -> fits(forms.times().getOrDefault(best, 0L)))
                .filter(best -> !isAmbiguous(best))
                .map(this::timed)
                .orElseGet(this::text);
    }

    ColumnPlan declared(ColumnType type) {
        return switch (type) {
            case TEXT -> text();
            case BOOLEAN -> truth();
            case TIME -> timed(time().orElse(TimeForm.ALL.get(1)));
            case NUMBER -> {
                boolean known = words.isPresent() && words.get().numbers() > 0;
                double minimum = known ? words.get().minimum() : numbers.minimum();
                double maximum = known ? words.get().maximum() : numbers.maximum();
                boolean whole = known ? words.get().whole() : numbers.allNumbers() && numbers.whole();
                yield bestNumber()
                        .filter(form -> forms.numbers().getOrDefault(form, 0L)
                                > words.map(WordCounts::numbers).orElse(0L))
                        .map(this::formed)
                        .orElseGet(() -> plain(minimum, maximum, whole, "trim({})"));
            }
            case OTHER -> new ColumnPlan(name, type, false, "{}", "{}");
        };
    }

    /** Cells that the plan makes missing because no finite number is in them. */
    long infinite(ColumnPlan plan) {
        return plan.type() == ColumnType.NUMBER
                ? words.map(WordCounts::infinite).orElse(0L)
                : 0;
    }

    /** Cells that the plan makes missing though they are not spelt as missing. */
    long misfits(ColumnPlan plan) {
        if (plan.type() != ColumnType.NUMBER && plan.type() != ColumnType.TIME) {
            return 0;
        }
        long fitting = plan.type() == ColumnType.TIME
                ? time().map(best -> forms.times().getOrDefault(best, 0L)).orElse(0L)
                : Math.max(
                        words.map(counts -> counts.numbers() + counts.infinite())
                                .orElse(numbers.numbers()),
                        bestNumber()
                                .map(best -> forms.numbers().getOrDefault(best, 0L))
                                .orElse(0L));
        return Math.max(0, present() - fitting);
    }

    /** How the column's dates order day and month, when they can be read in one way only. */
    Optional<TimeForm> ordered() {
        return time().filter(best -> fits(forms.times().getOrDefault(best, 0L)))
                .filter(TimeForm::isOrdered)
                .filter(best -> !isAmbiguous(best));
    }

    /** Ambiguous dates read in the order that another column settles. */
    Optional<ColumnPlan> settled(boolean dayFirst) {
        return ambiguous()
                .flatMap(best -> forms.times().keySet().stream()
                        .filter(form -> form.dayFirst() == dayFirst && (form.equals(best) || form.isTwinOf(best)))
                        .findFirst()
                        .map(this::timed));
    }

    /** The two readings of dates such as 01/02/2024, when every cell fits both. */
    Optional<TimeForm> ambiguous() {
        return time().filter(best -> fits(forms.times().getOrDefault(best, 0L))).filter(this::isAmbiguous);
    }

    private boolean isAmbiguous(TimeForm best) {
        long count = forms.times().getOrDefault(best, 0L);
        return forms.times().entrySet().stream()
                .anyMatch(other -> other.getKey().isTwinOf(best) && other.getValue() == count);
    }

    private boolean fits(long count) {
        return count > 0 && count >= MOSTLY * present();
    }

    /** Whether whole numbers are rather codes: they begin with zeros, or are too long to be numbers. */
    private boolean isCode(long present, double minimum, double maximum, boolean whole) {
        if (!whole) {
            return false;
        }
        boolean long64 = Math.max(Math.abs(minimum), Math.abs(maximum)) < LARGEST_LONG;
        boolean zeros = numbers.leadingZeros() > 0
                && (numbers.leadingZeros() > CODES * present || numbers.shortest() == numbers.longest());
        return zeros || (!long64 && numbers.longest() < 40 && numbers.longest() >= 19);
    }

    private Optional<NumberForm> bestNumber() {
        Comparator<Map.Entry<NumberForm, Long>> byCount = Map.Entry.comparingByValue();
        return forms.numbers().entrySet().stream()
                .max(byCount.thenComparing(entry -> entry.getKey() == NumberForm.DECIMAL_COMMA && table.decimalComma())
                        .thenComparing(entry -> entry.getKey(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    private Optional<TimeForm> time() {
        return forms.times().entrySet().stream()
                .max(Map.Entry.<TimeForm, Long>comparingByValue()
                        .thenComparing(entry -> -TimeForm.ALL.indexOf(entry.getKey())))
                .map(Map.Entry::getKey);
    }

    private ColumnPlan plain(double minimum, double maximum, boolean whole, String cell) {
        double largest = Math.max(Math.abs(minimum), Math.abs(maximum));
        String real = "TRY_CAST(" + cell + " AS DOUBLE)";
        String finite = "CASE WHEN isfinite(" + real + ") THEN " + real + " END";
        String careful = "CASE WHEN isfinite(TRY_CAST(trim({}) AS DOUBLE)) THEN TRY_CAST(trim({}) AS DOUBLE) END";
        if (whole && largest < LARGEST_LONG) {
            boolean exact = largest <= LARGEST_EXACT && words.isPresent();
            return new ColumnPlan(
                    name,
                    ColumnType.NUMBER,
                    true,
                    "TRY_CAST(" + (exact ? real : cell) + " AS BIGINT)",
                    largest <= LARGEST_EXACT ? careful : "TRY_CAST(trim({}) AS BIGINT)");
        }
        return new ColumnPlan(name, ColumnType.NUMBER, false, words.isPresent() ? finite : real, careful);
    }

    private ColumnPlan formed(NumberForm form) {
        String value = form.value("trim({})");
        return new ColumnPlan(name, ColumnType.NUMBER, false, value, value);
    }

    private ColumnPlan timed(TimeForm form) {
        String value = form.value("trim({})");
        boolean all = isClean() && forms.times().getOrDefault(form, 0L) == present();
        return new ColumnPlan(name, ColumnType.TIME, false, all ? form.bareValue("{}") : value, value);
    }

    /** Whether no cell has blanks around it or is a spelling of missing, so that a plan may take cells as they are. */
    private boolean isClean() {
        return words.map(counts -> !counts.padded() && counts.present() == numbers.filled())
                .orElse(false);
    }

    private ColumnPlan truth() {
        String word = "lower(trim({}))";
        String value = "CASE WHEN " + WordList.holds(List.of("true", "t", "yes", "y", "1"), word) + " THEN true WHEN "
                + WordList.holds(List.of("false", "f", "no", "n", "0"), word) + " THEN false END";
        boolean letters = isClean() && words.map(WordCounts::allTruths).orElse(false);
        return new ColumnPlan(name, ColumnType.BOOLEAN, false, letters ? FIRST_LETTER : value, value);
    }

    private ColumnPlan text() {
        String careful = Missing.blanked("trim({})", table.missingWords());
        boolean padded = words.map(WordCounts::padded).orElse(true);
        boolean missing = words.map(counts -> counts.always() > 0).orElse(true);
        String lean = missing ? careful : padded ? "trim({})" : "{}";
        return new ColumnPlan(name, ColumnType.TEXT, false, lean, careful);
    }
}
