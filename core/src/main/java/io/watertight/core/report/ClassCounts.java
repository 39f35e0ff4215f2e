package io.watertight.core.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.Vector;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.ContingencyTable;
import io.watertight.core.study.Column;
import io.watertight.core.study.Part;
import io.watertight.core.study.Target;

/**
 * How many labelled training rows each class has.
 *
 * @param counts by class, in the order of the target's classes
 * @param exact whether all rows were counted, not those of the sample
 */
public record ClassCounts(long[] counts, boolean exact) {

    /** From a table over all rows if there is one, else from the sample. The target must be one of classes. */
    public static ClassCounts of(AuditReport report, Target target) {
        for (Column column : report.study().features()) {
            if (report.view().sample().has(column.name())) {
                Contingency question = report.view().contingency(column.name());
                if (report.statistics().has(question)) {
                    return new ClassCounts(
                            sum(
                                    report.statistics().get(question),
                                    target.classes().size()),
                            true);
                }
            }
        }
        return inSample(report.view().sample(), target);
    }

    private static long[] sum(ContingencyTable table, int classes) {
        long[] counts = new long[classes];
        for (int bin = 0; bin < table.bins(); bin++) {
            double[] cells = table.total(bin);
            for (int index = 0; index < classes; index++) {
                counts[index] += Math.round(cells[index]);
            }
        }
        return counts;
    }

    private static ClassCounts inSample(ColumnBatch sample, Target target) {
        long[] counts = new long[target.classes().size()];
        Vector labels = sample.column(target.column());
        for (int row = 0; row < sample.rows(); row++) {
            int index = labels.isMissing(row) ? -1 : target.classes().indexOf(labels.text(row));
            if (index >= 0 && sample.part(row) == Part.TRAIN) {
                counts[index]++;
            }
        }
        return new ClassCounts(counts, sample.isComplete());
    }

    public long total() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
