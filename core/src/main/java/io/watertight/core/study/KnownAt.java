package io.watertight.core.study;

import java.util.List;
import java.util.Optional;

/**
 * When a column's value is known. <em>Event</em> always means the time of the prediction point.
 *
 * @param kind the form of the answer
 * @param lag the time after the event, for {@link Kind#EVENT}
 * @param column the column that holds the time at which the value became known, for {@link Kind#COLUMN}
 */
public record KnownAt(Kind kind, Optional<Lag> lag, Optional<String> column) {

    /** The forms of known-at. */
    public enum Kind {
        ALWAYS,
        EVENT,
        COLUMN,
        AFTER_OUTCOME,
        UNKNOWN
    }

    public static final KnownAt UNKNOWN = new KnownAt(Kind.UNKNOWN, Optional.empty(), Optional.empty());
    public static final KnownAt ALWAYS = new KnownAt(Kind.ALWAYS, Optional.empty(), Optional.empty());
    public static final KnownAt EVENT = new KnownAt(Kind.EVENT, Optional.empty(), Optional.empty());
    public static final KnownAt AFTER_OUTCOME = new KnownAt(Kind.AFTER_OUTCOME, Optional.empty(), Optional.empty());

    private static final List<KnownAt> WORDS = List.of(UNKNOWN, ALWAYS, EVENT, AFTER_OUTCOME);

    /**
     * Reads {@code always}, {@code event}, {@code event+30d}, {@code after-outcome}, {@code unknown} or a column's name.
     *
     * @throws io.watertight.core.WatertightException if a lag cannot be read
     */
    public static KnownAt parse(String text) {
        String trimmed = text.strip();
        Optional<KnownAt> word =
                WORDS.stream().filter(one -> one.toString().equals(trimmed)).findFirst();
        if (word.isPresent()) {
            return word.get();
        }
        if (trimmed.startsWith("event+")) {
            Lag lag = Lag.parse(trimmed.substring("event+".length()));
            return new KnownAt(Kind.EVENT, Optional.of(lag), Optional.empty());
        }
        return new KnownAt(Kind.COLUMN, Optional.empty(), Optional.of(trimmed));
    }

    /** Whether the value is declared to be unknown at the event itself. */
    public boolean isAfterEvent() {
        return kind == Kind.AFTER_OUTCOME
                || (kind == Kind.EVENT && lag.filter(Lag::isPositive).isPresent());
    }

    @Override
    public String toString() {
        return switch (kind) {
            case ALWAYS -> "always";
            case EVENT -> lag.map(wait -> "event+" + wait).orElse("event");
            case COLUMN -> column.orElseThrow();
            case AFTER_OUTCOME -> "after-outcome";
            case UNKNOWN -> "unknown";
        };
    }
}
