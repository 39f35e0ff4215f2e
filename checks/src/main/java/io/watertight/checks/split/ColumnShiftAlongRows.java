package io.watertight.checks.split;

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
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Features that are constant or empty in the first or last stretch of the file and alive in the rest. */
@CheckInfo(
        id = "column-shift-along-rows",
        title = "A feature stands still in one stretch of the rows",
        category = Category.SAMPLING_BIAS,
        severity = Severity.WARNING,
        requires = {Need.NO_SPLIT, Need.FEATURES, Need.ORDER})
public final class ColumnShiftAlongRows implements Check<List<ConstantStretch>> {

    @Override
    public List<ConstantStretch> propose(StudyView view) {
        return ConstantStretch.find(view);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<ConstantStretch> stretches) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        stretches.forEach(stretch -> {
            needs.add(CountWhere.all(stretch.contradicted()));
            needs.add(CountWhere.all(stretch.inside()));
        });
        return needs;
    }

    @Override
    public void evaluate(StudyView view, List<ConstantStretch> stretches, Statistics statistics, Findings findings) {
        Map<String, List<ConstantStretch>> byPlace = new LinkedHashMap<>();
        for (ConstantStretch stretch : stretches) {
            if (statistics.get(CountWhere.all(stretch.contradicted())).matched() == 0) {
                byPlace.computeIfAbsent(stretch.place(), place -> new ArrayList<>())
                        .add(stretch);
            }
        }
        for (List<ConstantStretch> together : byPlace.values()) {
            ConstantStretch first = together.get(0);
            List<String> columns =
                    together.stream().map(ConstantStretch::column).toList();
            Tally inside = statistics.get(CountWhere.all(first.inside()));
            findings.add(FindingDraft.about(columns, Confidence.HIGH)
                    .says(
                            "%s: %s in the %s %,d of %,d rows (%.0f%%) but not in the others: the rows come from two worlds, and a random "
                                    + "split hides that the model is used in one of them.",
                            String.join(", ", columns),
                            first.missing() ? "empty" : "constant",
                            first.atStart() ? "first" : "last",
                            inside.matched(),
                            inside.rows(),
                            100.0 * inside.matched() / inside.rows())
                    .measured(
                            "share of rows in the stretch",
                            (double) inside.matched() / inside.rows(),
                            ConstantStretch.LEAST_SHARE)
                    .fact("rowsInStretch", inside.matched())
                    .fact("shareOfThatValueElsewhere", first.shareElsewhere())
                    .fix(new Fix.Advice("split by position or time, or leave out the stretch in which "
                            + (columns.size() == 1 ? "it stands" : "they stand") + " still")));
        }
    }
}
