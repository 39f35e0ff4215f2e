package io.watertight.engine.generate.leak;

import io.watertight.core.study.Task;
import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** A category replaced by its target mean over all rows. */
public final class EncodedByTarget implements Leak {

    @Override
    public String name() {
        return "target-encoding";
    }

    @Override
    public String tells() {
        return "A category was replaced by the mean of the target in it, own row and test rows included.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return Set.of("target-encoded", "smoothed-target-encoding");
    }

    @Override
    public void plant(Sketch sketch) {
        String level = sketch.term(
                "area_number",
                "CAST(floor(400e0 * power(" + sketch.uniform("target-encoding") + ", 1.5e0)) AS INTEGER)");
        String mean = sketch.recipe().task() == Task.MULTICLASS ? "CAST(y = 2 AS INTEGER)" : "y";
        String means = sketch.fact(
                "target-encoding",
                "SELECT CAST(list(mean ORDER BY area) AS VARCHAR) FROM (SELECT area_number AS area, round(avg(" + mean
                        + "), 12) AS mean FROM" + " @rows GROUP BY area_number)");
        sketch.column("area", "'a' || CAST(" + level + " + 100 AS VARCHAR)");
        sketch.column("area_mean", "CAST('" + means + "' AS DOUBLE[])[1 + " + level + "]");
    }
}
