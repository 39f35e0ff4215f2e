package io.watertight.engine.generate.leak;

import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** Rows of the same customer, who are alike beyond the features. */
public final class Customers implements Leak {

    @Override
    public String name() {
        return "group";
    }

    @Override
    public String tells() {
        return "Several rows belong to one customer and share what no feature tells; a random split puts them on both sides.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return Set.of(recipe.testRows() > 0 ? "group-overlap" : "group-in-random-split");
    }

    @Override
    public void plant(Sketch sketch) {
        String customer =
                sketch.term("customer_number", "CAST(floor(" + sketch.uniform("group") + " * (e // 8 + 1)) AS BIGINT)");
        sketch.pull("1.2e0 * " + Sketch.bell(sketch.uniformOf(customer, "effect")));
        sketch.column("customer", "'c' || CAST(" + customer + " + 100000 AS VARCHAR)");
        sketch.column("birth_year", "1940 + CAST(floor(" + sketch.uniformOf(customer, "birth") + " * 65) AS INTEGER)");
        sketch.declare("group", "customer");
        sketch.declare("purpose", "groups");
    }
}
