package io.watertight.checks.target;

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
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.Condition.Relation;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import io.watertight.core.study.Column;
import io.watertight.core.study.KnownAt;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds features that somebody declared to be known only after the prediction. */
@CheckInfo(
        id = "declared-after-prediction",
        title = "The column is declared to be known only after the prediction",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR,
        requires = Need.FEATURES)
public final class DeclaredAfterPrediction implements Check<List<Column>> {

    @Override
    public List<Column> propose(StudyView view) {
        return view.study().features().stream()
                .filter(column -> column.knownAt().kind() != KnownAt.Kind.UNKNOWN)
                .toList();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Column> columns) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        columns.stream().filter(column -> isDated(view, column)).forEach(column -> needs.add(question(view, column)));
        return needs;
    }

    private static boolean isDated(StudyView view, Column column) {
        return column.knownAt().kind() == KnownAt.Kind.COLUMN
                && view.study().predictAt().isPresent();
    }

    /** Where the value became known at the prediction or later; ties count as not yet known. */
    private static CountWhere question(StudyView view, Column column) {
        String knownAt = column.knownAt().column().orElseThrow();
        return CountWhere.all(Condition.compare(
                PredictionTime.of(knownAt),
                Relation.AT_LEAST,
                PredictionTime.of(view.study().predictAt().orElseThrow())));
    }

    @Override
    public void evaluate(StudyView view, List<Column> columns, Statistics statistics, Findings findings) {
        for (Column column : columns) {
            if (column.knownAt().isAfterEvent()) {
                add(
                        column,
                        "is declared known at " + column.knownAt() + ", which is after the prediction",
                        1,
                        findings);
            } else if (isDated(view, column)) {
                Tally tally = statistics.get(question(view, column));
                if (tally.matched() > 0) {
                    String what = String.format(
                            java.util.Locale.ENGLISH,
                            "is declared known at %s, which is not before %s in %,d of %,d rows",
                            column.knownAt(),
                            view.study().predictAt().orElseThrow(),
                            tally.matched(),
                            tally.defined());
                    add(column, what, (double) tally.matched() / tally.defined(), findings);
                }
            }
        }
    }

    private static void add(Column column, String what, double share, Findings findings) {
        findings.add(FindingDraft.about(column.name(), Confidence.PROVEN)
                .says("%s %s.", column.name(), what)
                .measured("share of rows where it is not known in time", share, 0)
                .fix(Fix.leaveOut(List.of(column.name()))));
    }
}
