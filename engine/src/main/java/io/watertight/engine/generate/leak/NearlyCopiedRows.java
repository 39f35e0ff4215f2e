package io.watertight.engine.generate.leak;

import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** Copies in which one cell was edited. */
public final class NearlyCopiedRows implements Leak {

    @Override
    public String name() {
        return "near-duplicates";
    }

    @Override
    public String tells() {
        return "A fiftieth of the rows are copies of earlier ones in which one number was edited.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return Set.of("near-duplicate-rows", "near-copies");
    }

    @Override
    public void plant(Sketch sketch) {
        String copied = sketch.copies("near-duplicates", 0.02, sketch.anyEarlierRow("near-duplicates"));
        String draw = sketch.ownUniform("near-duplicates.edit");
        sketch.disturb(copied, false, number -> number + " + 1e0 + 20e0 * " + draw);
    }
}
