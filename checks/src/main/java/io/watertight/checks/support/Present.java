package io.watertight.checks.support;

import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;

/** The question how many training rows of each class have a value: {@code matchedByClass} of its answer. */
public final class Present {

    private Present() {}

    public static CountWhere in(String column) {
        return CountWhere.train(new Condition.IsMissing(column).negate());
    }
}
