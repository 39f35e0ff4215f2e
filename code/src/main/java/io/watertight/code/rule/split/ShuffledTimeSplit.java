package io.watertight.code.rule.split;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.rule.Dealt;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Tag;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rows of a time series are dealt at random. */
@CheckInfo(
        id = "shuffled-time-split",
        title = "Rows in order of time are dealt at random",
        category = Category.TEMPORAL,
        severity = Severity.WARNING)
public final class ShuffledTimeSplit implements Rule {

    @Override
    public String family() {
        return "time";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        for (Dealt dealt : Dealt.all(facts)) {
            boolean windows =
                    dealt.fits().stream().anyMatch(fit -> fit.features().is(Tag.WINDOWED));
            Optional<Influence> neighbour =
                    dealt.fits().stream().flatMap(ShuffledTimeSplit::neighbours).findFirst();
            boolean ordered =
                    dealt.fits().stream().anyMatch(fit -> fit.features().is(Tag.TIME_ORDERED));
            if (windows || neighbour.isEmpty() && !ordered) {
                continue;
            }
            Fit fit = dealt.fits().get(0);
            boolean sure = !fit.features().is(Tag.ASSUMED);
            Flow flow = new Flow(facts).source(fit.features().rows());
            neighbour.ifPresent(step ->
                    flow.step(step.site(), "features", step.what() + " relates a row to its neighbours in time"));
            flow.step(dealt.site(), "split", dealt.name() + " deals the rows at random")
                    .fit(fit);
            findings.add(FindingDraft.at(Places.of(dealt.site()), sure ? Confidence.MEDIUM : Confidence.LOW)
                    .says(
                            neighbour.isPresent()
                                    ? "%s deals rows of a time series at random, so %s learns from rows after those it is tested on."
                                    : "%s deals rows at random that are in an order of time; if later rows tell of earlier ones, %s is tested on what it knows.",
                            dealt.name(),
                            fit.simpleName())
                    .flow(flow.steps()));
        }
        Dealt.inBlocks(facts).forEach(dealt -> blocks(facts, dealt, findings));
    }

    /** Unshuffled folds of a forecast: its neighbours touch the ends of a block alone, but what comes later trains for what came before. */
    private static void blocks(CodeFacts facts, Dealt dealt, Findings findings) {
        for (Fit fit : dealt.fits()) {
            Optional<Influence> neighbour = neighbours(fit).findFirst();
            if (neighbour.isPresent() && !fit.features().is(Tag.WINDOWED)) {
                findings.add(FindingDraft.at(Places.of(dealt.site()), Confidence.MEDIUM)
                        .severity(Severity.INFO)
                        .says(
                                "%s tests each block of a time series by %s that has learnt from later blocks, too.",
                                dealt.name(), fit.simpleName())
                        .flow(new Flow(facts)
                                .source(fit.features().rows())
                                .step(
                                        neighbour.get().site(),
                                        "features",
                                        neighbour.get().what() + " relates a row to its neighbours in time")
                                .step(dealt.site(), "split", dealt.name() + " deals blocks of rows into folds")
                                .fit(fit)
                                .steps()));
                return;
            }
        }
    }

    /** Features of earlier rows, or labels of later ones: the task is a forecast. */
    private static Stream<Influence> neighbours(Fit fit) {
        Stream<Influence> features = fit.features().influences().stream().filter(ShuffledTimeSplit::isNeighbour);
        Stream<Influence> labels = fit.target().map(Data::influences).stream()
                .flatMap(all -> all.stream())
                .filter(ShuffledTimeSplit::isNeighbour);
        return Stream.concat(features, labels);
    }

    private static boolean isNeighbour(Influence influence) {
        return influence.kind() == InfluenceKind.LAG
                || influence.kind() == InfluenceKind.LOOK_AHEAD
                        && Set.of("shift", "diff", "pct_change", "lead")
                                .contains(influence.what().replaceFirst("\\(.*", ""));
    }
}
