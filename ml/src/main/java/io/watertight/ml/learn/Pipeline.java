package io.watertight.ml.learn;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import java.util.ArrayList;
import java.util.List;

/** Transformers and an algorithm as one learner: whoever refits it, in a fold or a search, refits all of it. */
public final class Pipeline extends Learner {

    private final String name;
    private final List<Transformer> steps;
    private final Algorithm algorithm;

    /** A pipeline with the name of its algorithm. */
    public Pipeline(List<Transformer> steps, Algorithm algorithm) {
        this(algorithm.name(), steps, algorithm);
    }

    public Pipeline(String name, List<Transformer> steps, Algorithm algorithm) {
        this.name = name;
        this.steps = List.copyOf(steps);
        this.algorithm = algorithm;
    }

    @Override
    public String name() {
        return name;
    }

    public List<Transformer> steps() {
        return steps;
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    @Override
    protected Model learn(RawTrainingSet training, FitContext context) {
        if (steps.isEmpty()) {
            return algorithm.fit(training, context);
        }
        List<FittedTransformer> mappings = new ArrayList<>();
        TrainingSet current = training;
        for (int step = 0; step < steps.size(); step++) {
            Fitted fitted = steps.get(step).fit(current, context.inner(step));
            mappings.add(fitted.mapping());
            current = fitted.training();
        }
        Model last = algorithm.fit((FittedTrainingSet) current, context.inner(steps.size()));
        return new Chain(List.copyOf(mappings), last);
    }

    private static final class Chain extends Model {

        private final List<FittedTransformer> mappings;
        private final Model last;

        Chain(List<FittedTransformer> mappings, Model last) {
            this.mappings = mappings;
            this.last = last;
        }

        @Override
        protected Predictions score(Features features) {
            Features current = features;
            for (FittedTransformer mapping : mappings) {
                current = mapping.apply(current);
            }
            return last.score(current);
        }

        @Override
        public long parameters() {
            return last.parameters();
        }
    }
}
