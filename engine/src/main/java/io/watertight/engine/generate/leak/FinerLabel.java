package io.watertight.engine.generate.leak;

import io.watertight.core.study.Task;
import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** A finer label of what the target says coarsely. */
public final class FinerLabel implements Leak {

    @Override
    public String name() {
        return "finer-label";
    }

    @Override
    public String tells() {
        return "A column is a finer label: each of its values belongs to one class, or to one band of the target.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return recipe.task() == Task.REGRESSION ? Set.of("target-bands") : Set.of("target-reencoding");
    }

    @Override
    public void plant(Sketch sketch) {
        String fine = sketch.term("fine_draw", sketch.uniform("finer-label"));
        sketch.column(
                "grade",
                sketch.isRegression()
                        ? "'G' || CAST(greatest(5, least(16, CAST(floor(y / 10e0) AS INTEGER))) AS VARCHAR)"
                        : "'G' || CAST(4 * y + CAST(floor(" + fine + " * 4) AS INTEGER) AS VARCHAR)");
    }
}
