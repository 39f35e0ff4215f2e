package io.watertight.engine.sql;

import io.watertight.core.data.RowHash;
import io.watertight.core.statistic.Scope;
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

    /**
     * A condition: the row is drawn, because its hash is below a threshold. Drawn ids are looked up, because a filter that holds the hash itself
     * works each of its steps out as often as the next one names it.
     */
    public static String drawn(Source source, long seed, long threshold) {
        Projection projection = new Projection(source);
        Named id = projection.rowId();
        Named hash = steps(projection, id, seed);
        return source.rowId() + " IN (SELECT " + id + " FROM " + projection.from(Scope.ALL) + " WHERE " + hash + " < "
                + threshold + ")";
    }

    /** The fold of each row. */
    static Named fold(Projection projection, int folds) {
        Named hash = steps(projection, projection.rowId(), RowHash.FOLD_SEED);
        return projection.derived(hash + " % " + folds, hash);
    }

    /** The hash of an id; each step has a name, so that it is computed once. */
    private static Named steps(Projection projection, Named id, long seed) {
        Named first = projection.derived(
                "(" + id + " % " + RowHash.MODULUS + " * " + RowHash.FIRST_MULTIPLIER + " + "
                        + projection.dialect().wholeQuotient(id.name(), Long.toString(RowHash.MODULUS)) + " * "
                        + RowHash.THIRD_MULTIPLIER + " + " + RowHash.offset(seed) + ") % " + RowHash.MODULUS,
                id);
        return step(projection, step(projection, first, RowHash.SECOND_MULTIPLIER), RowHash.THIRD_MULTIPLIER);
    }

    private static Named step(Projection projection, Named value, long multiplier) {
        return projection.derived(
                "(" + mixed(projection.dialect(), value.name()) + ") * " + multiplier + " % " + RowHash.MODULUS, value);
    }
}
