package io.watertight.ml.learn;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import java.util.ArrayList;
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
     */
    public record Group(String name, int[] codes) {}

    /**
     * Rows without groups, time or weights.
     *
     * @param rowIds different from one another; what makes folds repeatable
     * @throws IllegalArgumentException if the numbers of rows differ
     */
    public static Dataset of(long[] rowIds, Features features, Response response) {
        if (rowIds.length != features.rows() || rowIds.length != response.rows()) {
            throw new IllegalArgumentException("there are " + rowIds.length + " ids, " + features.rows()
                    + " rows of features and " + response.rows() + " responses");
        }
        return new Dataset(rowIds, features, response, Optional.empty(), Optional.empty(), List.of());
    }

    /** Rows numbered from 0. */
    public static Dataset of(Features features, Response response) {
        return of(IntStream.range(0, features.rows()).asLongStream().toArray(), features, response);
    }

    public Dataset withGroup(String name, int[] codes) {
        List<Group> more = new ArrayList<>(groups);
        more.add(new Group(name, codes));
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
        return new Dataset(rowIds, other, response, weights, times, groups);
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
