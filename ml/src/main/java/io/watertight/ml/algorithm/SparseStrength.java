package io.watertight.ml.algorithm;

import io.watertight.ml.data.SparseBlock;

/** How well each sparse column predicts by being zero or not, in one pass over the entries. */
final class SparseStrength {

    private SparseStrength() {}

    /** The loss of each column out of fold. */
    static double[] losses(SparseBlock block, Moments moments, int[] folds, int foldCount) {
        int kinds = moments.kinds();
        int size = foldCount * kinds;
        double[] all = moments.table(new int[block.rows()], 1, folds, foldCount);
        double[] set = new double[Math.multiplyExact(block.width(), size)];
        for (int row = 0; row < block.rows(); row++) {
            for (int entry = block.starts()[row]; entry < block.starts()[row + 1]; entry++) {
                if (block.values()[entry] != 0) {
                    moments.add(row, set, block.columns()[entry] * size + folds[row] * kinds);
                }
            }
        }
        double[] losses = new double[block.width()];
        double[] table = new double[2 * size];
        for (int column = 0; column < losses.length; column++) {
            for (int place = 0; place < size; place++) {
                table[size + place] = set[column * size + place];
                table[place] = all[place] - table[size + place];
            }
            losses[column] = moments.loss(table, 2, foldCount);
        }
        return losses;
    }
}
