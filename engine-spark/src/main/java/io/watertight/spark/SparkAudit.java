package io.watertight.spark;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.engine.Progress;
import io.watertight.core.study.Declaration;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Audits a user's own rows, inside the user's own session: from a notebook, a job, Java or Scala.
 *
 * <p>A dataset has no order, so checks about the order of rows are skipped and say so. Row numbers in a report are hashes of what a
 * row holds: the same whenever and wherever the rows are computed.
 */
public final class SparkAudit {

    private SparkAudit() {}

    /**
     * Audits rows with every check.
     *
     * @param rows evaluated several times; cache them if they are expensive to compute
     * @param target the column to predict
     */
    public static AuditReport audit(Dataset<Row> rows, String target) {
        return audit(rows, Declaration.builder().target(target).build());
    }

    /**
     * Audits rows of which more is known.
     *
     * @param study roles, groups, times and so on, as {@code Declaration.builder()} takes them; the data it names, if any, is not
     *     read
     */
    public static AuditReport audit(Dataset<Row> rows, Declaration study) {
        return audit(rows, study, AuditOptions.DEFAULT);
    }

    /**
     * The same with options: which checks, seed, budget.
     *
     * @throws io.watertight.core.WatertightException if the study names files as its test set: all rows are those given here
     */
    public static AuditReport audit(Dataset<Row> rows, Declaration study, AuditOptions options) {
        if (!study.test().isEmpty()) {
            throw new WatertightException(
                    "The rows are given, but the test set is named: '" + String.join("', '", study.test()) + "'.",
                    "unite both, with a column that says which part a row is in, and declare that column as the split");
        }
        Declaration named = study.data().isEmpty()
                ? study.toBuilder().data(List.of("dataset")).build()
                : study;
        return Audit.with(new OwnRows(rows), options, Progress.NONE).run(named);
    }
}
