package io.watertight.core.data;

/**
 * What one part of a split holds in a column.
 *
 * @param rows rows of the part
 * @param missing of these, without a value (NULL or NaN)
 * @param distinct distinct values, approximately (an engine's HyperLogLog, a few percent)
 * @param minimum smallest number or time in seconds, NaN without numbers
 * @param maximum largest, NaN without numbers
 * @param mean arithmetic mean, NaN without numbers
 * @param deviation sample standard deviation, NaN below two numbers
 */
public record PartProfile(
        long rows, long missing, long distinct, double minimum, double maximum, double mean, double deviation) {

    public long present() {
        return rows - missing;
    }

    public double missingShare() {
        return rows == 0 ? 0 : (double) missing / rows;
    }
}
