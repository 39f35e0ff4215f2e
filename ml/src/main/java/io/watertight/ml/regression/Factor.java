package io.watertight.ml.regression;

import java.util.List;

/**
 * A column of words, coded as one column of zeros and ones a level but the first: each coefficient is a difference from that one
 * (treatment coding, as R's default).
 *
 * @param column its name
 * @param levels the words in alphabetical order; the first is the reference
 */
public record Factor(String column, List<String> levels) {

    public Factor {
        levels = List.copyOf(levels);
    }

    /** How the reference level is written; it is a cell value. */
    public String reference(boolean showValues) {
        return Term.levelName(levels.get(0), 1, showValues);
    }
}
