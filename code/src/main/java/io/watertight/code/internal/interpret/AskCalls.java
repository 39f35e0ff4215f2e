package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Loop;
import io.watertight.code.fact.Score;
import io.watertight.code.knowledge.EstimatorRole;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Language models: rows are written into a prompt, the answer is a prediction for them. */
final class AskCalls {

    /** Parts of an answer that hold its text. */
    static final Set<String> ANSWERS =
            Set.of("choices", "message", "content", "text", "response", "output_text", "outputs", "answer", "data");

    private static final Set<String> ASKS = Set.of(
            "create",
            "invoke",
            "generate",
            "predict",
            "complete",
            "chat",
            "query",
            "run",
            "generate_content",
            "ask",
            "batch",
            "ainvoke",
            "acreate",
            "completion",
            "parse",
            "run_sync");

    private final Machine machine;

    AskCalls(Machine machine) {
        this.machine = machine;
    }

    /** What went into a text, and the rows that were written into it. */
    static Set<Influence> shown(Data part, Span span) {
        return part.rows().isNone()
                ? part.influences()
                : Sets.with(
                        part.influences(),
                        new Influence(InfluenceKind.SHOWN, span, part.rows(), "text", part.origins(), false));
    }

    /** Several texts or rows as one text. */
    static Data text(Data from, Span span) {
        return from.influenced(shown(from, span)).withKind(Gives.TEXT);
    }

    /** The answer, if a language model is called: {@code client.chat.completions.create(...)}. */
    Optional<Value> ask(Value.Member member, Arguments arguments, Span span) {
        Value root = member.receiver();
        while (root instanceof Value.Member inner) {
            root = inner.receiver();
        }
        if (!ASKS.contains(member.name()) || !(root instanceof Value.Reference reference)) {
            return Optional.empty();
        }
        return machine.heap()
                .estimator(root)
                .filter(estimator -> estimator.role() == EstimatorRole.LANGUAGE_MODEL)
                .map(estimator -> answer(reference.id(), estimator.name(), estimator.learnt(), arguments, span));
    }

    /** What a function gives for each row, which may ask a model about it. */
    Data ofEach(Data rows, Data result, Span span) {
        Set<Integer> asked = new LinkedHashSet<>();
        for (int id : result.scores()) {
            machine.facts()
                    .score(id)
                    .filter(score ->
                            score.fits().isEmpty() && score.features().rows().isNone())
                    .ifPresent(score -> {
                        machine.facts().asked(id, rows.rows(), new Loop(span, -1, false));
                        asked.add(id);
                    });
        }
        return asked.isEmpty() ? rows : rows.withScores(asked).with(Tag.PREDICTED);
    }

    /** An answer of a model to what it is given. */
    Value answer(int model, String name, Arguments arguments, Span span) {
        return answer(model, name, Set.of(), arguments, span);
    }

    /** @param known what the model looks up besides */
    private Value answer(int model, String name, Set<Influence> known, Arguments arguments, Span span) {
        Data given = arguments.all().stream()
                .map(machine::data)
                .reduce(machine.heap()::join)
                .orElseGet(() -> Data.of(Gives.TEXT, machine.rows().none()));
        Data shown = given.influenced(shown(given, span)).influenced(known);
        Rows rows = shown.influences().stream()
                .filter(influence -> influence.kind() == InfluenceKind.SHOWN)
                .map(Influence::rows)
                .findFirst()
                .orElse(given.rows());
        Data asked = shown.withRows(rows);
        int score = machine.facts()
                .score(
                        span,
                        machine.path() + " ask " + model,
                        id -> new Score(
                                id,
                                span,
                                model,
                                name,
                                Set.of(),
                                asked,
                                Optional.empty(),
                                Score.How.PREDICT,
                                machine.path(),
                                machine.loops()));
        Data answer = Data.of(Gives.TEXT, machine.rows().none())
                .with(Tag.PREDICTED)
                .with(Tag.PROMPT)
                .withScores(Set.of(score));
        return machine.make(answer, span, "answer");
    }
}
