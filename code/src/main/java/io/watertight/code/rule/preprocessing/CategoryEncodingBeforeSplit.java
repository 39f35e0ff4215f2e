package io.watertight.code.rule.preprocessing;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.InfluenceKind;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;

/** Codes of categories are learnt from rows of the evaluation. */
@CheckInfo(
        id = "category-encoding-before-split",
        title = "Codes of categories are learnt from rows of the evaluation",
        category = Category.PREPROCESSING,
        severity = Severity.INFO)
public final class CategoryEncodingBeforeSplit implements Rule {

    @Override
    public String family() {
        return "schema";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        StatisticLeaks.report(
                facts,
                findings,
                influence -> influence.kind() == InfluenceKind.ENCODE,
                "%s learns its codes from rows that the model is later evaluated on.");
    }
}
