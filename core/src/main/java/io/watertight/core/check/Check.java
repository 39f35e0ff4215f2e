package io.watertight.core.check;

import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.Set;

/**
 * A judgement about data. Stateless and thread-safe, with a public constructor without arguments; annotated with
 * {@link CheckInfo}; listed in {@code META-INF/services}. The runner calls the three methods in turn, only when everything the
 * check requires is there, and turns an exception into FAILED.
 *
 * @param <C> what the check looks at: the candidates it proposes on the sample and proves on all rows
 */
public interface Check<C> {

    /** Says what is worth looking at: columns, pairs of columns, keys. A pure function of the view. */
    C propose(StudyView view);

    /** The questions about all rows that decide the candidates. A pure function of its arguments. */
    Set<Statistic<?>> needs(StudyView view, C candidates);

    /** Judges the answers. */
    void evaluate(StudyView view, C candidates, Statistics statistics, Findings findings);

    /** The annotation every check carries. */
    default CheckInfo info() {
        CheckInfo info = getClass().getAnnotation(CheckInfo.class);
        if (info == null) {
            throw new IllegalStateException(getClass() + " has no @CheckInfo");
        }
        return info;
    }
}
