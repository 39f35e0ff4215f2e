package io.watertight.ml;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The rows of one fit, as indices into a problem's rows.
 *
 * @param learnt rows the model is fitted to
 * @param watched rows outside the fold that early stopping watches; may be empty
 * @param judged rows of the fold
 */
record Fold(int[] learnt, int[] watched, int[] judged) {

    /**
     * Deals rows to folds by their ids. Folds without a row to judge are left out.
     *
     * @param ids of the problem's rows
     */
    static List<Fold> deal(long[] ids, RowDraw draw, Effort effort) {
        return IntStream.range(0, RowDraw.FOLDS)
                .mapToObj(fold -> {
                    IntPredicate isJudged = row -> draw.fold(ids[row]) == fold;
                    IntPredicate isWatched = row -> draw.isInner(ids[row], effort.innerShare());
                    return new Fold(
                            where(ids.length, isJudged.negate().and(isWatched.negate())),
                            where(ids.length, isJudged.negate().and(isWatched)),
                            where(ids.length, isJudged));
                })
                .filter(fold -> fold.judged().length > 0 && fold.learnt().length > 0)
                .toList();
    }

    private static int[] where(int rows, IntPredicate wanted) {
        return IntStream.range(0, rows).filter(wanted).toArray();
    }
}
