package io.watertight.ml.data;

/** Codes of rows. */
final class Codes {

    private Codes() {}

    static int[] gather(int[] codes, int[] rows) {
        int[] taken = new int[rows.length];
        for (int index = 0; index < rows.length; index++) {
            taken[index] = codes[rows[index]];
        }
        return taken;
    }
}
