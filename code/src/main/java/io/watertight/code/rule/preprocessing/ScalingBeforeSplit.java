package io.watertight.code.rule.preprocessing;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.InfluenceKind;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;

/** A scaler has seen the rows it is evaluated on. */
@CheckInfo(
        id = "scaling-before-split",
        title = "A scaler has seen the rows it is evaluated on",
        category = Category.PREPROCESSING,
        severity = Severity.WARNING)
public final class ScalingBeforeSplit implements Rule {

    @Override
    public String family() {
        return "preprocessing";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        StatisticLeaks.report(
                facts,
                findings,
                influence -> influence.kind() == InfluenceKind.SCALE,
                "%s is computed from rows that the model is later evaluated on.");
    }
}
