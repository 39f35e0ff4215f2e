package io.watertight.engine.generate.leak;

import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** A column that is filled in after the outcome, for some outcomes only. */
public final class TellingGap implements Leak {

    @Override
    public String name() {
        return "missingness";
    }

    @Override
    public String tells() {
        return "Whether a column is filled in gives the target away; its values do not.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return Set.of("target-missingness");
    }

    @Override
    public void plant(Sketch sketch) {
        String gap = sketch.term("gap_draw", sketch.uniform("missingness.gap"));
        String value = "round(20e0 + 3e0 * " + Sketch.bell(sketch.uniform("missingness")) + ", 2)";
        String outcome = sketch.isRegression() ? "y > 110e0" : "y > 0";
        sketch.column(
                "follow_up", "CASE WHEN (" + outcome + ") = (" + gap + " < 0.97e0) THEN " + value + " ELSE NULL END");
    }
}
