package io.watertight.code.rule.preprocessing;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.InfluenceKind;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;

/** Missing values are filled from rows of the evaluation. */
@CheckInfo(
        id = "imputation-before-split",
        title = "Missing values are filled from rows of the evaluation",
        category = Category.PREPROCESSING,
        severity = Severity.WARNING)
public final class ImputationBeforeSplit implements Rule {

    @Override
    public String family() {
        return "preprocessing";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        StatisticLeaks.report(
                facts,
                findings,
                influence -> influence.kind() == InfluenceKind.IMPUTE,
                "%s fills gaps with values computed from rows that the model is later evaluated on.");
    }
}
