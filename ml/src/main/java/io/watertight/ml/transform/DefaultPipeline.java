package io.watertight.ml.transform;

import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.Pipeline;
import io.watertight.ml.learn.Transformer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is done to columns when nobody says otherwise. The types of the columns come with the rows, and everything else (levels, free
 * text, what to leave out) is decided inside the fit, from training rows: the same pipeline fits any table. Stateless; thread-safe.
 */
public final class DefaultPipeline {

    /** More levels than this are encoded by the outcome. One-hot columns of many levels are slow and thinly filled. */
    private static final int FEW_LEVELS = 20;

    /** A level of fewer training rows tells little by itself. */
    private static final int FEWEST_ROWS = 5;

    private static final int FOLDS = 5;

    private static final int WORDS = 1000;

    private DefaultPipeline() {}

    /** What an algorithm can take. */
    public enum Kind {
        /** Sums of columns: numbers filled in with an indicator and scaled, categories as indicators, times as circles. */
        LINEAR,
        /** Orders and thresholds: missing numbers stay missing, nothing is scaled. */
        TREES,
        /** Distances between rows: as linear, without indicators of missing values, which would count as much as a column each. */
        DISTANCE
    }

    /** A pipeline with the name of its algorithm. */
    public static Pipeline of(Kind kind, Algorithm algorithm) {
        return new Pipeline(steps(kind), algorithm);
    }

    /** The steps alone. */
    public static List<Transformer> steps(Kind kind) {
        List<Transformer> common = List.of(
                LeaveOut.constants(Columns.all()),
                kind == Kind.TREES ? DateParts.plain(Columns.times()) : DateParts.cyclic(Columns.times()),
                TfIdf.of(Columns.freeText())
                        .withFewestRows(2)
                        .withMostWords(WORDS)
                        .withSublinearCounts(),
                LeaveOut.namesOfRows(Columns.categories()),
                OneHot.of(Columns.ofFewLevels(FEW_LEVELS))
                        .withFewestRows(FEWEST_ROWS)
                        .withOneForTwo(),
                TargetEncoding.crossFitted(Columns.categories(), FOLDS));
        return switch (kind) {
            case TREES -> common;
            case LINEAR ->
                append(common, Impute.median(Columns.numbers()).withIndicator(), Scale.standard(Columns.numbers()));
            case DISTANCE -> append(common, Impute.median(Columns.numbers()), Scale.standard(Columns.numbers()));
        };
    }

    private static List<Transformer> append(List<Transformer> first, Transformer... more) {
        return Stream.concat(first.stream(), Arrays.stream(more)).toList();
    }
}
