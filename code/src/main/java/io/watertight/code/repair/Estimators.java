package io.watertight.code.repair;

import io.watertight.code.syntax.Expression;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is known of the things that learn, by the name of their class. */
final class Estimators {

    /** These have no {@code transform}, or one that fails on what it has not seen. */
    private static final Set<String> BOUND_TO_THEIR_ROWS = Set.of(
            "TSNE",
            "MDS",
            "SpectralEmbedding",
            "LabelEncoder",
            "LabelBinarizer",
            "MultiLabelBinarizer",
            "OneHotEncoder",
            "OrdinalEncoder",
            "DBSCAN",
            "AgglomerativeClustering",
            "SpectralClustering",
            "IsolationForest",
            "LocalOutlierFactor");

    private Estimators() {}

    /** The class that a plain constructor makes one of: {@code StandardScaler()}, {@code preprocessing.StandardScaler()}. */
    static Optional<String> made(Expression expression) {
        if (!(expression instanceof Expression.Call call)) {
            return Optional.empty();
        }
        String name = call.function() instanceof Expression.Name plain
                ? plain.id()
                : call.function() instanceof Expression.Attribute attribute
                                && attribute.object() instanceof Expression.Name
                        ? attribute.name()
                        : "";
        return name.isEmpty() || !Character.isUpperCase(name.charAt(0)) ? Optional.empty() : Optional.of(name);
    }

    static boolean canTransformOthers(String type) {
        return !BOUND_TO_THEIR_ROWS.contains(type);
    }

    /** {@code StandardScaler} as a variable: {@code standard_scaler}. */
    static String variable(String type) {
        return type.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
