package io.watertight.engine.generate.leak;

import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** Numbers given out after the outcome was known. */
public final class TellingIdentifier implements Leak {

    @Override
    public String name() {
        return "identifier";
    }

    @Override
    public String tells() {
        return "An identifier was given out by outcome: how it begins predicts the target.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return Set.of("identifier-predicts");
    }

    @Override
    public void plant(Sketch sketch) {
        String draw = sketch.term("register_draw", sketch.ownUniform("identifier"));
        String outcome = sketch.isRegression() ? "y > 110e0" : "y > 0";
        sketch.column(
                "register",
                "CASE WHEN (" + outcome + ") = (" + draw
                        + " < 0.95e0) THEN 'Q7-' ELSE 'Q2-' END || lpad(CAST(i AS VARCHAR), 10, '0')");
    }
}
