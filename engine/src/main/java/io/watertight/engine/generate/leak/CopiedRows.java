package io.watertight.engine.generate.leak;

import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** Rows that occur again. */
public final class CopiedRows implements Leak {

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public String tells() {
        return "A twentieth of the rows are copies of earlier ones, across the split if there is one.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return Set.of(recipe.testRows() > 0 ? "duplicate-rows-across-split" : "duplicate-rows");
    }

    @Override
    public void plant(Sketch sketch) {
        sketch.copies("duplicates", 0.05, sketch.anyEarlierRow("duplicates"));
    }
}
