package io.watertight.ml.regression;

import io.watertight.core.report.ClassNames;
import java.util.Optional;

/**
 * What a coefficient belongs to.
 *
 * @param column the column of the table
 * @param level for a column of words: the word this coefficient compares with the reference level
 * @param position the level's place among the column's levels in alphabetical order, from 1; 0 without a level
 */
public record Term(String column, Optional<String> level, int position) {

    public static final Term INTERCEPT = new Term("(intercept)", Optional.empty(), 0);

    public static Term of(String column) {
        return new Term(column, Optional.empty(), 0);
    }

    public static Term of(String column, String level, int position) {
        return new Term(column, Optional.of(level), position);
    }

    public boolean isIntercept() {
        return equals(INTERCEPT);
    }

    /** Column and level; a level is a cell value, and stays a number unless it says nothing about anybody. */
    public String name(boolean showValues) {
        return level.map(word -> column + "[" + levelName(word, position, showValues) + "]")
                .orElse(column);
    }

    /** How a level is written. */
    static String levelName(String word, int position, boolean showValues) {
        return showValues || ClassNames.isCommon(word) ? word : "level " + position;
    }
}
