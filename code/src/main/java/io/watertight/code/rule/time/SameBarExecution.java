package io.watertight.code.rule.time;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Trade;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.Data;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Timing;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.List;

/** A position earns the return that it was made from. */
@CheckInfo(
        id = "same-bar-execution",
        title = "A position earns the return that it was made from",
        category = Category.TEMPORAL,
        severity = Severity.WARNING)
public final class SameBarExecution implements Rule {

    @Override
    public String family() {
        return "time";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Trades.earned(facts)
                .filter(SameBarExecution::isLate)
                .forEach(trade -> findings.add(FindingDraft.at(
                                Places.of(trade.site()), Trades.columns(trade), confidence(trade))
                        .says(
                                "The position is made of values at the end of the bar, and earns the return of that same bar."
                                        + " Maybe shift it by one row.")
                        .flow(Trades.flow(facts, trade, List.of(), "look-ahead").steps())));
    }

    /** Whether the position is known after its return has begun, and not from later rows altogether. */
    private static boolean isLate(Trade trade) {
        Timing held = trade.position().timing();
        Timing earned = trade.change().map(Data::timing).orElse(Timing.NOTHING);
        return held.newest() > earned.oldest()
                && !Trades.readsAhead(trade)
                && held.newest() <= Math.max(0, earned.newest())
                && earned.oldest() > -Timing.FAR
                && Trades.knowsPrice(held, earned);
    }

    private static Confidence confidence(Trade trade) {
        Timing held = trade.position().timing();
        Timing earned = trade.change().map(Data::timing).orElse(Timing.NOTHING);
        boolean named = !held.reads().contains(Timing.ALL) && !earned.reads().contains(Timing.ALL);
        boolean sure = named
                && trade.evidence() == Trade.Evidence.NAMED
                && !trade.position().is(Tag.ASSUMED)
                && trade.change()
                        .filter(change -> change.rows() == trade.position().rows())
                        .isPresent();
        return sure ? Confidence.HIGH : Confidence.MEDIUM;
    }
}
