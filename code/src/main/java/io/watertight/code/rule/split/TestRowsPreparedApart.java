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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The same step learns from the training rows for training, and once more from the test rows for the test. */
@CheckInfo(
        id = "test-rows-prepared-apart",
        title = "Test rows are prepared by statistics of their own",
        category = Category.PREPROCESSING,
        severity = Severity.INFO)
public final class TestRowsPreparedApart implements Rule {

    private static final Set<InfluenceKind> KINDS = EnumSet.of(
            InfluenceKind.SCALE,
            InfluenceKind.IMPUTE,
            InfluenceKind.SELECT,
            InfluenceKind.PROJECT,
            InfluenceKind.DISCRETISE,
            InfluenceKind.ENCODE,
            InfluenceKind.VECTORISE);

    /** Its columns are named by what they stand for, and people align them afterwards. */
    private static final String NAMED_BY_VALUE = "get_dummies";

    @Override
    public String family() {
        return "split";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Set<Span> told = new HashSet<>();
        for (Pair pair : facts.pairs()) {
            if (pair.overlap() == Overlap.NO && facts.isJudged(pair.score())) {
                for (Influence test : pair.score().features().influences()) {
                    twin(facts, pair, test)
                            .filter(training -> told.add(test.site()))
                            .ifPresent(training -> report(facts, findings, pair, training, test));
                }
            }
        }
    }

    /** The step of the same kind and name that the training rows went through, which saw them and no test rows. */
    private static Optional<Influence> twin(CodeFacts facts, Pair pair, Influence test) {
        if (!KINDS.contains(test.kind())
                || test.what().equals(NAMED_BY_VALUE)
                || !isOf(
                        facts,
                        test,
                        pair.score().features().rows(),
                        pair.fit().features().rows())) {
            return Optional.empty();
        }
        return pair.fit().features().influences().stream()
                .filter(training -> training.kind() == test.kind()
                        && training.what().equals(test.what())
                        && training.columns().equals(test.columns())
                        && !training.site().equals(test.site()))
                .filter(training -> isOf(
                        facts,
                        training,
                        pair.fit().features().rows(),
                        pair.score().features().rows()))
                .findFirst();
    }

    private static boolean isOf(CodeFacts facts, Influence step, Rows own, Rows other) {
        return facts.algebra().overlap(step.rows(), own) == Overlap.MUST
                && facts.algebra().overlap(step.rows(), other) == Overlap.NO;
    }

    private static void report(CodeFacts facts, Findings findings, Pair pair, Influence training, Influence test) {
        boolean assumed = pair.score().features().is(Tag.ASSUMED);
        findings.add(FindingDraft.at(Places.of(test.site()), assumed ? Confidence.MEDIUM : Confidence.HIGH)
                .says(
                        "%s learns once from the training rows (line %d) and once more from the test rows: the same value means two things, "
                                + "and a row that comes alone cannot be prepared so.",
                        test.what(), training.site().line())
                .flow(new Flow(facts)
                        .splits(pair.score().features().rows())
                        .step(training.site(), "statistic", training.what() + " reads the training rows")
                        .step(test.site(), "statistic", test.what() + " reads the test rows")
                        .fit(pair.fit())
                        .score(pair.score())
                        .steps()));
    }
}
