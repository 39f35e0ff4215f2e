package io.watertight.engine.generate.leak;

import io.watertight.core.study.Task;
import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** Copies of the rare class, made before the split. */
public final class OversampledClass implements Leak {

    @Override
    public String name() {
        return "oversampling";
    }

    @Override
    public String tells() {
        return "Rows of the rarest class were copied before the split.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return Set.of("oversampled-before-split", "duplicate-rows-across-split", "duplicate-rows");
    }

    @Override
    public boolean suits(Task task) {
        return task.isClassification();
    }

    @Override
    public void plant(Sketch sketch) {
        sketch.rareButWhere("e % 16 = 0");
        sketch.copies(
                "oversampling",
                0.15,
                "16 * CAST(floor(" + sketch.ownUniform("oversampling") + " * (i // 16)) AS BIGINT)");
    }
}
