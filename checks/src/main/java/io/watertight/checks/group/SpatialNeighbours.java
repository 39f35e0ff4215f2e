package io.watertight.checks.group;

import io.watertight.checks.support.Responses;
import io.watertight.checks.support.Words;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Need;
import io.watertight.core.check.Question;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.numeric.Ranks;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.Key;
import io.watertight.core.study.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds rows that lie so near to one another on the map that a random split puts neighbours on both sides. */
@CheckInfo(
        id = "spatial-neighbours",
        title = "Neighbours on the map share their target across the split",
        category = Category.NON_INDEPENDENCE,
        severity = Severity.WARNING,
        requires = Need.TARGET)
public final class SpatialNeighbours implements Check<Optional<Key>> {

    private static final Set<String> NORTH = Set.of("lat", "latitude", "ycoord");
    private static final Set<String> EAST = Set.of("lon", "lng", "long", "longitude", "xcoord");

    /** Correlation of the target with the nearest neighbour's; below it a neighbour says little. */
    private static final double NOTABLE = 0.2;

    /** Standard errors above nothing. */
    private static final double SURE = 6;

    /** Test rows this many times farther (in squared distance) from training than training rows from each other are apart. */
    private static final double APART = 4;

    private static final int ENOUGH = 100;

    /** The columns of latitude and longitude, by name and range. */
    @Override
    public Optional<Key> propose(StudyView view) {
        Optional<String> north = coordinate(view, NORTH, 90);
        Optional<String> east = coordinate(view, EAST, 180);
        return north.flatMap(latitude -> east.map(longitude -> Key.of(latitude, longitude)));
    }

    private static Optional<String> coordinate(StudyView view, Set<String> names, double bound) {
        return view.study().describing().stream()
                .filter(column -> column.isNumber() && !column.integral())
                .filter(column -> Words.of(column.name()).stream().anyMatch(names::contains))
                .filter(column -> Math.abs(view.profile()
                                        .column(column.name())
                                        .all()
                                        .minimum())
                                <= bound
                        && Math.abs(view.profile().column(column.name()).all().maximum()) <= bound)
                .map(Column::name)
                .findFirst();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Optional<Key> coordinates) {
        return Set.of();
    }

    @Override
    public void evaluate(StudyView view, Optional<Key> coordinates, Statistics statistics, Findings findings) {
        if (coordinates.isEmpty()) {
            return;
        }
        List<String> columns = coordinates.get().columns();
        Neighbours neighbours = new Neighbours(view.sample(), columns.get(0), columns.get(1));
        findings.coverage(
                view.profile().rows() == 0
                        ? 1
                        : (double) neighbours.points() / view.profile().rows());
        int[] nearest = new int[neighbours.points()];
        Arrays.setAll(nearest, neighbours::nearestInTraining);
        double likeness = likeness(view, neighbours, nearest);
        long pairs = Arrays.stream(nearest).filter(other -> other >= 0).count();
        if (pairs < ENOUGH || likeness < NOTABLE || likeness * Math.sqrt(pairs) < SURE) {
            return;
        }
        double apart = view.study().hasSplit() ? apart(neighbours, nearest) : 1;
        if (apart < APART) {
            report(view, columns, likeness, apart, findings);
        }
    }

    /** The largest correlation of a response with that of the nearest training neighbour, over training rows. */
    private static double likeness(StudyView view, Neighbours neighbours, int[] nearest) {
        double most = 0;
        for (double[] response : Responses.of(view).columns()) {
            double[] own = new double[nearest.length];
            double[] other = new double[nearest.length];
            for (int point = 0; point < nearest.length; point++) {
                own[point] = response[neighbours.row(point)];
                other[point] = nearest[point] < 0 ? Double.NaN : response[neighbours.row(nearest[point])];
            }
            double correlation = Ranks.pearson(own, other);
            most = Double.isNaN(correlation) ? most : Math.max(most, correlation);
        }
        return most;
    }

    /** Median squared distance of test rows to training, over that of training rows to one another. */
    private static double apart(Neighbours neighbours, int[] nearest) {
        return median(neighbours, nearest, Part.TEST) / Math.max(1e-18, median(neighbours, nearest, Part.TRAIN));
    }

    private static double median(Neighbours neighbours, int[] nearest, Part part) {
        double[] distances = IntStream.range(0, nearest.length)
                .filter(point -> neighbours.isIn(point, part) && nearest[point] >= 0)
                .mapToDouble(point -> neighbours.distance(point, nearest[point]))
                .sorted()
                .toArray();
        return distances.length == 0 ? Double.POSITIVE_INFINITY : distances[distances.length / 2];
    }

    private static void report(StudyView view, List<String> columns, double likeness, double apart, Findings findings) {
        boolean split = view.study().hasSplit();
        findings.add(FindingDraft.about(columns, Confidence.MEDIUM)
                .says(
                        "By %s and %s, %s (correlation of %s with the nearest neighbour's: %.2f): %s.",
                        columns.get(0),
                        columns.get(1),
                        "rows that lie next to each other share their target",
                        view.target().column(),
                        likeness,
                        split
                                ? "and test rows lie as near to training rows as those to one another"
                                : "a random split puts neighbours on both sides")
                .measured("correlation of the target with the nearest neighbour's", likeness, NOTABLE)
                .fact("distance_of_test_to_training_over_that_within_training", Math.sqrt(apart))
                .fix(new Fix.Advice("make blocks of the map (cells of a grid) and keep each block in one part"))
                .asks(new Question(
                        "Will the model be used at places it has not seen?",
                        List.of("--purpose groups", "--purpose rows"),
                        columns,
                        55)));
    }
}
