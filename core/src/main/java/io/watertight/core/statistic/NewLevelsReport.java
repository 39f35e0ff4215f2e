package io.watertight.core.statistic;

import java.util.List;

/**
 * The answer to {@link NewLevels}.
 *
 * @param testLevels distinct values in test rows
 * @param newLevels of these, not in training
 * @param newRows test rows that hold one
 * @param testRows test rows with a value
 * @param texts up to ten new values (cell values: shown only when the user allows it)
 */
public record NewLevelsReport(long testLevels, long newLevels, long newRows, long testRows, List<String> texts) {

    public NewLevelsReport {
        texts = List.copyOf(texts);
    }
}
