package io.watertight.engine.sql;

import io.watertight.core.statistic.Outcome;
import io.watertight.engine.sql.Projection.Named;
import io.watertight.engine.sql.SqlColumn.Storage;
import org.jspecify.annotations.Nullable;

/** The target as SQL counts it. */
final class OutcomeColumns {

    private final Outcome outcome;
    private final Projection projection;
    private final Expressions expressions;

    OutcomeColumns(Outcome outcome, Projection projection, Expressions expressions) {
        this.outcome = outcome;
        this.projection = projection;
        this.expressions = expressions;
    }

    /** The index of a row's class, or the fifth its number falls into; NULL without a target. */
    Named group() {
        if (outcome.isClasses()) {
            return classIndex();
        }
        Named below = cutsBelow();
        StringBuilder sql = new StringBuilder("CASE WHEN ").append(below).append(" IS NULL THEN NULL");
        int cuts = outcome.rankCuts().length;
        for (int fifth = 0; fifth < 4; fifth++) {
            int last = -1;
            for (int index = 0; index <= cuts; index++) {
                if (outcome.fifth(index) <= fifth) {
                    last = index;
                }
            }
            sql.append(" WHEN ")
                    .append(below)
                    .append(" <= ")
                    .append(last)
                    .append(" THEN ")
                    .append(fifth);
        }
        return projection.derived(sql.append(" ELSE 4 END").toString(), below);
    }

    private Named classIndex() {
        String column = outcome.target().column();
        boolean time = projection.source().column(column).storage() == Storage.TIME;
        Named value = time ? projection.number(column) : projection.value(column);
        StringBuilder sql = new StringBuilder("CASE ").append(value);
        int known = 0;
        for (int index = 0; index < outcome.target().classes().size(); index++) {
            @Nullable
            String literal =
                    expressions.literal(column, outcome.target().classes().get(index));
            if (literal != null) {
                sql.append(" WHEN ").append(literal).append(" THEN ").append(index);
                known++;
            }
        }
        return projection.derived(
                known == 0 ? "CAST(NULL AS INTEGER)" : sql.append(" END").toString(), value);
    }

    /** Regression: the target's number. */
    Named number() {
        return projection.number(outcome.target().column());
    }

    /** Regression: how many of the outcome's cuts lie strictly below the target. */
    Named cutsBelow() {
        return Bins.cuts(projection, number(), outcome.rankCuts());
    }

    /** Regression: the target's rank in [0, 1]. */
    Named rank() {
        Named below = cutsBelow();
        return projection.derived(
                below + " / " + projection.dialect().number(Math.max(1, outcome.rankCuts().length)), below);
    }
}
