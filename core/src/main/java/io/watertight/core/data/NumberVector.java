package io.watertight.core.data;

/**
 * Numbers, or times as seconds since 1970 UTC. NaN stands for a missing value.
 *
 * @param values one a row
 */
public record NumberVector(double[] values) implements Vector {

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public String text(int row) {
        return Canonical.text(values[row]);
    }
}
