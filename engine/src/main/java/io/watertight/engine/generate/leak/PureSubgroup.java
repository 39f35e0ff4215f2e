package io.watertight.engine.generate.leak;

import io.watertight.core.study.Task;
import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** A category that comes with one outcome only. */
public final class PureSubgroup implements Leak {

    @Override
    public String name() {
        return "pure-subgroup";
    }

    @Override
    public String tells() {
        return "One value of a column comes with one outcome only; the others say nothing.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return Set.of("pure-region");
    }

    @Override
    public boolean suits(Task task) {
        return task.isClassification();
    }

    @Override
    public void plant(Sketch sketch) {
        String draw = sketch.term("branch_draw", sketch.uniform("pure-subgroup"));
        String other = sketch.uniform("pure-subgroup.other");
        int last = sketch.recipe().task() == Task.BINARY ? 1 : 2;
        sketch.column(
                "branch",
                "CASE WHEN y = " + last + " AND " + draw + " < 0.3e0 THEN 'B9' ELSE 'B' || CAST(CAST(floor(" + other
                        + " * 8) AS INTEGER) AS VARCHAR) END");
    }
}
