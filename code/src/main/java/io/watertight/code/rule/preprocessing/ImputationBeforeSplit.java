package io.watertight.code.rule.preprocessing;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Split;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Tag;
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
        StatisticLeaks.note(
                facts,
                findings,
                influence -> influence.kind() == InfluenceKind.FILL,
                leak -> isDealtAtRandom(facts, leak),
                "%s fills gaps from the row before or after, and a random split then sets such rows apart: some of these values come from rows that the model is later evaluated on.");
    }

    /** In order of time, the row before is known already; after a random split it may be anybody's. */
    private static boolean isDealtAtRandom(CodeFacts facts, StatisticLeaks.Leak leak) {
        return leak.pairs().stream()
                .filter(pair -> !pair.fit().features().is(Tag.TIME_ORDERED)
                        && !pair.fit().features().is(Tag.TIME_SORTED))
                .anyMatch(pair -> pair.score().features().rows().parts().stream()
                        .anyMatch(part ->
                                facts.split(part.key()).filter(Split::shuffles).isPresent()));
    }
}
