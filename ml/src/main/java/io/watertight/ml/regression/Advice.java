package io.watertight.ml.regression;

import java.util.List;

/**
 * What to try next.
 *
 * @param scheme how it was measured: the folds, in words
 * @param rSquared out-of-fold R2 of the regression as it is
 * @param suggestions one a step, in their order
 */
public record Advice(String scheme, double rSquared, List<Suggestion> suggestions) {

    public Advice {
        suggestions = List.copyOf(suggestions);
    }
}
