package io.watertight.code.rule.time;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Trade;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Rows;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A trading signal rests on a statistic of the whole series. */
@CheckInfo(
        id = "signal-from-whole-series",
        title = "A trading signal rests on a statistic of the whole series",
        category = Category.TEMPORAL,
        severity = Severity.WARNING)
public final class SignalFromWholeSeries implements Rule {

    private static final Set<InfluenceKind> STATISTICS = EnumSet.of(
            InfluenceKind.SUMMARY,
            InfluenceKind.SCALE,
            InfluenceKind.DISCRETISE,
            InfluenceKind.PROJECT,
            // A number that a column is filled with, to be compared with other columns.
            InfluenceKind.IMPUTE);

    @Override
    public String family() {
        return "time";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Set<Span> told = new HashSet<>();
        Stream<Trade> signals = facts.trades().stream().filter(trade -> trade.kind() == Trade.Kind.SIGNALS);
        Stream.concat(Trades.earned(facts), signals)
                .forEach(trade -> trade.position().influences().stream()
                        .filter(step -> isOfWholeSeries(facts, trade, step))
                        .findFirst()
                        .filter(step -> told.add(step.site()))
                        .ifPresent(step -> findings.add(
                                FindingDraft.at(Places.of(step.site()), Trades.columns(trade), Confidence.MEDIUM)
                                        .says(
                                                "%s is computed over the whole series, later rows too, and the strategy decides by it.",
                                                step.what())
                                        .flow(Trades.flow(facts, trade, List.of(step), "statistic")
                                                .steps()))));
    }

    private static boolean isOfWholeSeries(CodeFacts facts, Trade trade, Influence step) {
        return STATISTICS.contains(step.kind())
                && !step.rows().isNone()
                && !rows(trade).isNone()
                && facts.algebra().within(rows(trade), step.rows());
    }

    /** The rows that are traded on; a position that is filled into zeros has those of the return. */
    private static Rows rows(Trade trade) {
        Rows own = trade.position().rows();
        return own.isNone() ? trade.change().map(Data::rows).orElse(own) : own;
    }
}
