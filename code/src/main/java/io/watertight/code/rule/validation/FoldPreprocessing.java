package io.watertight.code.rule.validation;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Pair;
import io.watertight.code.fact.Score;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
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

/** What a cross-validation or a search is handed carries a statistic of all those rows. */
@CheckInfo(
        id = "fold-preprocessing",
        title = "A statistic of all rows is in every fold",
        category = Category.PREPROCESSING,
        severity = Severity.WARNING)
public final class FoldPreprocessing implements Rule {

    @Override
    public String family() {
        return "preprocessing";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Map<Influence, List<Pair>> spoilt = new LinkedHashMap<>();
        for (Pair pair : facts.pairs()) {
            if (pair.score().how() == Score.How.FOLDS) {
                for (Influence influence : pair.fit().features().influences()) {
                    if (KINDS.contains(influence.kind())
                            && touches(facts, influence, pair)
                            && !isLabel(influence, pair)
                            && !isKeptTogether(facts, influence, pair)
                            && !isReportedElsewhere(facts, influence)) {
                        spoilt.computeIfAbsent(influence, unused -> new ArrayList<>())
                                .add(pair);
                    }
                }
            }
        }
        spoilt.forEach((influence, pairs) -> report(facts, findings, influence, pairs));
    }

    private static final Set<InfluenceKind> KINDS = EnumSet.of(
            InfluenceKind.SCALE,
            InfluenceKind.IMPUTE,
            InfluenceKind.SELECT,
            InfluenceKind.PROJECT,
            InfluenceKind.DISCRETISE,
            InfluenceKind.ENCODE,
            InfluenceKind.VECTORISE,
            InfluenceKind.CLUSTER,
            InfluenceKind.GROUP,
            InfluenceKind.TARGET);

    private static void report(CodeFacts facts, Findings findings, Influence influence, List<Pair> pairs) {
        Pair first = pairs.get(0);
        boolean onlyValidation = facts.scores().stream()
                .anyMatch(score -> score.how() != Score.How.FOLDS
                        && !score.fits().isEmpty()
                        && !score.features().rows().isNone()
                        && facts.algebra()
                                        .overlap(
                                                influence.rows(),
                                                score.features().rows())
                                == Overlap.NO);
        Flow flow = new Flow(facts)
                .source(influence.rows())
                .step(influence.site(), "statistic", influence.what() + " reads all these rows");
        pairs.forEach(pair -> flow.step(pair.score().site(), "split", "the folds are dealt here")
                .fit(pair.fit())
                .score(pair.score()));
        boolean must = facts.algebra()
                                .overlap(
                                        influence.rows(),
                                        first.score().features().rows())
                        == Overlap.MUST
                && !first.score().features().is(Tag.ASSUMED);
        findings.add(FindingDraft.at(
                        Places.of(influence.site()),
                        List.copyOf(influence.columns()),
                        must ? Confidence.HIGH : Confidence.MEDIUM)
                .severity(onlyValidation ? Severity.INFO : severity(influence.kind()))
                .says(
                        onlyValidation
                                ? "%s reads all rows that are later dealt into folds, so the validation scores are too good; the test rows are not touched."
                                : "%s reads all rows that are later dealt into folds, so every fold knows the rows it is scored on.",
                        influence.what())
                .flow(flow.steps()));
    }

    private static Severity severity(InfluenceKind kind) {
        return switch (kind) {
            case SELECT, TARGET -> Severity.ERROR;
            case ENCODE -> Severity.INFO;
            default -> Severity.WARNING;
        };
    }

    private static boolean touches(CodeFacts facts, Influence influence, Pair pair) {
        return facts.algebra().overlap(influence.rows(), pair.score().features().rows()) != Overlap.NO;
    }

    /** A statistic of groups, when the folds keep groups together: no group is on both sides. */
    private static boolean isKeptTogether(CodeFacts facts, Influence influence, Pair pair) {
        return influence.kind() == InfluenceKind.GROUP
                && facts.split(pair.score().features().rows().key())
                        .filter(split -> split.keeps().contains("groups"))
                        .isPresent();
    }

    /** What is done to the labels alone is no feature. */
    private static boolean isLabel(Influence influence, Pair pair) {
        return !influence.columns().isEmpty()
                && pair.fit().target().map(Data::origins).orElse(Set.of()).containsAll(influence.columns());
    }

    /** Whether the same statistic spoils an evaluation outside of folds: the rules of preprocessing tell of it there. */
    private static boolean isReportedElsewhere(CodeFacts facts, Influence influence) {
        return facts.pairs().stream()
                .filter(pair -> pair.score().how() != Score.How.FOLDS)
                .filter(pair -> pair.overlap() != Overlap.MUST)
                .anyMatch(pair ->
                        pair.fit().features().influences().contains(influence) && touches(facts, influence, pair));
    }
}
