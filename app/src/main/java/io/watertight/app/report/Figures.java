package io.watertight.app.report;

import java.util.Locale;

/** Numbers of a regression sheet: five significant digits, and probabilities as people quote them. */
final class Figures {

    private Figures() {}

    /** {@code 37.285}, {@code -0.0031773}, {@code 1.8814e+13}. */
    static String of(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "-infinite";
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-4 || size >= 1e9) {
            return String.format(Locale.ENGLISH, "%.4e", value);
        }
        int decimals = Math.max(0, 4 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ENGLISH, "%." + decimals + "f", value);
    }

    /** {@code 0.0015}, {@code 1.3e-10}, {@code < 1e-16}. */
    static String probability(double p) {
        if (Double.isNaN(p)) {
            return "-";
        }
        if (p < 1e-16) {
            return "< 1e-16";
        }
        return p < 1e-4 ? String.format(Locale.ENGLISH, "%.1e", p) : String.format(Locale.ENGLISH, "%.4f", p);
    }

    /** {@code p = 0.0015}, {@code p < 1e-16}. */
    static String equalsProbability(double p) {
        String text = probability(p);
        return text.startsWith("<") ? "p " + text : "p = " + text;
    }

    /** Shares of a variance and the like: {@code 0.827}; what is nearly 1 keeps its difference. */
    static String share(double share) {
        boolean nearlyAll = share < 1 && share > 0.9995;
        return nearlyAll
                ? String.format(Locale.ENGLISH, "1 - %.1e", 1 - share)
                : String.format(Locale.ENGLISH, "%.4f", share);
    }
}
