package io.watertight.code.rule.split;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Pair;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.Tag;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.List;

/** Models are scored on training rows, and nowhere in the file on others. */
@CheckInfo(
        id = "no-held-out-score",
        title = "Every score in the file is a score on training rows",
        category = Category.NO_TEST_SET,
        severity = Severity.INFO)
public final class NoHeldOutScore implements Rule {

    @Override
    public String family() {
        return "split";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        boolean looksElsewhere = !facts.splits().isEmpty()
                || facts.fits().stream()
                        .anyMatch(fit ->
                                fit.search() || fit.folds() || !fit.validation().isEmpty());
        List<Pair> pairs = facts.pairs();
        boolean allSeen = !pairs.isEmpty()
                && pairs.stream()
                        .allMatch(pair -> pair.fit().features().rows()
                                == pair.score().features().rows())
                && facts.scores().stream().allMatch(score -> !score.fits().isEmpty());
        boolean guessed = pairs.stream()
                .anyMatch(pair -> pair.fit().features().rows().isNone()
                        || pair.fit().features().is(Tag.ASSUMED)
                        || pair.score().features().is(Tag.ASSUMED)
                        || pair.fit().name().contains("keras"));
        if (looksElsewhere || !allSeen || guessed) {
            return;
        }
        pairs.stream()
                .filter(pair -> pair.fit().target().isPresent() && facts.isMeasured(pair.score()))
                .findFirst()
                .ifPresent(pair -> report(facts, pair, findings));
    }

    private static void report(CodeFacts facts, Pair pair, Findings findings) {
        Fit fit = pair.fit();
        findings.add(FindingDraft.at(Places.of(fit.site()), Confidence.MEDIUM)
                .says(
                        "%s is scored on the rows it learns from, and this file scores no model on others.",
                        fit.simpleName())
                .flow(new Flow(facts)
                        .source(fit.features().rows())
                        .fit(fit)
                        .score(pair.score())
                        .steps()));
    }
}
