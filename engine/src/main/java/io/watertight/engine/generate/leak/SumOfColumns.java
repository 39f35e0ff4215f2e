package io.watertight.engine.generate.leak;

import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** Two columns whose sum settles the target. */
public final class SumOfColumns implements Leak {

    @Override
    public String name() {
        return "sum-of-columns";
    }

    @Override
    public String tells() {
        return "The sum of two columns settles the target; each alone says little.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return Set.of("target-combination");
    }

    @Override
    public void plant(Sketch sketch) {
        String part = sketch.term("first_part", "round(400e0 * " + sketch.uniform("sum-of-columns") + ", 2)");
        sketch.column("paid", part);
        sketch.column(
                "rest",
                sketch.isRegression() ? "round(y - " + part + ", 2)" : "round(100e0 + 10e0 * t - " + part + ", 2)");
    }
}
