package io.watertight.code.rule.multitest;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Decision;
import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Loop;
import io.watertight.code.fact.Model;
import io.watertight.code.fact.Score;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.syntax.Span;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows that give the result decide when the training stops, or which weights are kept. */
@CheckInfo(
        id = "early-stopping-on-test",
        title = "The test rows decide when the training stops",
        category = Category.FEATURE_SELECTION,
        severity = Severity.WARNING)
public final class EarlyStoppingOnTest implements Rule {

    @Override
    public String family() {
        return "multi-test";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Set<Span> told = new LinkedHashSet<>();
        facts.decisions().forEach(decision -> bestRound(facts, decision, findings, told));
        for (Watched watched : Watched.all(facts)) {
            if (watched.fit().stopsEarly()
                    && facts.isJudged(watched.score())
                    && told.add(watched.fit().site())) {
                findings.add(report(facts, watched));
            }
        }
    }

    private static FindingDraft report(CodeFacts facts, Watched watched) {
        FindingDraft draft = FindingDraft.at(
                        Places.of(watched.fit().site()), Reports.confidence(List.of(watched.score())))
                .says(
                        "%s stops, or keeps its weights, by rows that then give its result.",
                        watched.fit().simpleName())
                .flow(Reports.flow(facts, watched.fit(), watched.score())
                        .step(watched.fit().site(), "tune", "the evaluated rows decide when to stop")
                        .steps());
        return Trials.isSetAsideBefore(watched.score()) ? draft.severity(Severity.INFO) : draft;
    }

    /** A loop trains one model round by round, and a score on rows held out stops it or keeps the weights of a round. */
    private static void bestRound(CodeFacts facts, Decision decision, Findings findings, Set<Span> told) {
        for (int id : decision.scores()) {
            facts.score(id)
                    .filter(score -> decision.kind() != Decision.Kind.THRESHOLD && Trials.isHeldOut(facts, score))
                    .filter(score -> !Named.isForCallers(score.features().rows()))
                    .filter(score -> !LastWord.isLeft(facts, List.of(score), Trials.groups(facts)))
                    .ifPresent(score -> Trials.fits(facts, score).stream()
                            .filter(fit -> isTrainedOn(facts, fit, score) && told.add(fit.site()))
                            .forEach(fit -> findings.add(report(facts, decision, score, fit))));
        }
    }

    /** Whether a loop that goes on training a model made before it also evaluates it. */
    private static boolean isTrainedOn(CodeFacts facts, Fit fit, Score score) {
        List<Loop> made = facts.model(fit.model()).map(Model::loops).orElse(List.of());
        return fit.loops().stream()
                .anyMatch(loop -> score.loops().contains(loop) && !made.contains(loop) && goesOn(facts, fit, loop));
    }

    /** Whether the model learns in other rounds, too: a loop over models trains each of them once. */
    private static boolean goesOn(CodeFacts facts, Fit fit, Loop loop) {
        return loop.round() < 0
                || facts.fits().stream()
                        .filter(other -> other.id() != fit.id() && other.model() == fit.model())
                        .flatMap(other -> other.loops().stream())
                        .anyMatch(other -> other.site().equals(loop.site()) && other.round() != loop.round());
    }

    private static FindingDraft report(CodeFacts facts, Decision decision, Score score, Fit fit) {
        FindingDraft draft = FindingDraft.at(Places.of(decision.site()), Reports.confidence(List.of(score)))
                .says("A round of the training of %s is chosen by rows that then give its result.", fit.simpleName())
                .flow(Reports.flow(facts, fit, score)
                        .step(decision.site(), "tune", "the evaluated rows decide which round is kept")
                        .steps());
        boolean mild = Trials.isSetAsideBefore(score)
                || Named.isValidation(score.features().rows());
        return mild ? draft.severity(Severity.INFO) : draft;
    }
}
