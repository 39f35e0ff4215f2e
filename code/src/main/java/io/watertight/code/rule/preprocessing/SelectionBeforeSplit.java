package io.watertight.code.rule.preprocessing;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.InfluenceKind;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;

/** Features are chosen with rows of the evaluation. */
@CheckInfo(
        id = "selection-before-split",
        title = "Features are chosen with rows of the evaluation",
        category = Category.FEATURE_SELECTION,
        severity = Severity.ERROR)
public final class SelectionBeforeSplit implements Rule {

    @Override
    public String family() {
        return "preprocessing";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        StatisticLeaks.report(
                facts,
                findings,
                influence -> influence.kind() == InfluenceKind.SELECT
                        && !Selections.isBlind(influence)
                        && !Selections.isFitted(influence),
                leak -> !Selections.isAmongFeatures(leak),
                "%s chooses features by rows that the model is later evaluated on.");
        StatisticLeaks.note(
                facts,
                findings,
                influence -> influence.kind() == InfluenceKind.SELECT && !Selections.isBlind(influence),
                leak -> Selections.isFitted(leak.influence()) || Selections.isAmongFeatures(leak),
                "%s chooses features by rows that the model is later evaluated on, though not by their labels.");
    }
}
