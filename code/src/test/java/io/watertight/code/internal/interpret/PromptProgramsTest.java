package io.watertight.code.internal.interpret;

import static io.watertight.code.rule.MarkedCode.acquits;
import static io.watertight.code.rule.MarkedCode.finds;

import io.watertight.code.rule.Rule;
import io.watertight.code.rule.multitest.EarlyStoppingOnTest;
import io.watertight.code.rule.overlap.ScoredOnTrainingRows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of DSPy, whose prompts an optimiser chooses by cases. */
final class PromptProgramsTest {

    private static final Rule TRAINING_SCORE = new ScoredOnTrainingRows();
    private static final Rule EARLY = new EarlyStoppingOnTest();

    private static final String CASES = """
            import dspy
            import json
            from dspy.datasets import HotPotQA
            from dspy.evaluate import Evaluate
            cases = [dspy.Example(**json.loads(line)).with_inputs("question") for line in open("cases.jsonl")]
            program = dspy.ChainOfThought("question -> answer")
            def metric(case, prediction, trace=None):
                return case.answer == prediction.answer
            """;

    @Test
    void casesThatTheOptimiserLearntFromAreNoTest() {
        finds(TRAINING_SCORE, CASES + """
                best = dspy.MIPROv2(metric=metric).compile(program, trainset=cases)
                evaluate = Evaluate(devset=cases, metric=metric)
                print(evaluate(best))  # leak
                """);
    }

    @Test
    void casesThatTheOptimiserChoseByAreNoTest() {
        finds(EARLY, CASES + """
                train, dev = cases[:50], cases[50:]
                optimiser = dspy.BootstrapFewShotWithRandomSearch(metric=metric)
                best = optimiser.compile(program, trainset=train, valset=dev)  # leak
                print(dspy.Evaluate(devset=dev, metric=metric)(best))
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                train, dev, test = cases[:50], cases[50:100], cases[100:]
                optimiser = dspy.BootstrapFewShotWithRandomSearch(metric=metric)
                best = optimiser.compile(program, trainset=train, valset=dev)
                evaluate = Evaluate(devset=test, metric=metric)
                print(evaluate(program), evaluate(best))
                """, """
                data = HotPotQA(train_seed=1, train_size=20, eval_seed=2023, dev_size=50)
                train = [case.with_inputs("question") for case in data.train]
                dev = [case.with_inputs("question") for case in data.dev]
                best = dspy.BootstrapFewShot(metric=metric).compile(program, trainset=train)
                print(Evaluate(devset=dev, metric=metric)(best))
                """, """
                evaluate = Evaluate(devset=cases, metric=metric)
                print(evaluate(program))
                """})
    void casesOfTheirOwnAre(String code) {
        for (Rule rule : List.of(TRAINING_SCORE, EARLY)) {
            acquits(rule, CASES + code);
        }
    }
}
