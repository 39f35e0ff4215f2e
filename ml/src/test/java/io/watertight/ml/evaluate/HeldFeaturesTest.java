package io.watertight.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.data.Features;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.measure.Measures;
import io.watertight.ml.search.Tuned;
import io.watertight.ml.split.RandomFolds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Features of a fold are gathered once for all its learners and held no longer than these need them. */
final class HeldFeaturesTest {

    private final Dataset dataset = Draws.classes(200, 3, 1, 1.5, 41);

    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());

    private record Seen(RawTrainingSet training, Features features) {}

    /** Notes the very objects it was given. */
    private final class Watching extends Learner {

        private final String name;

        Watching(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        protected Model learn(RawTrainingSet training, FitContext context) {
            seen.add(new Seen(training, training.features()));
            return TinyLearners.constant().fit(training, context);
        }
    }

    private List<RawTrainingSet> sets() {
        return seen.stream().map(Seen::training).distinct().toList();
    }

    private void assertSharedAndReleased(int learners) {
        for (RawTrainingSet set : sets()) {
            List<Features> given = seen.stream()
                    .filter(one -> one.training() == set)
                    .map(Seen::features)
                    .toList();
            assertThat(given).hasSize(learners).allMatch(features -> features == given.get(0));
            assertThat(set.features()).isNotSameAs(given.get(0));
            assertThat(set.features().rows()).isEqualTo(given.get(0).rows());
        }
    }

    @Test
    void learnersOfAFoldShareItsFeaturesAndNobodyHoldsThemAfterwards() {
        new Evaluator(new RandomFolds(4, 1), TinyLearners.baselines())
                .withCandidates(List.of(new Watching("a"), new Watching("b")))
                .withThreads(2)
                .evaluate(dataset);

        assertThat(sets()).hasSize(4);
        assertSharedAndReleased(2);
    }

    @Test
    void aSearchHoldsOneInnerFoldAtATime() {
        RawTrainingSet training = new RandomFolds(4, 1).split(dataset, 1).get(0).training();
        Tuned.grid(
                        "tuned",
                        List.of(new Watching("a"), new Watching("b"), new Watching("c")),
                        new RandomFolds(3, 1),
                        Measures.AUC)
                .fit(training, FitContext.of(1));

        seen.remove(seen.size() - 1); // the choice, fitted on all rows
        assertThat(sets()).hasSize(3);
        assertSharedAndReleased(3);
        assertThat(seen.subList(0, 3)).allMatch(one -> one.training() == sets().get(0));
    }
}
