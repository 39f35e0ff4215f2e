package io.watertight.engine.generate.leak;

import io.watertight.core.study.Task;
import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** A copy of the target with mistakes. */
public final class NoisyTargetCopy implements Leak {

    @Override
    public String name() {
        return "noisy-target";
    }

    @Override
    public String tells() {
        return "A column is the target with a little noise: wrong in 1 % of the rows, or off by a fiftieth of the spread.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return Set.of(
                "strong-feature",
                "one-feature-carries-the-model",
                "target-copy",
                "target-transform",
                "model-prediction",
                "target-threshold");
    }

    @Override
    public void plant(Sketch sketch) {
        String slip = sketch.term("slip_draw", sketch.uniform("noisy-target"));
        int classes = sketch.recipe().task() == Task.BINARY ? 2 : 3;
        sketch.column(
                "review",
                sketch.isRegression()
                        ? "round(y + 0.5e0 * " + Sketch.bell(slip) + ", 2)"
                        : "list_value('ra', 'rb', 'rc')[1 + (y + CAST(" + slip + " < 0.01e0 AS INTEGER)) % " + classes
                                + "]");
    }
}
