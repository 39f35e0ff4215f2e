package io.watertight.core.statistic;

import java.util.List;

/**
 * Pairs of rows that are nearly, but not wholly, the same. Rows that may be near are found by blocking, then compared exactly, so a pair
 * that is counted is near; a near pair may be missed only where {@link NearRepetitionReport#crowdedRows()} says so, or, for texts, with
 * the chance that {@link Texts} states.
 *
 * <p>Of a table so large that sorting all its blocks costs too much, one block in so many may be looked at, chosen by its hash: all rows of a
 * block are in or out together, so a near pair is met with the chance {@code 1 / oneIn}, where a sample of as many rows meets it with the
 * square of that. What is counted then holds for those blocks.
 *
 * @param likeness what makes two rows alike
 * @param similarity least similarity of a pair that counts, above 0 and below 1
 * @param oneIn of how many blocks one is looked at; 1 for all
 */
public record NearRepetition(Likeness likeness, double similarity, int oneIn)
        implements Statistic<NearRepetitionReport> {

    public NearRepetition {
        if (!(similarity > 0 && similarity < 1)) {
            throw new IllegalArgumentException("the similarity " + similarity + " is not between 0 and 1");
        }
        if (oneIn < 1) {
            throw new IllegalArgumentException("one block in " + oneIn + " is none");
        }
    }

    /** Of all blocks. */
    public NearRepetition(Likeness likeness, double similarity) {
        this(likeness, similarity, 1);
    }

    /** What makes two rows alike. */
    public sealed interface Likeness {

        /** The columns it looks at. */
        List<String> names();
    }

    /**
     * The share of columns in which two rows agree: missing agrees with missing, numbers when they round to the same multiple of the
     * column's width, all else when it is equal. Every pair that differs in so few columns agrees in one of several disjoint sets of
     * columns as a whole, which is how it is met (Arasu, Ganti and Kaushik, VLDB 2006): no such pair is missed.
     */
    public record Cells(List<Grain> columns) implements Likeness {

        public Cells {
            columns = List.copyOf(columns);
            if (columns.size() < 2) {
                throw new IllegalArgumentException("one column is no row");
            }
        }

        @Override
        public List<String> names() {
            return columns.stream().map(Grain::column).toList();
        }

        /** Columns in which a pair may differ at most. */
        public int differing(double similarity) {
            return (int) Math.floor(columns.size() * (1 - similarity) + 1e-9);
        }
    }

    /**
     * How exactly a column is compared.
     *
     * @param column its name
     * @param width numbers that round to the same multiple of it are taken for equal; 0 for exact equality
     */
    public record Grain(String column, double width) {}

    /**
     * The Jaccard index of the sets of {@link io.watertight.core.data.Shingles} of a column of texts. Met by banded minhashes (Broder 1997,
     * Indyk and Motwani 1998): a pair of similarity s is missed with the chance {@code (1 - s^rows)^bands}.
     */
    public record Texts(String column) implements Likeness {

        @Override
        public List<String> names() {
            return List.of(column);
        }
    }
}
