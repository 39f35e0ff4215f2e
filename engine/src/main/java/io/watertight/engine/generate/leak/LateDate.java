package io.watertight.engine.generate.leak;

import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** A date that lies after the prediction. */
public final class LateDate implements Leak {

    @Override
    public String name() {
        return "future-column";
    }

    @Override
    public String tells() {
        return "A date lies after the moment of the prediction, and how long after goes with the outcome.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return Set.of("date-after-prediction");
    }

    @Override
    public void plant(Sketch sketch) {
        String start =
                sketch.term("start_day", "CAST(floor(" + sketch.uniform("future-column") + " * 1400) AS INTEGER)");
        String wait = "CAST(floor(" + sketch.uniform("future-column.wait") + " * 60) AS INTEGER)";
        sketch.column("asked_on", "DATE '2019-01-01' + " + start);
        sketch.column(
                "settled_on",
                "DATE '2019-01-01' + " + start + " + 2 + " + wait
                        + " + CAST(floor(greatest(0, least(9, t)) * 4) AS INTEGER)");
        sketch.declare("predict-at", "asked_on");
    }
}
