package io.watertight.engine.generate.leak;

import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** Test rows from the period of training. */
public final class OverlappingTime implements Leak {

    @Override
    public String name() {
        return "time-overlap";
    }

    @Override
    public String tells() {
        return "Test rows lie in the period of the training rows instead of after it.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return Set.of("time-overlap");
    }

    @Override
    public boolean needsTest() {
        return true;
    }

    @Override
    public void plant(Sketch sketch) {
        sketch.column(
                "opened_at",
                "TIMESTAMP '2020-01-01 00:00:00' + to_seconds(floor(" + sketch.uniform("time-overlap")
                        + " * 94608000))");
        sketch.declare("time", "opened_at");
        sketch.declare("purpose", "future");
    }
}
