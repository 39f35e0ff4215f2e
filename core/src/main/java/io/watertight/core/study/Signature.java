package io.watertight.core.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who answered a question and when, and what was asked: a fingerprint alone tells a later reader nothing.
 *
 * @param by who, if known
 * @param on the day, if known
 * @param question as it was asked, if known
 * @param columns columns it was about, may be none
 */
public record Signature(Optional<String> by, Optional<LocalDate> on, Optional<String> question, List<String> columns) {

    /** An answer of which nothing is known but what it says. */
    public static final Signature NONE = new Signature(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Signature {
        columns = List.copyOf(columns);
    }

    /** A question that somebody answered on a day. */
    public static Signature of(Optional<String> by, LocalDate on, String question, List<String> columns) {
        return new Signature(by, Optional.of(on), Optional.of(question), columns);
    }
}
