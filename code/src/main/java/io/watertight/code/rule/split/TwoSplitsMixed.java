package io.watertight.code.rule.split;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Pair;
import io.watertight.code.fact.Split;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.syntax.Span;
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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model learns from the training part of one split and is scored on the test part of another. */
@CheckInfo(
        id = "two-splits-mixed",
        title = "Training and test rows come from two different splits",
        category = Category.DUPLICATES,
        severity = Severity.ERROR)
public final class TwoSplitsMixed implements Rule {

    private static final Pattern SEEDED = Pattern.compile("split with seed (\\S+) test_size (0?\\.\\d+)");

    private static final String SPLITS =
            "%s has learnt from the training part of one split of these rows and is evaluated on the test part of another, so most of what it is tested on it has seen.";

    private static final String SAMPLES =
            "%s has learnt from one random sample of these rows and is evaluated on another that was drawn from all of them, so it has seen some of what it is tested on.";

    private record Mixed(Span train, Span test, boolean samples) {}

    @Override
    public String family() {
        return "overlap";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Set<Object> told = new HashSet<>();
        for (Pair pair : facts.pairs()) {
            if (pair.overlap() != Overlap.MAY || pair.fit().folds()) {
                continue;
            }
            mixed(facts, pair).filter(mixed -> told.add(pair.score().site())).ifPresent(mixed -> {
                boolean assumed = mixed.samples()
                        || pair.fit().features().is(Tag.ASSUMED)
                        || pair.score().features().is(Tag.ASSUMED);
                findings.add(FindingDraft.at(
                                Places.of(pair.score().site()), assumed ? Confidence.MEDIUM : Confidence.HIGH)
                        .says(mixed.samples() ? SAMPLES : SPLITS, pair.fit().simpleName())
                        .flow(new Flow(facts)
                                .source(pair.fit().features().rows())
                                .step(mixed.train(), "split", "the training rows come from this split")
                                .fit(pair.fit())
                                .step(mixed.test(), "split", "the test rows come from this one")
                                .score(pair.score())
                                .steps()));
            });
        }
    }

    /** Two random splits of the same rows, one for each side of the pair. */
    private static Optional<Mixed> mixed(CodeFacts facts, Pair pair) {
        for (Rows train : pair.fit().features().rows().parts()) {
            for (Rows test : pair.score().features().rows().parts()) {
                boolean same =
                        train.parent().equals(test.parent()) && !train.key().equals(test.key());
                Optional<Split> one = facts.split(train.key());
                Optional<Split> other = facts.split(test.key());
                if (same
                        && random(one)
                        && random(other)
                        && train.side() == 0
                        && test.side() > 0
                        && !isNested(train, test)) {
                    return Optional.of(new Mixed(
                            one.orElseThrow().site(), other.orElseThrow().site(), false));
                }
                if (same && isSample(train) && isSample(test)) {
                    return Optional.of(
                            new Mixed(train.site().orElseThrow(), test.site().orElseThrow(), true));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSample(Rows part) {
        return part.key().startsWith("sample ") && part.site().isPresent();
    }

    private static boolean random(Optional<Split> split) {
        return split.filter(each -> each.shuffles() && !each.folds()).isPresent();
    }

    /** With one seed, rows are dealt in one order, and a smaller test part is a part of the larger one. */
    private static boolean isNested(Rows train, Rows test) {
        Matcher one = SEEDED.matcher(train.key());
        Matcher other = SEEDED.matcher(test.key());
        if (!one.matches() || !other.matches() || !one.group(1).equals(other.group(1))) {
            return false;
        }
        double kept = Double.parseDouble(one.group(2));
        return Double.parseDouble(other.group(2)) <= kept;
    }
}
