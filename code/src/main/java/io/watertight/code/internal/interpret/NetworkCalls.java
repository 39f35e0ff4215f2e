package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Score;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Value;
import java.util.List;
import java.util.Optional;

/** Networks that are trained by a loop of the program: applied to rows, compared with labels, sent backward. */
final class NetworkCalls {

    private final Machine machine;

    NetworkCalls(Machine machine) {
        this.machine = machine;
    }

    /** A loss is sent backward: the networks it came from learn from the rows they were applied to. */
    void learns(Data loss, Span span) {
        for (int id : loss.scores()) {
            Optional<Score> applied = machine.facts().score(id);
            if (applied.isPresent()) {
                Score score = applied.get();
                Value.Reference model = new Value.Reference(score.model());
                int fit = machine.facts()
                        .fit(
                                score.site(),
                                "backward " + machine.path(),
                                number -> new Fit(
                                        number,
                                        score.site(),
                                        score.model(),
                                        score.name(),
                                        score.features(),
                                        score.target(),
                                        List.of(),
                                        false,
                                        false,
                                        false,
                                        score.loops()));
                machine.facts().forget(id);
                machine.heap()
                        .estimator(model)
                        .ifPresent(estimator -> machine.heap().set(model, learnt(estimator, score, fit)));
            }
        }
    }

    private static Estimator learnt(Estimator estimator, Score score, int fit) {
        return estimator.having(
                Sets.union(estimator.learnt(), score.features().influences()), Sets.with(estimator.fits(), fit));
    }
}
