package io.watertight.code.rule.target;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Pair;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.ColumnState;
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.Tag;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A mean of the target by group, computed from rows of the evaluation too, is a feature. */
@CheckInfo(
        id = "target-statistic",
        title = "A feature is a statistic of the labels of the evaluation",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR)
public final class TargetStatistic implements Rule {

    @Override
    public String family() {
        return "preprocessing";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Map<Influence, List<Pair>> spoilt = new LinkedHashMap<>();
        for (Pair pair : facts.pairs()) {
            for (Influence influence : pair.fit().features().influences()) {
                if (isOf(facts, influence, pair)) {
                    spoilt.computeIfAbsent(influence, unused -> new ArrayList<>())
                            .add(pair);
                }
            }
        }
        spoilt.forEach((influence, pairs) -> {
            Flow flow = new Flow(facts)
                    .source(influence.rows())
                    .step(influence.site(), "statistic", influence.what() + " of the target reads all these rows");
            pairs.forEach(pair ->
                    flow.splits(pair.score().features().rows()).fit(pair.fit()).score(pair.score()));
            boolean must = pairs.stream()
                    .anyMatch(pair -> facts.algebra()
                                            .overlap(
                                                    influence.rows(),
                                                    pair.score().features().rows())
                                    == Overlap.MUST
                            && !pair.fit().features().is(Tag.ASSUMED));
            findings.add(FindingDraft.at(
                            Places.of(influence.site()),
                            List.copyOf(influence.columns()),
                            must ? Confidence.HIGH : Confidence.MEDIUM)
                    .says(
                            "The %s of the target is computed from rows that the model is later evaluated on, and used as a feature.",
                            influence.what())
                    .flow(flow.steps()));
        });
    }

    private static final Set<InfluenceKind> KINDS = EnumSet.of(InfluenceKind.GROUP, InfluenceKind.ENCODE);

    /** Codes of the labels are none: what is learnt is their order. */
    private static final Set<String> STATISTICS = Set.of(
            "mean",
            "avg",
            "median",
            "sum",
            "std",
            "var",
            "count",
            "min",
            "max",
            "transform",
            "agg",
            "aggregate",
            "quantile");

    /** Whether a statistic is one of the target of a fit, read from rows of its evaluation, and a feature of the fit. */
    public static boolean isOf(CodeFacts facts, Influence influence, Pair pair) {
        Set<String> target = pair.fit().target().map(Data::origins).orElse(Set.of());
        return KINDS.contains(influence.kind())
                && STATISTICS.contains(influence.what())
                && !target.isEmpty()
                && !target.contains(ColumnState.OTHER_ROWS)
                && influence.columns().equals(target)
                && pair.overlap() != Overlap.MUST
                && facts.algebra()
                                .overlap(
                                        influence.rows(),
                                        pair.score().features().rows())
                        != Overlap.NO;
    }
}
