package io.watertight.core.study;

import java.util.List;
import java.util.Map;

/**
 * What a new study file says beside its declarations.
 *
 * @param guesses what the program would assume anyway; written as comments, so that a guess stays one until a person takes the
 *     comment sign away
 * @param reasons why a declaration is there, by key ({@code target}) or by key and column ({@code known-at.income})
 */
public record StudyNotes(List<Guess> guesses, Map<String, String> reasons) {

    public static final StudyNotes NONE = new StudyNotes(List.of(), Map.of());

    public StudyNotes {
        guesses = List.copyOf(guesses);
        reasons = Map.copyOf(reasons);
    }
}
