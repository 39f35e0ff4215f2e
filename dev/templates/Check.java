package io.watertight.checks.@PACKAGE@;

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
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** TODO: what is wrong with the data when this check finds something. */
@CheckInfo(
        id = "@ID@",
        title = "@TITLE@",
        category = Category.NONE,
        severity = Severity.INFO,
        requires = Need.FEATURES)
public final class @CLASS@ implements Check<List<String>> {

    @Override
    public List<String> propose(StudyView view) {
        // TODO: what is worth asking about. As a start: features that are missing more often than not.
        return view.study().features().stream()
                .map(Column::name)
                .filter(name -> view.profile().column(name).all().missingShare() > 0.5)
                .toList();
    }

    private static CountWhere missing(String column) {
        return CountWhere.train(new Condition.IsMissing(column));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<String> columns) {
        return columns.stream().map(@CLASS@::missing).collect(Collectors.toSet());
    }

    @Override
    public void evaluate(StudyView view, List<String> columns, Statistics statistics, Findings findings) {
        for (String column : columns) {
            long rows = statistics.get(missing(column)).matched();
            findings.add(FindingDraft.about(column, Confidence.LOW)
                    .says("%,d training rows have no %s.", rows, column)
                    .measured("training rows without a value", (double) rows, 0)
                    .fix(new Fix.Advice("TODO: what to do about it")));
        }
    }
}
