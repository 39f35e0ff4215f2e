package io.watertight.engine.generate.leak;

import io.watertight.core.study.Task;
import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Sketch;
import io.watertight.engine.generate.TableRecipe;
import java.util.Set;

/** Two columns that agree in one class only. */
public final class EqualInOneClass implements Leak {

    @Override
    public String name() {
        return "equal-in-class";
    }

    @Override
    public String tells() {
        return "Two columns are equal in one class only.";
    }

    @Override
    public Set<String> checks(TableRecipe recipe) {
        return Set.of("relation-by-class");
    }

    @Override
    public boolean suits(Task task) {
        return task.isClassification();
    }

    @Override
    public void plant(Sketch sketch) {
        String before = sketch.term("before", "round(900e0 * " + sketch.uniform("equal-in-class") + ", 2)");
        sketch.column("balance", before);
        sketch.column(
                "balance_now",
                "CASE WHEN y = 0 THEN " + before + " ELSE round(" + before + " * 0.7e0 + 40e0 * "
                        + sketch.uniform("equal-in-class.now") + " + 1e0, 2) END");
    }
}
