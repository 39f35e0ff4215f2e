package io.watertight.spark;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.check.StudyView;
import io.watertight.core.engine.Progress;
import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitPlans;
import io.watertight.core.split.SplitPlans.Chosen;
import io.watertight.core.split.SplitWish;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Study;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Splits a user's own rows, inside the user's own session: from a notebook, a job, Java, Scala or Python. The plans and their promises are
 * those of {@code watertight split}.
 *
 * <p>Rows of a dataset have no position. They are told apart by their declared id, or else by all that they hold, so that the same rows
 * get the same part whatever their order and partitions, and whenever they are computed again. Rows that are equal in all columns are
 * dealt one by one like others, since nothing tells which of them is which; the plan {@code duplicates} keeps them together.
 */
public final class SparkSplit {

    private SparkSplit() {}

    /**
     * A fifth of the rows held out, with classes of the target balanced.
     *
     * @param rows evaluated several times; cache them if they are expensive to compute
     * @param target the column to predict
     */
    public static SplitRows split(Dataset<Row> rows, String target) {
        return split(rows, Declaration.builder().target(target).build());
    }

    /**
     * By words, which a Python dictionary can hold: {@code {"target": "churned", "group": "customer", "test-share": 0.2}}. The words are
     * options of {@code watertight split} without their dashes, and beside them {@code validation-share} and {@code column} (what the part
     * is called).
     *
     * @param options values are texts, numbers, or lists of them where an option may be repeated
     */
    public static SplitRows split(Dataset<Row> rows, Map<String, ?> options) {
        SplitWords words = new SplitWords(options);
        return split(rows, words.study(), words.options());
    }

    /** A fifth of the rows held out, by the plan that the study's purpose asks for. */
    public static SplitRows split(Dataset<Row> rows, Declaration study) {
        return split(rows, study, SplitOptions.DEFAULT);
    }

    /**
     * Splits rows of which more is known.
     *
     * @param study its groups, times, ids and so on; the data it names, if any, is not read
     * @throws WatertightException if the plan cannot be made of these rows, or what it promises does not hold
     */
    public static SplitRows split(Dataset<Row> rows, Declaration study, SplitOptions options) {
        if (!study.test().isEmpty()) {
            throw new WatertightException(
                    "The rows are given, but the test set is named: '" + String.join("', '", study.test()) + "'.",
                    "leave it out: the split makes one");
        }
        refuseName(rows, options.column());
        Declaration named = study.data().isEmpty()
                ? study.toBuilder().data(List.of("dataset")).build()
                : study;
        return Audit.with(new OwnRows(rows), AuditOptions.DEFAULT, Progress.NONE)
                .with(
                        named,
                        (view, table) -> ((SparkTable) table)
                                .split(
                                        rows,
                                        view.study(),
                                        near(chosen(view.study(), options), view, options),
                                        options));
    }

    private static void refuseName(Dataset<Row> own, String column) {
        for (String name : own.columns()) {
            if (name.equalsIgnoreCase(column)) {
                throw new WatertightException(
                        "The rows have a column '" + name + "' already.", "name the part otherwise: column");
            }
        }
    }

    private static Chosen near(Chosen chosen, StudyView view, SplitOptions options) {
        return options.near().isEmpty()
                ? chosen
                : new Chosen(
                        SplitPlans.near(
                                chosen.plan(), view.profile(), options.near().getAsDouble()),
                        chosen.reason());
    }

    private static Chosen chosen(Study study, SplitOptions options) {
        SplitWish wish = options.wish();
        Chosen outer = SplitPlans.of(study, wish);
        if (options.validationShare().isEmpty()) {
            return outer;
        }
        double share = options.validationShare().getAsDouble();
        if (!(wish.shape() instanceof Shape.HoldOut held) || held.repeats() > 1) {
            throw new WatertightException(
                    "A validation share of " + share + " does not go with "
                            + wish.shape().describe() + ".",
                    "ask for a test share, once; or for folds without a validation share");
        }
        if (!(share > 0 && share + held.share() < 1)) {
            throw new WatertightException(
                    "A validation share of " + share + " beside a test share of " + held.share()
                            + " leaves nothing on one side.",
                    "name shares whose sum is below 1: 0.1");
        }
        SplitPlan inner = SplitPlans.of(study, wish.withShape(Shape.holdOut(share / (1 - held.share()))))
                .plan();
        return new Chosen(new SplitPlan.Nested(outer.plan(), inner), outer.reason());
    }
}
