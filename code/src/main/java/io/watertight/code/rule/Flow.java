package io.watertight.code.rule;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Score;
import io.watertight.code.fact.Split;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Rows;
import io.watertight.core.check.FlowStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way from a source to a model, put together step by step; a place is named once for each role. Not thread-safe. */
public final class Flow {

    private record Key(Span span, String role) {}

    private final CodeFacts facts;
    private final Map<Key, FlowStep> steps = new LinkedHashMap<>();

    public Flow(CodeFacts facts) {
        this.facts = facts;
    }

    public Flow step(Span span, String role, String message) {
        steps.putIfAbsent(new Key(span, role), Places.step(span, role, message));
        return this;
    }

    /** Where the rows come from. */
    public Flow source(Rows rows) {
        rows.root().site().ifPresent(site -> step(site, "source", "the rows come from here"));
        return this;
    }

    /** The splits that made a set of rows, outermost first. */
    public Flow splits(Rows rows) {
        List<Split> splits = new ArrayList<>();
        for (Rows at : rows.line()) {
            if (at.kind() == Rows.Kind.PART) {
                facts.split(at.key()).ifPresent(split -> splits.add(0, split));
            }
        }
        splits.forEach(split -> step(split.site(), "split", "the rows are split here"));
        return this;
    }

    public Flow fit(Fit fit) {
        return step(fit.site(), "fit", fit.simpleName() + " learns");
    }

    public Flow score(Score score) {
        return step(score.site(), "score", score.how() == Score.How.PREDICT ? "it predicts" : "it is scored");
    }

    public List<FlowStep> steps() {
        return List.copyOf(steps.values());
    }
}
