package io.watertight.code.rule;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Split;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Rows that were dealt at random, with the fits that learn from a part of them.
 *
 * @param site where they are dealt
 * @param name what deals them
 * @param fits the fits that learn from a part
 * @param split the split; empty if a sample is drawn and the rest is kept
 */
public record Dealt(Span site, String name, List<Fit> fits, Optional<Split> split) {

    public Dealt {
        fits = List.copyOf(fits);
    }

    /** Every random split that a model learns from, in the order of the program. */
    public static List<Dealt> all(CodeFacts facts) {
        return all(facts, (part, fit) -> of(facts, part, fit, Split::shuffles).or(() -> sample(part, fit)));
    }

    /** Every going round in folds of neighbouring rows, each of them tested by models of the rows before and after it. */
    public static List<Dealt> inBlocks(CodeFacts facts) {
        return all(
                facts,
                (part, fit) -> of(
                        facts,
                        part,
                        fit,
                        split -> split.folds()
                                && !split.shuffles()
                                && !split.keeps().contains("time")));
    }

    private static List<Dealt> all(CodeFacts facts, BiFunction<Rows, Fit, Optional<Dealt>> of) {
        Map<Span, Dealt> dealt = new LinkedHashMap<>();
        for (Fit fit : facts.fits()) {
            for (Rows part : fit.features().rows().parts()) {
                of.apply(part, fit).ifPresent(each -> dealt.merge(each.site(), each, Dealt::and));
            }
        }
        return List.copyOf(dealt.values());
    }

    private static Optional<Dealt> of(CodeFacts facts, Rows part, Fit fit, Predicate<Split> which) {
        return facts.split(part.key())
                .filter(which)
                .map(split -> new Dealt(split.site(), split.name(), List.of(fit), Optional.of(split)));
    }

    private static Optional<Dealt> sample(Rows part, Fit fit) {
        return part.key().startsWith("sample ")
                ? part.site().map(site -> new Dealt(site, "sample", List.of(fit), Optional.empty()))
                : Optional.empty();
    }

    private Dealt and(Dealt other) {
        List<Fit> both = new ArrayList<>(fits);
        both.addAll(other.fits);
        return new Dealt(site, name, both, split);
    }
}
