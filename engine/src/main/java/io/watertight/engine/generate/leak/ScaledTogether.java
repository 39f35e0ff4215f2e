package io.watertight.engine.generate.leak;

import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** Columns standardised over training and test together. */
public final class ScaledTogether implements Leak {

    @Override
    public String name() {
        return "scaling";
    }

    @Override
    public String tells() {
        return "Two columns were standardised with the mean and deviation of training and test rows together.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return Set.of("scaled-before-split");
    }

    @Override
    public boolean needsTest() {
        return true;
    }

    @Override
    public void plant(Sketch sketch) {
        for (String name : new String[] {"scaled_a", "scaled_b"}) {
            String raw = sketch.term("raw_" + name, Sketch.bell(sketch.uniform(name)) + " * 7e0 + 3e0");
            String mean = sketch.fact(
                    name + ".mean", "SELECT CAST(round(favg(" + raw + "), 12) AS VARCHAR) || 'e0' FROM @rows");
            String spread = sketch.fact(
                    name + ".spread", "SELECT CAST(round(stddev_pop(" + raw + "), 12) AS VARCHAR) || 'e0' FROM @rows");
            sketch.column(name, "(" + raw + " - " + mean + ") / " + spread);
        }
    }
}
