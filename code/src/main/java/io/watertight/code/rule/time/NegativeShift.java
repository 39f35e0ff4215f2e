package io.watertight.code.rule.time;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Rule;
import io.watertight.code.rule.time.LookAheads.Leak;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.Set;

/** A feature is taken from later rows. */
@CheckInfo(
        id = "negative-shift",
        title = "A feature is taken from later rows",
        category = Category.TEMPORAL,
        severity = Severity.ERROR)
public final class NegativeShift implements Rule {

    private static final Set<String> SHIFTS =
            Set.of("shift", "diff", "pct_change", "slice_shift", "tshift", "roll", "lead", "lag");

    @Override
    public String family() {
        return "time";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        for (Leak leak : LookAheads.find(facts, NegativeShift::looksAhead, true)) {
            LookAheads.report(
                    facts,
                    findings,
                    leak,
                    leak.confidence(),
                    "%s takes values of later rows, and %s learns from them as features.");
        }
    }

    private static boolean looksAhead(Influence influence) {
        return influence.kind() == InfluenceKind.LOOK_AHEAD && SHIFTS.contains(influence.what());
    }
}
