package io.watertight.core.statistic;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** How a column's values are put into bins. A last bin of its own always holds the missing values. */
public sealed interface Binning {

    /** Number of bins, the one for missing values included. */
    int bins();

    /**
     * Numbers or times by ascending cuts: bin {@code i} holds values in {@code (cut[i-1], cut[i]]}; the bin after the last cut
     * the rest.
     */
    record Cuts(double[] cuts) implements Binning {

        @Override
        public int bins() {
            return cuts.length + 2;
        }

        /** The bin of a number that is not missing. */
        public int binOf(double value) {
            int index = Arrays.binarySearch(cuts, value);
            return index >= 0 ? index : -index - 1;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Cuts that && Arrays.equals(cuts, that.cuts);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(cuts);
        }
    }

    /** Words by canonical text: bin {@code i} holds {@code texts[i]}; one more bin holds all other words. */
    record Levels(List<String> texts) implements Binning {

        public Levels {
            texts = List.copyOf(texts);
        }

        @Override
        public int bins() {
            return texts.size() + 2;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Levels that && texts.equals(that.texts);
        }

        @Override
        public int hashCode() {
            return Objects.hash(texts);
        }
    }
}
