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
import io.watertight.core.data.PartProfile;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.RepetitionReport;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Key;
import io.watertight.core.study.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Declared ids that occur in training and in the test set. */
@CheckInfo(
        id = "id-overlap",
        title = "A declared id occurs in training and test",
        category = Category.DUPLICATES,
        severity = Severity.ERROR,
        requires = {Need.ID, Need.SPLIT})
public final class IdOverlap implements Check<List<Key>> {

    @Override
    public List<Key> propose(StudyView view) {
        return view.study().ids().stream()
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
        long testRows = view.profile().rows(Part.TEST);
        for (Key key : keys) {
            RepetitionReport report = statistics.get(new Repetition(key.columns()));
            if (report.sharedGroups() == 0) {
                continue;
            }
            boolean numbered = key.columns().size() == 1
                    && countsRows(view, key.columns().get(0), Part.TRAIN)
                    && countsRows(view, key.columns().get(0), Part.TEST);
            findings.add(FindingDraft.about(key.columns(), Confidence.PROVEN)
                    .severity(numbered ? Severity.INFO : Severity.ERROR)
                    .says(
                            numbered
                                    ? "%,d values of %s occur in both parts (%,d of %,d test rows), but each part counts its rows from the start."
                                    : "%,d values of %s occur in training and test: %,d of %,d test rows have been seen in training.",
                            report.sharedGroups(),
                            key,
                            report.sharedTestRows(),
                            testRows)
                    .measured("ids in both parts", (double) report.sharedGroups(), 0)
                    .fact("sharedTestRows", report.sharedTestRows())
                    .rowGroups(report.examples())
                    .fix(new Fix.Advice("drop these rows from the test set, or split again by " + key)));
        }
    }

    /** Whether a part's ids are 0, 1, 2, ... or 1, 2, 3, ...: the number of a row, not of an item. */
    private static boolean countsRows(StudyView view, String column, Part part) {
        Optional<PartProfile> profile =
                Optional.ofNullable(view.profile().column(column).parts().get(part));
        return profile.filter(known -> known.minimum() >= 0
                        && known.minimum() <= 1
                        && known.maximum() - known.minimum() + 1 == known.rows())
                .isPresent();
    }
}
