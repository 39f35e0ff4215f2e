package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.EstimatorRole;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.InfluenceKind;
import java.util.Set;

/** What an object with a {@code fit} is for. */
final class Roles {

    private static final Set<EstimatorRole> PREDICTS = Set.of(
            EstimatorRole.PREDICTOR,
            EstimatorRole.SEARCH,
            EstimatorRole.STACKING,
            EstimatorRole.ENSEMBLE,
            EstimatorRole.NETWORK,
            EstimatorRole.TRAINER,
            EstimatorRole.CLUSTERER,
            EstimatorRole.DETECTOR);

    private final Machine machine;

    Roles(Machine machine) {
        this.machine = machine;
    }

    /** Whether it predicts, itself or by a step inside; what nobody knows does, unless its name says otherwise. */
    boolean predicts(Estimator estimator) {
        if (estimator.role() == EstimatorRole.PIPELINE || estimator.role() == EstimatorRole.UNKNOWN) {
            return estimator.role() == EstimatorRole.UNKNOWN && !looksLikeTransformer(estimator)
                    || estimator.steps().stream()
                            .flatMap(step -> machine.estimator(step).stream())
                            .anyMatch(this::predicts);
        }
        return PREDICTS.contains(estimator.role());
    }

    /** What a class nobody knows learns, by its name. */
    static InfluenceKind guessed(Estimator estimator) {
        String name = estimator.simpleName();
        if (name.contains("Encoder") && !name.contains("Target") && !name.contains("Auto")) {
            return InfluenceKind.ENCODE;
        }
        if (name.endsWith("Imputer")) {
            return InfluenceKind.IMPUTE;
        }
        if (name.endsWith("Vectorizer") || name.endsWith("Tokenizer")) {
            return InfluenceKind.VECTORISE;
        }
        return name.endsWith("PCA") ? InfluenceKind.PROJECT : InfluenceKind.SCALE;
    }

    static boolean looksLikeTransformer(Estimator estimator) {
        return estimator
                .simpleName()
                .matches(
                        ".*(Scaler|Encoder|Imputer|Vectorizer|Transformer|Selector|Normalizer|PCA|Binarizer|Tokenizer)");
    }
}
