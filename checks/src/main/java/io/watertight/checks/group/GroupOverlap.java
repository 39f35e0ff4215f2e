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
import io.watertight.core.study.Part;
import io.watertight.core.study.Purpose;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Entities that somebody declared and that lie on both sides of the split. */
@CheckInfo(
        id = "group-overlap",
        title = "A declared group lies in training and test",
        category = Category.NON_INDEPENDENCE,
        severity = Severity.ERROR,
        requires = {Need.GROUP, Need.SPLIT})
public final class GroupOverlap implements Check<List<Key>> {

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
        long testRows = view.profile().rows(Part.TEST);
        for (Key key : keys) {
            RepetitionReport report = statistics.get(new Repetition(key.columns()));
            if (report.sharedGroups() == 0) {
                continue;
            }
            findings.add(FindingDraft.about(key.columns(), Confidence.PROVEN)
                    .severity(wantsRows ? Severity.INFO : Severity.ERROR)
                    .says(
                            "%,d of the %,d values of %s in the test set also occur in training, with %,d of %,d test rows "
                                    + "(%.1f%%). The score says how well the model knows them, not how it meets new ones.",
                            report.sharedGroups(),
                            report.testGroups(),
                            key,
                            report.sharedTestRows(),
                            testRows,
                            100.0 * report.sharedTestRows() / testRows)
                    .measured("groups in both parts", (double) report.sharedGroups(), 0)
                    .fact("sharedGroups", report.sharedGroups())
                    .fact("testGroups", report.testGroups())
                    .fact("trainGroups", report.trainGroups())
                    .fact("sharedTestRows", report.sharedTestRows())
                    .fact("sharedTrainRows", report.sharedTrainRows())
                    .rowGroups(report.examples())
                    .fix(new Fix.Advice("split again by " + key + ", or drop these rows from the test set")));
        }
    }
}
