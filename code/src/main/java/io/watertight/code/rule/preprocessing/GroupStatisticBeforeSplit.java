package io.watertight.code.rule.preprocessing;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.InfluenceKind;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;

/** A statistic of groups has seen rows of the evaluation. */
@CheckInfo(
        id = "group-statistic-before-split",
        title = "A statistic of groups has seen rows of the evaluation",
        category = Category.PREPROCESSING,
        severity = Severity.WARNING)
public final class GroupStatisticBeforeSplit implements Rule {

    @Override
    public String family() {
        return "preprocessing";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        StatisticLeaks.report(
                facts,
                findings,
                influence -> influence.kind() == InfluenceKind.GROUP || influence.kind() == InfluenceKind.CLUSTER,
                "%s computes a statistic of groups from rows that the model is later evaluated on.");
    }
}
