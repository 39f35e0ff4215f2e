package io.watertight.checks.target;

/**
 * A set of values of one column, judged for one class.
 *
 * @param kind how the set is described
 * @param value the level or the atom (a cell value)
 * @param label index of the class that fills it
 * @param rows rows in it
 * @param exceptions of these, rows of other classes
 * @param baseRate share of the class over all rows
 * @param log10Luck log10 of the chance of so pure a region, over all regions looked at
 */
record Region(Kind kind, String value, int label, long rows, long exceptions, double baseRate, double log10Luck) {

    /** How a set of values is described without naming a value. */
    enum Kind {
        /** One value of a column of few values. */
        LEVEL("at one of its values"),
        /** Everything but the most frequent value of a number, e.g. above zero. */
        OFF_ATOM("away from its most frequent value"),
        /** The most frequent value of an otherwise continuous number. */
        ATOM("at its most frequent value");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
