package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Score;
import io.watertight.code.knowledge.EstimatorRole;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.knowledge.Learns;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Programs of prompts, as in DSPy: an optimiser chooses instructions and examples by a set of cases, an evaluation runs over another. */
final class PromptPrograms {

    private final Machine machine;

    PromptPrograms(Machine machine) {
        this.machine = machine;
    }

    static boolean compiles(Estimator estimator, String method) {
        return method.equals("compile") && estimator.role() == EstimatorRole.SEARCH;
    }

    /** {@code optimiser.compile(program, trainset=..., valset=...)}: a program that has learnt from these cases. */
    Value compile(Value.Reference reference, Estimator optimiser, Arguments arguments, Span span) {
        Optional<Data> cases = rows(arguments, "trainset", 1);
        if (cases.isEmpty()) {
            return reference;
        }
        Optional<Data> chosenBy = rows(arguments, "valset", -1);
        int fit = machine.facts()
                .fit(
                        span,
                        machine.path() + " " + reference.id(),
                        id -> new Fit(
                                id,
                                span,
                                reference.id(),
                                optimiser.name(),
                                cases.get(),
                                Optional.empty(),
                                chosenBy.stream().toList(),
                                chosenBy.isPresent(),
                                false,
                                false,
                                machine.loops()));
        Estimator program = new Estimator(
                optimiser.name(),
                EstimatorRole.LANGUAGE_MODEL,
                Learns.NOTHING,
                false,
                Map.of(),
                List.of(),
                Set.of(),
                Set.of(fit),
                span);
        return machine.make(program, span, "program");
    }

    /** {@code Evaluate(devset=...)(program)}: a score of the program on these cases; empty for any other measure. */
    Optional<Value> evaluate(Estimator evaluation, Arguments arguments, Span span) {
        Value set = Optional.ofNullable(arguments.named().get("devset"))
                .orElse(evaluation.arguments().get("devset"));
        if (set == null || !machine.hasRows(set)) {
            return Optional.empty();
        }
        Set<Integer> scores = new LinkedHashSet<>();
        for (Value.Reference program :
                arguments.first().map(machine::estimators).orElse(List.of())) {
            Estimator state = machine.heap().estimator(program).orElseThrow();
            scores.add(machine.facts()
                    .score(
                            span,
                            machine.path() + " " + program.id(),
                            id -> new Score(
                                    id,
                                    span,
                                    program.id(),
                                    state.name(),
                                    state.fits(),
                                    machine.data(set),
                                    Optional.empty(),
                                    Score.How.SCORE,
                                    machine.path(),
                                    machine.loops())));
        }
        return Optional.of(machine.make(
                Data.of(Gives.NUMBER, machine.rows().none()).with(Tag.SCORE).withScores(scores), span));
    }

    private Optional<Data> rows(Arguments arguments, String name, int position) {
        return arguments.get(name, position).filter(machine::hasRows).map(machine::data);
    }
}
