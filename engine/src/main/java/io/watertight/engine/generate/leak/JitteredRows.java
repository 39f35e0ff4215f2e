package io.watertight.engine.generate.leak;

import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** Copies with noise in every number. */
public final class JitteredRows implements Leak {

    @Override
    public String name() {
        return "noisy-copies";
    }

    @Override
    public String tells() {
        return "A fiftieth of the rows are copies of earlier ones with noise in every decimal number.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return Set.of("near-copies", "near-duplicate-rows", "oversampled-before-split");
    }

    @Override
    public void plant(Sketch sketch) {
        String copied = sketch.copies("noisy-copies", 0.02, sketch.anyEarlierRow("noisy-copies"));
        String draw = sketch.ownUniform("noisy-copies.noise");
        sketch.disturb(copied, true, number -> number + " * (1e0 + 0.002e0 * (" + draw + " - 0.5e0)) + 0.003e0");
    }
}
