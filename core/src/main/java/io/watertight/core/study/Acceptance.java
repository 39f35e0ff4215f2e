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
 */
public record Acceptance(String fingerprint, String because, Optional<String> by, Optional<LocalDate> until) {

    public boolean holdsOn(LocalDate day) {
        return until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
