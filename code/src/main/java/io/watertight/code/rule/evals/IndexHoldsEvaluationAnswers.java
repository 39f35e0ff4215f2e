package io.watertight.code.rule.evals;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Metric;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Overlap;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The index that a language model looks passages up in holds the very answers that it is measured by. */
@CheckInfo(
        id = "index-holds-evaluation-answers",
        title = "The index holds the answers of the evaluation set",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR)
public final class IndexHoldsEvaluationAnswers implements Rule {

    @Override
    public String family() {
        return "evals";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Set<Span> told = new LinkedHashSet<>();
        for (Asked asked : Asked.all(facts)) {
            for (Influence indexed : asked.score().features().influences()) {
                if (indexed.kind() == InfluenceKind.INDEXED
                        && isAsked(facts, indexed, asked)
                        && holdsAnswers(facts, indexed, asked)
                        && told.add(indexed.site())) {
                    report(facts, findings, indexed, asked);
                }
            }
        }
    }

    /** Whether the indexed rows are among those that are asked about. */
    private static boolean isAsked(CodeFacts facts, Influence indexed, Asked asked) {
        return asked.shown().stream().anyMatch(rows -> facts.algebra().overlap(rows, indexed.rows()) == Overlap.MUST);
    }

    /** Whether a column of the labels that the answers are compared with is in the index. */
    private static boolean holdsAnswers(CodeFacts facts, Influence indexed, Asked asked) {
        return facts.metrics().stream()
                .filter(metric -> metric.scores().contains(asked.score().id()))
                .map(Metric::labels)
                .flatMap(Set::stream)
                .anyMatch(indexed.columns()::contains);
    }

    private static void report(CodeFacts facts, Findings findings, Influence indexed, Asked asked) {
        findings.add(FindingDraft.at(Places.of(indexed.site()), List.copyOf(indexed.columns()), Confidence.MEDIUM)
                .says("The index holds the answers that the model is then measured by: it can look them up.")
                .flow(new Flow(facts)
                        .source(indexed.rows())
                        .step(indexed.site(), "features", "the answers are put into the index")
                        .step(asked.score().site(), "score", "the model is asked about the same rows")
                        .steps()));
    }
}
