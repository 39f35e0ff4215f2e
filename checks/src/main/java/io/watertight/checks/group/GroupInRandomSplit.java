package io.watertight.checks.group;

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
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.RepetitionReport;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Key;
import io.watertight.core.study.Purpose;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A declared group without a split: which split the study needs. */
@CheckInfo(
        id = "group-in-random-split",
        title = "A random split would cut a declared group",
        category = Category.NON_INDEPENDENCE,
        severity = Severity.WARNING,
        requires = {Need.GROUP, Need.NO_SPLIT})
public final class GroupInRandomSplit implements Check<List<Key>> {

    @Override
    public List<Key> propose(StudyView view) {
        return view.study().groups().stream()
                .filter(key -> !view.study().guessed(key))
                .toList();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Key> keys) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        keys.forEach(key -> needs.add(new Repetition(key.columns())));
        return needs;
    }

    @Override
    public void evaluate(StudyView view, List<Key> keys, Statistics statistics, Findings findings) {
        boolean wantsRows = view.study().purpose().filter(Purpose.ROWS::equals).isPresent();
        for (Key key : keys) {
            RepetitionReport report = statistics.get(new Repetition(key.columns()));
            if (report.repeatedRows() == 0) {
                findings.remark("no two rows share a " + key + ", so a random split cuts none");
                continue;
            }
            findings.add(FindingDraft.about(key.columns(), Confidence.PROVEN)
                    .severity(wantsRows ? Severity.INFO : Severity.WARNING)
                    .says(
                            "%,d of %,d rows share their %s with another row (%,d groups, the largest of %,d rows): split by %s, "
                                    + "so that rows of one group stay in one part.",
                            report.repeatedRows(), report.rows(), key, report.groups(), report.largest(), key)
                    .measured("rows that share their group with another row", (double) report.repeatedRows(), 0)
                    .fact("groups", report.groups())
                    .fact("repeatedGroups", report.repeatedGroups())
                    .fact("largestGroup", report.largest())
                    .rowGroups(report.examples())
                    .fix(new Fix.Advice("split by " + key + " with a splitter that keeps groups together")));
        }
    }
}
