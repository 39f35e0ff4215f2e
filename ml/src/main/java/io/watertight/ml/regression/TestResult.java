package io.watertight.ml.regression;

/**
 * A statistic and how often chance alone exceeds it.
 *
 * @param statistic its value
 * @param freedom degrees of freedom of its chi-squared distribution
 * @param p upper tail probability
 */
public record TestResult(double statistic, int freedom, double p) {

    static TestResult chiSquared(double statistic, int freedom) {
        return new TestResult(statistic, freedom, Probability.upperChiSquared(statistic, freedom));
    }
}
