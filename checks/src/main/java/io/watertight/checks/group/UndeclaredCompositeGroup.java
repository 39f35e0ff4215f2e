package io.watertight.checks.group;

import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Need;
import io.watertight.core.check.Question;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.RepetitionReport;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two columns that together name entities with several rows each, which a random split would cut. */
@CheckInfo(
        id = "undeclared-composite-group",
        title = "Two columns together name entities with several rows",
        category = Category.NON_INDEPENDENCE,
        severity = Severity.WARNING,
        requires = {Need.TARGET, Need.FEATURES})
public final class UndeclaredCompositeGroup implements Check<Optional<PairOfColumns>> {

    private static final double WORTH_ASKING = 0.05;

    @Override
    public Optional<PairOfColumns> propose(StudyView view) {
        return PairSearch.find(view);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Optional<PairOfColumns> pair) {
        return pair.<Set<Statistic<?>>>map(one -> Set.of(question(one))).orElse(Set.of());
    }

    private static Repetition question(PairOfColumns pair) {
        return new Repetition(List.of(pair.first(), pair.second()));
    }

    @Override
    public void evaluate(StudyView view, Optional<PairOfColumns> found, Statistics statistics, Findings findings) {
        if (found.isEmpty()) {
            return;
        }
        PairOfColumns pair = found.get();
        RepetitionReport report = statistics.get(question(pair));
        long testRows = view.profile().rows(Part.TEST);
        double straddling = testRows > 0
                ? (double) report.sharedTestRows() / testRows
                : (double) report.repeatedRows() / view.profile().rows();
        if (straddling < WORTH_ASKING) {
            return;
        }
        List<String> columns = List.of(pair.first(), pair.second());
        findings.add(FindingDraft.about(columns, Confidence.MEDIUM)
                .says(
                        "Rows that agree in both %s and %s also agree in %s and resemble each other in the target, rows that share "
                                + "one of the two do not: together they seem to name %,d entities, and %.0f%% of the %s.",
                        pair.first(),
                        pair.second(),
                        String.join(
                                ", ",
                                pair.still().subList(0, Math.min(4, pair.still().size()))),
                        report.groups(),
                        100 * straddling,
                        testRows > 0
                                ? "test rows are of one that training holds too"
                                : "rows share theirs with another row")
                .measured("share of rows that share an entity", straddling, WORTH_ASKING)
                .fact("groups", report.groups())
                .fact("largestGroup", report.largest())
                .fact("columnsThatStayTheSame", pair.still().size())
                .fact("z", pair.z())
                .rowGroups(report.examples())
                .fix(Fix.keepTogether(columns))
                .asks(new Question(
                        "Do " + pair.first() + " and " + pair.second() + " together name one case with several rows?",
                        List.of("--group " + String.join("+", columns), "--purpose rows"),
                        columns,
                        0.4)));
    }
}
