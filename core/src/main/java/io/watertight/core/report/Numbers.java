package io.watertight.core.report;

import java.util.List;
import java.util.Locale;

/** Numbers as people read them; English, whatever the machine's language, so that reports can be compared. */
public final class Numbers {

    private Numbers() {}

    /** {@code 1,319}. */
    public static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** {@code 20.8 %}; {@code < 0.1 %} rather than a zero that is none. */
    public static String share(double share) {
        if (Double.isNaN(share)) {
            return "?";
        }
        if (share > 0 && share < 0.001) {
            return "< 0.1 %";
        }
        if (share < 1 && share > 0.999) {
            return "> 99.9 %";
        }
        String text = String.format(Locale.ENGLISH, "%.1f", 100 * share);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
    }

    /** About three significant digits: {@code 0.984}, {@code 1,319}, {@code 1.2e-07}. */
    public static String measured(double value) {
        if (Double.isNaN(value)) {
            return "not measured";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "minus infinite";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15) {
            return count((long) value);
        }
        if (size < 0.001 || size >= 1e15) {
            return String.format(Locale.ENGLISH, "%.1e", value);
        }
        int decimals = size < 10 ? 3 : size < 1000 ? 1 : 0;
        // 0.99996 is not 1: the difference is what such numbers are about.
        while (size < 10 && decimals < 6 && Math.abs(value - Math.rint(value)) < 0.5 * Math.pow(10, -decimals)) {
            decimals++;
        }
        return String.format(Locale.ENGLISH, "%,." + decimals + "f", value);
    }

    /** A fact of the evidence: numbers as {@link #measured}, all else as its text. */
    public static String fact(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return measured(((Number) value).doubleValue());
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return count(((Number) value).longValue());
        }
        return value.toString();
    }

    /** {@code 0.1 s}, {@code 74 s}. */
    public static String seconds(double seconds) {
        return String.format(Locale.ENGLISH, seconds < 10 ? "%.1f s" : "%,.0f s", seconds);
    }

    /** {@code 1-3, 5} of ascending numbers; {@code 1 and 2} of two. */
    public static String ranges(List<Integer> numbers) {
        if (numbers.size() == 2) {
            return numbers.get(0) + " and " + numbers.get(1);
        }
        StringBuilder text = new StringBuilder();
        for (int start = 0; start < numbers.size(); ) {
            int end = start;
            while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
                end++;
            }
            text.append(text.length() == 0 ? "" : ", ").append(numbers.get(start));
            if (end > start) {
                text.append(end == start + 1 ? ", " : "-").append(numbers.get(end));
            }
            start = end + 1;
        }
        return text.toString();
    }

    /** {@code 1 question}, {@code 3 questions}. */
    public static String of(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
