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
import io.watertight.core.data.Canonical;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import io.watertight.core.study.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers that stand for "missing": codes such as -999, and zeros where nothing near zero occurs. */
@CheckInfo(
        id = "sentinel-values",
        title = "A number seems to stand for a missing value",
        category = Category.NONE,
        severity = Severity.WARNING)
public final class SentinelValues implements Check<List<Sentinel>> {

    @Override
    public List<Sentinel> propose(StudyView view) {
        List<Sentinel> sentinels = new ArrayList<>();
        for (Column column : view.study().features()) {
            if (column.isNumber()) {
                Sentinel.in(
                                view.sample().numbers(column.name()),
                                view.profile().column(column.name()).all(),
                                column.name())
                        .ifPresent(sentinels::add);
            }
        }
        return sentinels;
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Sentinel> sentinels) {
        return sentinels.stream().map(SentinelValues::count).collect(Collectors.toSet());
    }

    private static CountWhere count(Sentinel sentinel) {
        return CountWhere.all(Condition.compare(
                Operand.column(sentinel.column()), Condition.Relation.EQUAL, Operand.number(sentinel.value())));
    }

    @Override
    public void evaluate(StudyView view, List<Sentinel> sentinels, Statistics statistics, Findings findings) {
        report(sentinels.stream().filter(one -> !one.isZero()).toList(), statistics, findings, false);
        report(sentinels.stream().filter(Sentinel::isZero).toList(), statistics, findings, true);
    }

    private static void report(List<Sentinel> sentinels, Statistics statistics, Findings findings, boolean zero) {
        if (sentinels.isEmpty()) {
            return;
        }
        List<String> columns = sentinels.stream().map(Sentinel::column).toList();
        FindingDraft draft = FindingDraft.about(columns, zero ? Confidence.LOW : Confidence.MEDIUM)
                .aspect(zero ? "zero" : "")
                .severity(zero ? Severity.INFO : Severity.WARNING)
                .says(
                        "%s %s: if it means \"not measured\", every mean, scaler and split of a tree takes it for a"
                                + " measurement.",
                        Wording.does(columns.size(), "column", "hold"),
                        zero
                                ? "zeros far away from all other values, which are positive"
                                : "a number that serves as a code elsewhere and lies far away from all other values")
                .measured("columns", columns.size(), 0)
                .fix(new Fix.Advice("find out what the number means, and read it as missing if it does"));
        for (Sentinel sentinel : sentinels.subList(0, Math.min(10, sentinels.size()))) {
            Tally tally = statistics.get(count(sentinel));
            draft.fact(sentinel.column() + ": rows with it", tally.matched());
            draft.cell(sentinel.column(), Canonical.text(sentinel.value()));
        }
        draft.rows(statistics.get(count(sentinels.get(0))).examples());
        findings.add(draft);
    }
}
