package io.watertight.ml.regression;

/**
 * A column that was not fitted.
 *
 * @param column its name
 * @param reason why, as the rest of a sentence that begins with the name
 */
public record LeftOut(String column, String reason) {}
