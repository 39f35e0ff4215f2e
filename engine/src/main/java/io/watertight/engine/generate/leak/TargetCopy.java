package io.watertight.engine.generate.leak;

import io.watertight.core.study.Task;
import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** The target in other words, or in another unit. */
public final class TargetCopy implements Leak {

    @Override
    public String name() {
        return "target-copy";
    }

    @Override
    public String tells() {
        return "A column holds the target itself, in other words or another unit.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return recipe.task() == Task.REGRESSION ? Set.of("target-transform", "target-copy") : Set.of("target-copy");
    }

    @Override
    public void plant(Sketch sketch) {
        sketch.column("status", sketch.isRegression() ? "y * 2.5e0 + 40e0" : "list_value('X1', 'X2', 'X3')[1 + y]");
    }
}
