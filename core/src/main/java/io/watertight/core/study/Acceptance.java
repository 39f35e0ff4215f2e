package io.watertight.core.study;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that somebody answers for.
 *
 * @param fingerprint of the finding
 * @param because the reason; never empty
 * @param by who, if known
 * @param until the last day it holds
 * @param on the day it was written down, if known
 */
public record Acceptance(
        String fingerprint, String because, Optional<String> by, Optional<LocalDate> until, Optional<LocalDate> on) {

    /** Without the day it was written down. */
    public Acceptance(String fingerprint, String because, Optional<String> by, Optional<LocalDate> until) {
        this(fingerprint, because, by, until, Optional.empty());
    }

    public boolean holdsOn(LocalDate day) {
        return until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
