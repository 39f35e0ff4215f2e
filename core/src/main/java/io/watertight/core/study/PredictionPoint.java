package io.watertight.core.study;

import java.util.Optional;

/**
 * The moment a prediction is made for a row.
 *
 * @param column the time column that holds it
 * @param lag time added to the column's value
 */
public record PredictionPoint(String column, Optional<Lag> lag) {

    /** Reads {@code admitted} or {@code admitted+24h}; a plus sign that no length of time follows belongs to the name. */
    public static PredictionPoint parse(String text) {
        int plus = text.lastIndexOf('+');
        if (plus > 0 && Lag.isLag(text.substring(plus + 1))) {
            return new PredictionPoint(text.substring(0, plus), Optional.of(Lag.parse(text.substring(plus + 1))));
        }
        return new PredictionPoint(text, Optional.empty());
    }

    @Override
    public String toString() {
        return lag.map(wait -> column + "+" + wait).orElse(column);
    }
}
