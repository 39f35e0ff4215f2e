package io.watertight.ml.regression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A column without a coefficient of its own, because columns before it determine it.
 *
 * @param term the column
 * @param combination the columns before it and their weights that add up to it; empty for a column of zeros
 */
public record Aliased(Term term, Map<Term, Double> combination) {

    public Aliased {
        combination = Collections.unmodifiableMap(new LinkedHashMap<>(combination));
    }
}
