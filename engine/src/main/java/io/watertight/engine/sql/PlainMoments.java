package io.watertight.engine.sql;

/**
 * Mean and deviation from plain sums. They lose digits where values lie far from zero beside how far they are spread.
 *
 * @param count of the values
 * @param sum of them, NaN without any
 * @param squares sum of their squares
 */
record PlainMoments(long count, double sum, double squares) {

    /**
     * With a mean of at most so many deviations, the variance keeps all but three of the sixteen digits of the sums, of which summing ten
     * million rounded numbers leaves about twelve.
     */
    private static final double FARTHEST = 10;

    double mean() {
        return sum / count;
    }

    /** Of a sample; NaN below two values. */
    double deviation() {
        return count < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares - sum * mean()) / (count - 1));
    }

    /** Whether the sums hold as many digits as anyone asks for; no, also, where they are beyond what a double holds. */
    boolean isPrecise() {
        return count > 1 && Double.isFinite(squares) && Math.abs(mean()) <= FARTHEST * deviation();
    }
}
