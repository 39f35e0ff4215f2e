package io.watertight.code.rule.preprocessing;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.InfluenceKind;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;

/** Labels of the evaluation are encoded in the features. */
@CheckInfo(
        id = "target-encoding-before-split",
        title = "Labels of the evaluation are encoded in the features",
        category = Category.PREPROCESSING,
        severity = Severity.ERROR)
public final class TargetEncodingBeforeSplit implements Rule {

    @Override
    public String family() {
        return "preprocessing";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        StatisticLeaks.report(
                facts,
                findings,
                influence -> influence.kind() == InfluenceKind.TARGET,
                "%s puts labels of rows that the model is later evaluated on into the features.");
    }
}
