package io.watertight.code.rule.preprocessing;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.InfluenceKind;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;

/** Features are dropped by counts that saw rows of the evaluation. */
@CheckInfo(
        id = "blind-selection-before-split",
        title = "Features are dropped by counts that saw rows of the evaluation",
        category = Category.FEATURE_SELECTION,
        severity = Severity.INFO)
public final class BlindSelectionBeforeSplit implements Rule {

    @Override
    public String family() {
        return "schema";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        StatisticLeaks.report(
                facts,
                findings,
                influence -> influence.kind() == InfluenceKind.SELECT && Selections.isBlind(influence),
                "%s drops features by counts or spreads of rows that the model is later evaluated on; the labels are not looked at.");
    }
}
