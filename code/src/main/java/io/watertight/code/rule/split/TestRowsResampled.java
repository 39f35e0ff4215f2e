package io.watertight.code.rule.split;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Pair;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.Rows;
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

/** The classes of the test rows are balanced, so that the score is one of rows that were made up or picked by their labels. */
@CheckInfo(
        id = "test-rows-resampled",
        title = "A model is scored on test rows that were rebalanced",
        category = Category.SAMPLING_BIAS,
        severity = Severity.WARNING)
public final class TestRowsResampled implements Rule {

    /** Draws that somebody makes of test rows for an interval of the score. */
    private static final String BOOTSTRAP = "resample";

    @Override
    public String family() {
        return "split";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Set<Span> told = new HashSet<>();
        for (Pair pair : facts.pairs()) {
            if (pair.overlap() == Overlap.NO && facts.isJudged(pair.score())) {
                balancing(pair)
                        .filter(step -> told.add(step.site()))
                        .ifPresent(step -> report(facts, findings, pair, step));
            }
        }
    }

    /** The step that balanced rows after they had been set aside for the test. */
    private static Optional<Influence> balancing(Pair pair) {
        List<Rows> line = pair.score().features().rows().line();
        return pair.score().features().influences().stream()
                .filter(step -> step.kind() == InfluenceKind.RESAMPLE && step.supervised())
                .filter(step -> !step.what().equals(BOOTSTRAP))
                .filter(step -> line.indexOf(step.rows()) > 0
                        && step.rows().parts().stream().anyMatch(part -> part.side() > 0))
                .findFirst();
    }

    private static void report(CodeFacts facts, Findings findings, Pair pair, Influence step) {
        boolean assumed = pair.score().features().is(Tag.ASSUMED);
        findings.add(FindingDraft.at(Places.of(step.site()), assumed ? Confidence.MEDIUM : Confidence.HIGH)
                .says(
                        "%s balances the classes of test rows, so %s is scored on rows as they never occur.",
                        step.what(), pair.fit().simpleName())
                .flow(new Flow(facts)
                        .source(step.rows())
                        .splits(step.rows())
                        .step(step.site(), "resample", step.what() + " makes or drops test rows")
                        .fit(pair.fit())
                        .score(pair.score())
                        .steps()));
    }
}
