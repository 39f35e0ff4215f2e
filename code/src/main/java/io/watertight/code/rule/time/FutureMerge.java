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

/** A merge attaches later records to a row. */
@CheckInfo(
        id = "future-merge",
        title = "A merge attaches later records to a row",
        category = Category.TEMPORAL,
        severity = Severity.ERROR)
public final class FutureMerge implements Rule {

    private static final Set<String> MERGES = Set.of("merge_asof", "join_asof");

    @Override
    public String family() {
        return "time";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        for (Leak leak : LookAheads.find(facts, FutureMerge::looksAhead, false)) {
            LookAheads.report(
                    facts,
                    findings,
                    leak,
                    leak.confidence(),
                    "%s attaches the next or nearest record, which may be later, and %s learns from it.");
        }
    }

    private static boolean looksAhead(Influence influence) {
        return influence.kind() == InfluenceKind.LOOK_AHEAD && MERGES.contains(influence.what());
    }
}
