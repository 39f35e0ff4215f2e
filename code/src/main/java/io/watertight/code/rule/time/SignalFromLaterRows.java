package io.watertight.code.rule.time;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Trade;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Tag;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A trading signal is made of later rows. */
@CheckInfo(
        id = "signal-from-later-rows",
        title = "A trading signal is made of later rows",
        category = Category.TEMPORAL,
        severity = Severity.ERROR)
public final class SignalFromLaterRows implements Rule {

    @Override
    public String family() {
        return "time";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Set<Span> told = new HashSet<>();
        Stream<Trade> others = facts.trades().stream().filter(trade -> trade.kind() != Trade.Kind.PRODUCT);
        Stream.concat(Trades.earned(facts), others).forEach(trade -> {
            Optional<Influence> step = Trades.lookAhead(trade);
            boolean certain = trade.kind() == Trade.Kind.NEXT_BAR || trade.kind() == Trade.Kind.ORDER;
            if (step.isEmpty() && !certain && !Trades.readsAhead(trade)) {
                return;
            }
            Span place = step.map(Influence::site).orElse(trade.site());
            if (told.add(place)) {
                String what = step.map(Influence::what).orElse(certain ? trade.name() : "The last row");
                findings.add(FindingDraft.at(Places.of(place), Trades.columns(trade), confidence(trade, step))
                        .says(
                                "%s is a value of a later row, and the strategy decides by it what to do in the row before.",
                                what)
                        .flow(Trades.flow(facts, trade, step.map(List::of).orElse(List.of()), "look-ahead")
                                .steps()));
            }
        });
    }

    private static Confidence confidence(Trade trade, Optional<Influence> step) {
        boolean sure = step.filter(each -> each.kind() == InfluenceKind.LOOK_AHEAD)
                        .filter(each -> !BackFill.FILLS.contains(each.what()))
                        .isPresent()
                || trade.kind() == Trade.Kind.NEXT_BAR;
        return sure && !trade.position().is(Tag.ASSUMED) ? Confidence.HIGH : Confidence.MEDIUM;
    }
}
