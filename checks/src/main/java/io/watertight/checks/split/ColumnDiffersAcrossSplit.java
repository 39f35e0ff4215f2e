package io.watertight.checks.split;

import io.watertight.checks.support.CalendarNames;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Need;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.ColumnProfile;
import io.watertight.core.data.PartProfile;
import io.watertight.core.data.Vector;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Features that are empty or constant in one part and alive in the other. */
@CheckInfo(
        id = "column-differs-across-split",
        title = "A feature is empty or constant in one part only",
        category = Category.SAMPLING_BIAS,
        severity = Severity.WARNING,
        requires = {Need.SPLIT, Need.FEATURES})
public final class ColumnDiffersAcrossSplit implements Check<List<ColumnDiffersAcrossSplit.Difference>> {

    /** log10 of the chance, given the other part, that a part of this size looks so. */
    private static final double RULED_OUT = -6;

    /** A column of which less than a tenth varies is missed by nobody. */
    private static final double MOST_ALIKE = 0.9;

    /**
     * A column that one part does not have.
     *
     * @param column its name
     * @param part the part in which it is empty or constant
     * @param empty whether it is empty there rather than constant
     * @param luck log10 of the chance of that
     */
    public record Difference(String column, Part part, boolean empty, double luck) {}

    @Override
    public List<Difference> propose(StudyView view) {
        List<Difference> found = new ArrayList<>();
        for (Column column : view.study().features()) {
            // A calendar column of a later test period is constant there by design.
            if (view.sample().has(column.name()) && !CalendarNames.dates(column)) {
                compare(view, column.name(), Part.TEST, Part.TRAIN, found);
                compare(view, column.name(), Part.TRAIN, Part.TEST, found);
            }
        }
        return found;
    }

    private static void compare(StudyView view, String column, Part part, Part other, List<Difference> found) {
        ColumnProfile profile = view.profile().column(column);
        PartProfile here = profile.parts().get(part);
        PartProfile there = profile.parts().get(other);
        if (here == null || there == null || (there.distinct() < 2 && there.missing() == 0)) {
            return;
        }
        if (here.present() == 0 && there.present() > 0) {
            add(found, column, part, true, (double) here.rows(), there.missingShare());
        } else if (here.distinct() == 1 && here.missing() == 0) {
            add(found, column, part, false, (double) here.rows(), shareOfConstant(view.sample(), column, part, other));
        }
    }

    private static void add(
            List<Difference> found, String column, Part part, boolean empty, double rows, double shareElsewhere) {
        double luck = rows * Math.log10(shareElsewhere);
        if (shareElsewhere <= MOST_ALIKE && luck <= RULED_OUT) {
            found.add(new Difference(column, part, empty, luck));
        }
    }

    /** How frequent the one value of a part is in the other part of the sample; 0 if it never occurs there. */
    private static double shareOfConstant(ColumnBatch sample, String column, Part part, Part other) {
        Vector vector = sample.column(column);
        Map<String, Integer> counts = new HashMap<>();
        String constant = "";
        int rows = 0;
        for (int row = 0; row < sample.rows(); row++) {
            if (sample.part(row) == other) {
                rows++;
                if (!vector.isMissing(row)) {
                    counts.merge(vector.text(row), 1, Integer::sum);
                }
            } else if (sample.part(row) == part && !vector.isMissing(row)) {
                constant = vector.text(row);
            }
        }
        return (double) counts.getOrDefault(constant, 0) / Math.max(1, rows);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Difference> differences) {
        return Set.of();
    }

    @Override
    public void evaluate(StudyView view, List<Difference> differences, Statistics statistics, Findings findings) {
        for (Difference difference : differences) {
            boolean test = difference.part() == Part.TEST;
            findings.add(FindingDraft.about(difference.column(), Confidence.HIGH)
                    .says(
                            "%s is %s in every %s row but not in %s: %s.",
                            difference.column(),
                            difference.empty() ? "empty" : "constant",
                            test ? "test" : "training",
                            test ? "training" : "the test set",
                            test
                                    ? "what the model learns from it is not there when it is used"
                                    : "the model cannot learn what it means")
                    .measured("log10 of the chance of that", difference.luck(), RULED_OUT)
                    .fact("rows", view.profile().rows(difference.part()))
                    .fix(Fix.leaveOut(List.of(difference.column()))));
        }
    }
}
