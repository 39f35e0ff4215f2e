package io.watertight.ml.learn;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All rows of a study, before any split. Nothing can be fitted on it: hand it to a {@link Splitter}. Immutable by contract: arrays are
 * shared and must not be written to. Thread-safe.
 */
public final class Dataset {

    private final long[] rowIds;
    private final Features features;
    private final Response response;
    private final Optional<double[]> weights;
    private final Optional<double[]> times;
    private final List<Group> groups;

    private Dataset(
            long[] rowIds,
            Features features,
            Response response,
            Optional<double[]> weights,
            Optional<double[]> times,
            List<Group> groups) {
        this.rowIds = rowIds;
        this.features = features;
        this.response = response;
        this.weights = weights;
        this.times = times;
        this.groups = List.copyOf(groups);
    }

    /**
     * A declared group.
     *
     * @param name its key
     * @param codes which entity each row belongs to, at least 0; rows without a value have a code of their own each
     * @param keys by code: the number that stands for the entity when it is dealt, the same whatever the order of rows
     *     ({@link io.watertight.core.split.KeyHash})
     */
    public record Group(String name, int[] codes, long[] keys) {

        /** Entities that are known by their codes alone. */
        public static Group of(String name, int[] codes) {
            int most = Arrays.stream(codes).max().orElse(-1);
            return new Group(
                    name, codes, IntStream.rangeClosed(0, most).asLongStream().toArray());
        }
    }

    /**
     * Rows without groups, time or weights.
     *
     * @param rowIds different from one another; what makes folds repeatable
     * @throws IllegalArgumentException if the numbers of rows differ
     * @throws WatertightException if a fitted transformer has prepared the features
     */
    public static Dataset of(long[] rowIds, Features features, Response response) {
        if (rowIds.length != features.rows() || rowIds.length != response.rows()) {
            throw new IllegalArgumentException("there are " + rowIds.length + " ids, " + features.rows()
                    + " rows of features and " + response.rows() + " responses");
        }
        refusePrepared(features);
        return new Dataset(rowIds, features, response, Optional.empty(), Optional.empty(), List.of());
    }

    /** Rows numbered from 0. */
    public static Dataset of(Features features, Response response) {
        return of(IntStream.range(0, features.rows()).asLongStream().toArray(), features, response);
    }

    public Dataset withGroup(String name, int[] codes) {
        return withGroup(Group.of(name, codes));
    }

    public Dataset withGroup(Group group) {
        List<Group> more = new ArrayList<>(groups);
        more.add(group);
        return new Dataset(rowIds, features, response, weights, times, more);
    }

    public Dataset withTimes(double[] when) {
        return new Dataset(rowIds, features, response, weights, Optional.of(when), groups);
    }

    public Dataset withWeights(double[] heavy) {
        return new Dataset(rowIds, features, response, Optional.of(heavy), times, groups);
    }

    /** The same rows with other features: a column fewer, say. */
    public Dataset withFeatures(Features other) {
        if (other.rows() != rows()) {
            throw new IllegalArgumentException("there are " + other.rows() + " rows of features, not " + rows());
        }
        refusePrepared(other);
        return new Dataset(rowIds, other, response, weights, times, groups);
    }

    /** The same rows without these columns. Names that are not there are passed over. */
    public Dataset withoutColumns(Collection<String> names) {
        return withFeatures(features.without(names));
    }

    /**
     * The same rows with outcomes dealt anew: a row takes the outcome of another. What is learnt from that is luck, which is what a
     * permutation test wants to know.
     *
     * @param from index of the row that each row takes its outcome from
     */
    public Dataset withResponsesFrom(int[] from) {
        return new Dataset(rowIds, features, response.gather(from), weights, times, groups);
    }

    /** Whether rows of one block have different outcomes in more than a few blocks: in a tenth of those with several rows. */
    public boolean responsesVaryWithin(int[] blocks) {
        int most = Arrays.stream(blocks).max().orElse(0);
        int[] first = new int[most + 1];
        Arrays.fill(first, -1);
        boolean[] several = new boolean[most + 1];
        boolean[] varies = new boolean[most + 1];
        for (int row = 0; row < blocks.length; row++) {
            int block = blocks[row];
            if (first[block] < 0) {
                first[block] = row;
            } else {
                several[block] = true;
                varies[block] |= !response.isSame(first[block], row);
            }
        }
        long many =
                IntStream.rangeClosed(0, most).filter(block -> several[block]).count();
        long varying =
                IntStream.rangeClosed(0, most).filter(block -> varies[block]).count();
        return varying * 10 > many;
    }

    private static void refusePrepared(Features features) {
        if (features.prepared()) {
            throw new WatertightException(
                    "These features come from a fitted transformer. A split of them would hold rows out that the transformer has"
                            + " seen.",
                    "make the transformer a step of a pipeline, which is refitted in every fold");
        }
    }

    public int rows() {
        return rowIds.length;
    }

    public long[] rowIds() {
        return rowIds;
    }

    /** Declared groups, in the order declared. */
    public List<Group> groups() {
        return groups;
    }

    /** When each row happened, if a time was declared. */
    public Optional<double[]> times() {
        return times;
    }

    /** Names of the features, in file order. */
    public List<String> featureNames() {
        return features.blocks().stream().map(block -> block.name()).toList();
    }

    /** Rows to be gathered by a view; strategies see them through {@link SplitterInput}. */
    Features allFeatures() {
        return features;
    }

    Response allResponses() {
        return response;
    }

    Optional<double[]> allWeights() {
        return weights;
    }
}
