package io.watertight.ml.measure;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Response;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The measures there are, by name. Any other is an implementation of {@link Measure}. */
public final class Measures {

    public static final Measure AUC = auc(Averaging.MACRO);
    public static final Measure AVERAGE_PRECISION =
            new ClassMeasure("average precision", true, true, false, Averaging.MACRO, RankingCurves::averagePrecision);
    public static final Measure LOG_LOSS = ProbabilityLoss.LOG;
    public static final Measure BRIER = ProbabilityLoss.BRIER;
    public static final Measure ACCURACY = DecisionMeasure.of("accuracy", DecisionMeasure.Kind.ACCURACY);
    public static final Measure BALANCED_ACCURACY =
            DecisionMeasure.of("balanced accuracy", DecisionMeasure.Kind.BALANCED_ACCURACY);
    public static final Measure F1 = DecisionMeasure.of("F1", DecisionMeasure.Kind.F1);
    public static final Measure WEIGHTED_F1 =
            new DecisionMeasure("weighted F1", Averaging.WEIGHTED, DecisionMeasure.Kind.F1, OptionalDouble.empty());
    public static final Measure MCC = DecisionMeasure.of("MCC", DecisionMeasure.Kind.MATTHEWS);
    public static final Measure PRECISION = DecisionMeasure.of("precision", DecisionMeasure.Kind.PRECISION);
    public static final Measure RECALL = DecisionMeasure.of("recall", DecisionMeasure.Kind.RECALL);
    public static final Measure CALIBRATION_SLOPE =
            new ClassMeasure("calibration slope", true, false, true, Averaging.MACRO, Calibration::slope);
    public static final Measure CALIBRATION_INTERCEPT =
            new ClassMeasure("calibration intercept", true, false, true, Averaging.MACRO, Calibration::intercept);
    public static final Measure CALIBRATION_ERROR =
            new ClassMeasure("calibration error", false, true, true, Averaging.MACRO, Calibration::expectedError);
    public static final Measure R2 = new NumberMeasure("R2", true, NumberErrors::explained);
    public static final Measure RMSE = new NumberMeasure(
            "RMSE",
            false,
            (actual, predicted, weights) -> Math.sqrt(NumberErrors.meanSquared(actual, predicted, weights)));
    public static final Measure MAE = new NumberMeasure("MAE", false, NumberErrors::meanAbsolute);
    public static final Measure MEDIAN_ERROR = new NumberMeasure("median error", false, NumberErrors::medianAbsolute);
    public static final Measure MAPE = new NumberMeasure("MAPE", false, NumberErrors::meanPercentage);
    public static final Measure SPEARMAN = new NumberMeasure("Spearman", true, NumberErrors::spearman);

    private static final List<Measure> NAMED = List.of(
            AUC,
            AVERAGE_PRECISION,
            LOG_LOSS,
            BRIER,
            ACCURACY,
            BALANCED_ACCURACY,
            F1,
            WEIGHTED_F1,
            MCC,
            PRECISION,
            RECALL,
            CALIBRATION_SLOPE,
            CALIBRATION_INTERCEPT,
            CALIBRATION_ERROR,
            R2,
            RMSE,
            MAE,
            MEDIAN_ERROR,
            MAPE,
            SPEARMAN);

    private Measures() {}

    /** Area under the ROC curve; of several classes one against the rest. */
    public static Measure auc(Averaging averaging) {
        return new ClassMeasure(
                averaging == Averaging.MACRO ? "AUC" : "weighted AUC",
                true,
                true,
                false,
                averaging,
                RankingCurves::area);
    }

    /** Precision of decisions from a fixed score on. */
    public static Measure precisionAt(double threshold) {
        return new DecisionMeasure(
                "precision at " + threshold,
                Averaging.MACRO,
                DecisionMeasure.Kind.PRECISION,
                OptionalDouble.of(threshold));
    }

    /** Recall of decisions from a fixed score on. */
    public static Measure recallAt(double threshold) {
        return new DecisionMeasure(
                "recall at " + threshold, Averaging.MACRO, DecisionMeasure.Kind.RECALL, OptionalDouble.of(threshold));
    }

    /** Share of positives among the {@code rows} highest scores. */
    public static Measure precisionOfTop(int rows) {
        return new TopRows("precision of the top " + rows, false, rows, false);
    }

    /** Share of the positives that the {@code rows} highest scores hold. */
    public static Measure recallOfTop(int rows) {
        return new TopRows("recall of the top " + rows, true, rows, false);
    }

    /** Share of the positives that the highest scores hold, when a share of all rows can be taken. */
    public static Measure recallOfTopShare(double share) {
        return new TopRows(String.format(Locale.ENGLISH, "recall of the top %.0f %%", 100 * share), true, share, true);
    }

    /** Check loss of a predicted quantile. */
    public static Measure pinball(double quantile) {
        return new NumberMeasure(
                "pinball " + quantile,
                false,
                (actual, predicted, weights) -> NumberErrors.pinball(actual, predicted, weights, quantile));
    }

    /** What a study of this kind is judged by; the first is the one that decides. */
    public static List<Measure> usual(Response response) {
        if (response instanceof Response.Numbers) {
            return List.of(R2, RMSE, MAE, SPEARMAN);
        }
        if (response instanceof Response.Classes classes && !classes.isBinary()) {
            return List.of(AUC, LOG_LOSS, ACCURACY, F1);
        }
        return List.of(AUC, AVERAGE_PRECISION, LOG_LOSS, BRIER);
    }

    /**
     * The measure people write so, upper or lower case, with blanks, hyphens or underscores.
     *
     * @throws WatertightException if there is none
     */
    public static Measure named(String name) {
        String wanted = plain(name);
        return NAMED.stream()
                .filter(measure -> plain(measure.name()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new WatertightException(
                        "There is no measure '" + name + "'.",
                        "one of these is meant: "
                                + String.join(
                                        ", ", NAMED.stream().map(Measure::name).toList())));
    }

    /** Names of the measures that need no number. */
    public static List<String> names() {
        return NAMED.stream().map(Measure::name).toList();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
