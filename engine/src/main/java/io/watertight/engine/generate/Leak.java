package io.watertight.engine.generate;

import io.watertight.core.study.Task;
import java.util.Set;

/** A leak that can be planted into a generated table. Stateless. A new one is a class here and a line in {@link Leaks}. */
public interface Leak {

    /** What the command line calls it: a word or two with hyphens. */
    String name();

    /** What it is, as one sentence for people. */
    String tells();

    /** Ids of checks of which at least one is to report it. */
    Set<String> checks(TableRecipe recipe);

    /** Whether it makes sense for a task. */
    default boolean suits(Task task) {
        return true;
    }

    /** Whether it lies between training and test. */
    default boolean needsTest() {
        return false;
    }

    /** Adds it to a table. */
    void plant(Sketch sketch);
}
