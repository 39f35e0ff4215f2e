package io.watertight.code.rule.time;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Rule;
import io.watertight.code.rule.time.LookAheads.Leak;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.Set;

/** Gaps are filled with values of later rows. */
@CheckInfo(
        id = "back-fill",
        title = "Gaps are filled with values of later rows",
        category = Category.TEMPORAL,
        severity = Severity.WARNING)
public final class BackFill implements Rule {

    static final Set<String> FILLS = Set.of(
            "bfill",
            "backfill",
            "fillna",
            "interpolate",
            "interpolate_by",
            "backward_fill",
            "fill_null",
            "fill_missing_values",
            "nearest");

    @Override
    public String family() {
        return "time";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        for (Leak leak : LookAheads.find(facts, BackFill::looksAhead, false)) {
            if (LookAheads.isTimeOrdered(leak) && LookAheads.reachesEvaluation(facts, leak)) {
                boolean sure = LookAheads.hasLags(leak) && leak.confidence() != Confidence.LOW;
                LookAheads.report(
                        facts,
                        findings,
                        leak,
                        sure ? Confidence.MEDIUM : Confidence.LOW,
                        "%s fills gaps with values of later rows, and %s learns from them.");
            }
        }
    }

    private static boolean looksAhead(Influence influence) {
        return influence.kind() == InfluenceKind.LOOK_AHEAD && FILLS.contains(influence.what());
    }
}
