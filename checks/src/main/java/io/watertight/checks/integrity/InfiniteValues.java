package io.watertight.checks.integrity;

import io.watertight.checks.support.Wording;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.PartProfile;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.Role;
import java.util.List;
import java.util.Set;

/** Numbers that are not finite. */
@CheckInfo(
        id = "infinite-values",
        title = "A column of numbers holds infinity",
        category = Category.NONE,
        severity = Severity.WARNING)
public final class InfiniteValues implements Check<List<String>> {

    @Override
    public List<String> propose(StudyView view) {
        return view.study().columns().stream()
                .filter(column -> column.isNumber() && column.role() != Role.IGNORED)
                .map(Column::name)
                .filter(name -> isInfinite(view.profile().column(name).all()))
                .toList();
    }

    private static boolean isInfinite(PartProfile all) {
        return Double.isInfinite(all.minimum()) || Double.isInfinite(all.maximum());
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<String> columns) {
        return Set.of();
    }

    @Override
    public void evaluate(StudyView view, List<String> columns, Statistics statistics, Findings findings) {
        if (!columns.isEmpty()) {
            findings.add(FindingDraft.about(columns, Confidence.HIGH)
                    .says(
                            "%s infinite numbers, most likely from a division by zero or an overflow. Means, scalers and"
                                    + " many learners turn them into nonsense or fail.",
                            Wording.does(columns.size(), "column", "hold"))
                    .measured("columns with infinite numbers", columns.size(), 0)
                    .fix(new Fix.Advice("mend the division that made them, or mark them as missing")));
        }
    }
}
