package io.watertight.ml.regression;

import java.util.Optional;

/**
 * One line of the table of coefficients.
 *
 * @param term what it belongs to
 * @param estimate change of the target by a unit of the column, all others held
 * @param classical what the usual standard error says, which supposes one variance for all rows
 * @param robust what a robust one says, if asked for
 * @param inflation variance inflation factor, NaN for the intercept
 */
public record Coefficient(
        Term term, double estimate, Inference classical, Optional<Inference> robust, double inflation) {}
