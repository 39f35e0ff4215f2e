package io.watertight.engine.sql;

import io.watertight.core.data.RowHash;
import io.watertight.engine.sql.Projection.Named;

/** {@link RowHash} as SQL. */
public final class Hashes {

    private Hashes() {}

    /** The hash of a row id given as a BIGINT expression. */
    public static String of(Dialect dialect, String rowId, long seed) {
        String first = "((" + rowId + ") % " + RowHash.MODULUS + " * " + RowHash.FIRST_MULTIPLIER + " + "
                + dialect.wholeQuotient("(" + rowId + ")", Long.toString(RowHash.MODULUS)) + " * "
                + RowHash.THIRD_MULTIPLIER + " + "
                + RowHash.offset(seed) + ") % " + RowHash.MODULUS;
        String second = "(" + mixed(dialect, first) + ") * " + RowHash.SECOND_MULTIPLIER + " % " + RowHash.MODULUS;
        return "(" + mixed(dialect, second) + ") * " + RowHash.THIRD_MULTIPLIER + " % " + RowHash.MODULUS;
    }

    private static String mixed(Dialect dialect, String value) {
        return dialect.exclusiveOr(value, dialect.shiftedRight("(" + value + ")", RowHash.SHIFT));
    }

    /** The fold of each row; each step has a name, so that it is computed once. */
    static Named fold(Projection projection, int folds) {
        Dialect dialect = projection.dialect();
        Named id = projection.rowId();
        Named first = projection.derived(
                "(" + id + " % " + RowHash.MODULUS + " * " + RowHash.FIRST_MULTIPLIER + " + "
                        + dialect.wholeQuotient(id.name(), Long.toString(RowHash.MODULUS)) + " * "
                        + RowHash.THIRD_MULTIPLIER + " + "
                        + RowHash.offset(RowHash.FOLD_SEED) + ") % " + RowHash.MODULUS,
                id);
        Named second = step(projection, first, RowHash.SECOND_MULTIPLIER);
        Named third = step(projection, second, RowHash.THIRD_MULTIPLIER);
        return projection.derived(third + " % " + folds, third);
    }

    private static Named step(Projection projection, Named value, long multiplier) {
        return projection.derived(
                "(" + mixed(projection.dialect(), value.name()) + ") * " + multiplier + " % " + RowHash.MODULUS, value);
    }
}
