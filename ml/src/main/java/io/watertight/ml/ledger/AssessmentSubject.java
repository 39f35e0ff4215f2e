package io.watertight.ml.ledger;

import io.watertight.core.WatertightException;
import java.util.regex.Pattern;

/**
 * What is scored in one look.
 *
 * @param hash SHA-256 of the model or of its scores, 64 lower-case hexadecimal digits: the same model again is no other choice
 * @param measure the measure's name, e.g. {@code auc}
 * @param note what a person wants to remember about it; may be empty
 */
public record AssessmentSubject(String hash, String measure, String note) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public AssessmentSubject {
        if (!SHA_256.matcher(hash).matches()) {
            throw new IllegalArgumentException("'" + hash + "' is not a SHA-256 in lower-case hexadecimal");
        }
        if (measure.isBlank()) {
            throw new WatertightException("An assessment needs a measure.", "name it, for example auc");
        }
    }
}
