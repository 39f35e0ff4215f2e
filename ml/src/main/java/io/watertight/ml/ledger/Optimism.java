package io.watertight.ml.ledger;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import org.hipparchus.special.Erf;

/**
 * How much the best of several scores on one test set may owe to luck.
 *
 * @param looks times that the set was assessed
 * @param choices different models among them: the same model again is no further choice
 * @param standardError of the measure on this set; the largest one known
 */
public record Optimism(int looks, int choices, OptionalDouble standardError) {

    /** Beyond so many standard errors the integrand is below the precision of a double, for any number of draws. */
    private static final double FAR = 10;

    private static final int STEPS = 4000;

    /**
     * What picking the best of all choices adds at most on average, in units of the measure: standardError * sqrt(2 ln choices), the bound
     * for the expected maximum of (dependent or independent) Gaussians (Boucheron, Lugosi and Massart, "Concentration
     * Inequalities", 2013, section 2.5). 0 for one choice.
     */
    public OptionalDouble bound() {
        return standardError.isPresent()
                ? OptionalDouble.of(standardError.getAsDouble() * Math.sqrt(2 * Math.log(Math.max(1, choices))))
                : OptionalDouble.empty();
    }

    /** What it adds on average if the choices' errors are independent and Gaussian; never above the bound. */
    public OptionalDouble expected() {
        return standardError.isPresent()
                ? OptionalDouble.of(standardError.getAsDouble() * expectedMaximum(Math.max(1, choices)))
                : OptionalDouble.empty();
    }

    /** The expected maximum of independent standard normal draws, by Simpson's rule, to about 1e-12. */
    public static double expectedMaximum(int draws) {
        if (draws < 1) {
            throw new IllegalArgumentException(draws + " draws have no maximum");
        }
        double step = FAR / STEPS;
        double sum = 0;
        for (int index = 0; index <= STEPS; index++) {
            double weight = index == 0 || index == STEPS ? 1 : index % 2 == 1 ? 4 : 2;
            double x = index * step;
            // E max = the integral of P(max > x) - P(max < -x) over x > 0.
            double above = -Math.expm1(draws * Math.log1p(-tail(x)));
            sum += weight * (above - Math.pow(tail(x), draws));
        }
        return sum * step / 3;
    }

    /** Chance of a standard normal above x, for x at least 0. */
    private static double tail(double x) {
        return 0.5 * Erf.erfc(x / Math.sqrt(2));
    }

    /** For a report: {@code 7 looks; picking the best of them may add up to 0.012}. */
    public String text() {
        if (looks == 0) {
            return "no looks";
        }
        String counted = looks == 1 ? "1 look" : looks + " looks";
        if (choices < looks && looks > 1) {
            counted += choices == 1 ? " at the same model" : " at " + choices + " models";
        }
        if (choices < 2) {
            return counted + "; there was nothing to pick from";
        }
        OptionalDouble bound = bound();
        return counted + "; picking the best of them may add "
                + (bound.isPresent() ? "up to " + rounded(bound.getAsDouble()) : "an unknown amount");
    }

    private static String rounded(double value) {
        return new BigDecimal(value).round(new MathContext(2)).toPlainString();
    }
}
