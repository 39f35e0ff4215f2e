package io.watertight.checks.support;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Evidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Question;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A relation between columns and the target, counted over all training rows.
 *
 * @param columns the columns it accuses, most telling first
 * @param rows rows it speaks of
 * @param exceptions of these, rows in which it does not hold
 * @param rarest of these, rows of the rarest class; all rows for a numeric target
 * @param luck log10 of the chance that it is luck, everything that was tried included
 */
public record ExactRelation(List<String> columns, long rows, long exceptions, long rarest, double luck) {

    /** One in a million: no luck. */
    private static final double SURE = -6;

    /** One in a thousand: worth a question. */
    private static final double LIKELY = -3;

    /** Exceptions must be few also beside the rarest class, or a handful of rows would be most of it. */
    private static final double OF_RAREST = 0.02;

    /** With fewer rows of the rarest class nothing can be said. */
    private static final long FEWEST = 5;

    /** How decisive the question is: the answer settles a verdict. */
    private static final double WEIGHT = 0.9;

    public ExactRelation {
        columns = List.copyOf(columns);
    }

    /** How sure it is; empty when it does not hold or may well be luck. */
    public Optional<Confidence> confidence() {
        boolean holds = Exceptions.areTolerated(exceptions, rows) && exceptions <= OF_RAREST * rarest;
        if (!holds || rarest < FEWEST || luck > LIKELY) {
            return Optional.empty();
        }
        return Optional.of(luck > SURE ? Confidence.MEDIUM : Confidence.HIGH);
    }

    public boolean isSure() {
        return confidence().filter(Confidence::isSure).isPresent();
    }

    /** The count in words, for a message. */
    public String count() {
        return exceptions == 0
                ? String.format(Locale.ENGLISH, "no exception in %,d rows", rows)
                : String.format(
                        Locale.ENGLISH, "%,d exception%s in %,d rows", exceptions, exceptions == 1 ? "" : "s", rows);
    }

    /**
     * A finding with high confidence, or one with medium confidence and a question.
     *
     * @param sure whether high
     * @param question what settles it otherwise
     * @param format the message
     */
    public FindingDraft draft(boolean sure, String question, String format, Object... arguments) {
        FindingDraft draft = FindingDraft.about(columns, sure ? Confidence.HIGH : Confidence.MEDIUM)
                .says(format, arguments)
                .measured(Evidence.EXCEPTIONS, (double) exceptions, Exceptions.TOLERATED * rows)
                .fact("rows", rows)
                .fact("exceptions", exceptions)
                .fact("log10 of the chance by luck", Math.round(luck * 10) / 10.0)
                .fix(Fix.leaveOut(columns));
        return sure ? draft : draft.asks(Question.known(columns, question, WEIGHT));
    }
}
