package io.watertight.code.rule.time;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Trade;
import io.watertight.code.rule.Flow;
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Timing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads trades: what a position knew when its return began. */
final class Trades {

    /** Steps that fill gaps from later rows, or merge later rows in, and do not say how far ahead they are. */
    private static final Set<String> MERGES = Set.of("merge_asof", "join_asof");

    /** What shows on purpose how good one could be who knew the future. */
    private static final Pattern ORACLE = Pattern.compile(
            "(?i)(oracle|perfect|foresight|optimal|ideal|actual|true|target|label|(^|[^a-z])(y|best)([^a-z]|$))");

    /** Prices at the end of a bar, or within it. */
    private static final Pattern PRICE =
            Pattern.compile("(?i)(close|price|settle|(^|[^a-z])(last|high|low|px)([^a-z]|$))");

    private Trades() {}

    /** The products that a strategy earns by; those that may as well be features are left out. */
    static Stream<Trade> earned(CodeFacts facts) {
        return facts.trades().stream()
                .filter(trade -> trade.kind() == Trade.Kind.PRODUCT)
                .filter(trade -> trade.evidence() != Trade.Evidence.NONE)
                .filter(trade -> !ORACLE.matcher(trade.name()).find())
                .filter(trade -> trade.evidence() == Trade.Evidence.NAMED || !isPartOfReturn(trade));
    }

    /** Days on which prices rose, and by how much: a return taken apart by its own sign. */
    private static boolean isPartOfReturn(Trade trade) {
        Timing held = trade.position().timing();
        return trade.change()
                .map(Data::timing)
                .filter(earned -> earned.reads().equals(held.reads())
                        && earned.oldest() == held.oldest()
                        && earned.newest() == held.newest())
                .isPresent();
    }

    /** Whether a position is made of the price that its return ends with, as far as names tell. */
    static boolean knowsPrice(Timing held, Timing earned) {
        return held.sharesColumns(earned)
                || held.reads().stream().anyMatch(name -> PRICE.matcher(name).find());
    }

    /** The first row that a return begins with: what is known there may decide on it. */
    static int begin(Trade trade) {
        return trade.change().map(change -> change.timing().oldest()).orElse(0);
    }

    static boolean readsAhead(Trade trade) {
        int newest = trade.position().timing().newest();
        return newest > 0 && newest > begin(trade);
    }

    /** The step by which a position came to know later rows, and its return did not. */
    static Optional<Influence> lookAhead(Trade trade) {
        Set<Influence> shared = trade.change().map(Data::influences).orElse(Set.of());
        return trade.position().influences().stream()
                .filter(step -> !shared.contains(step))
                .filter(step -> step.kind().looksAhead()
                        || step.kind() == InfluenceKind.SMOOTH && CentredWindow.FILTERS.contains(step.what()))
                .filter(step -> readsAhead(trade) || isOfUnknownReach(step))
                .findFirst();
    }

    private static boolean isOfUnknownReach(Influence step) {
        return BackFill.FILLS.contains(step.what())
                || MERGES.contains(step.what())
                || step.kind() == InfluenceKind.SMOOTH;
    }

    /** The way to a trade, over the steps that matter. */
    static Flow flow(CodeFacts facts, Trade trade, List<Influence> steps, String role) {
        Flow flow = new Flow(facts).source(trade.position().rows());
        steps.forEach(step -> flow.step(step.site(), role, step.what() + " reads other rows"));
        return flow.step(trade.site(), "score", "the strategy trades on it");
    }

    static List<String> columns(Trade trade) {
        return trade.position().timing().reads().stream()
                .filter(name -> !name.equals(Timing.ALL) && !name.equals("?"))
                .sorted()
                .toList();
    }
}
