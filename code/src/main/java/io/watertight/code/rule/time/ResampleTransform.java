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

/** A row gets a statistic of a period that has not ended. */
@CheckInfo(
        id = "resample-transform",
        title = "A row gets a statistic of a period that has not ended",
        category = Category.TEMPORAL,
        severity = Severity.ERROR)
public final class ResampleTransform implements Rule {

    private static final Set<String> PERIODS = Set.of("transform");

    @Override
    public String family() {
        return "time";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        for (Leak leak : LookAheads.find(facts, ResampleTransform::looksAhead, true)) {
            LookAheads.report(
                    facts,
                    findings,
                    leak,
                    leak.confidence(),
                    "%s gives each row a statistic of its whole period, later rows too, and %s learns from it.");
        }
    }

    private static boolean looksAhead(Influence influence) {
        return influence.kind() == InfluenceKind.LOOK_AHEAD && PERIODS.contains(influence.what());
    }
}
