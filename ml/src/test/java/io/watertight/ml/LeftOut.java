package io.watertight.ml;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;

/** Reads why a question was left out, the way a check meets it. */
final class LeftOut {

    private LeftOut() {}

    static String reason(Statistics answers, Statistic<?> question) {
        return catchThrowableOfType(Statistics.Unanswered.class, () -> answers.get(question))
                .getMessage();
    }
}
