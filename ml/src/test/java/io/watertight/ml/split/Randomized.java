package io.watertight.ml.split;

import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitPlan.Chain;
import io.watertight.core.split.SplitPlan.DuplicateClusters;
import io.watertight.core.split.SplitPlan.DuplicateClusters.Grain;
import io.watertight.core.split.SplitVerifier;
import io.watertight.core.study.Lag;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Fold;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A generated table and what is known of its rows. */
record Randomized(Dataset dataset, int[] patients, int[] devices, double[] times, double[] x, double[] y, int[] words) {

    static final String PATIENT = "patient";
    static final String DEVICE = "device";

    /** Sizes, skew, ties and gaps differ from seed to seed. */
    static Randomized of(long seed) {
        Random random = new Random(seed);
        int rows = 60 + random.nextInt(120);
        int groups = 8 + random.nextInt(40);
        boolean skewed = random.nextBoolean();
        int days = 8 + random.nextInt(300);
        int[] patients = new int[rows];
        int[] devices = new int[rows];
        double[] times = new double[rows];
        double[] x = new double[rows];
        double[] y = new double[rows];
        int[] words = new int[rows];
        int[] classes = new int[rows];
        int classNumber = 2 + random.nextInt(3);
        for (int row = 0; row < rows; row++) {
            // The first rows make sure that every group and class occurs.
            patients[row] = row < groups ? row : (int) (groups * Math.pow(random.nextDouble(), skewed ? 3 : 1));
            devices[row] = row < 8 ? row : random.nextInt(8);
            times[row] = row < days && row < 12 ? row * 86_400.0 : random.nextInt(days) * 86_400.0;
            x[row] = random.nextInt(40) / 4.0;
            y[row] = random.nextInt(40) / 4.0;
            words[row] = random.nextInt(3);
            classes[row] = row < classNumber ? row : random.nextInt(classNumber);
        }
        long[] ids = new long[rows];
        for (int row = 0; row < rows; row++) {
            ids[row] = 3L * row + 1;
        }
        Response response = random.nextBoolean()
                ? new Response.Classes(classes, List.of("a", "b", "c", "d").subList(0, classNumber), 0)
                : new Response.Numbers(Arrays.stream(x).map(value -> value * 2).toArray());
        Features features = new Features(
                rows,
                List.of(
                        NumberBlock.of("x", x),
                        NumberBlock.of("y", y),
                        new CategoryBlock("word", words, List.of("p", "q", "r"))));
        Dataset dataset = Dataset.of(ids, features, response)
                .withTimes(times)
                .withGroup(PATIENT, patients)
                .withGroup(DEVICE, devices);
        return new Randomized(dataset, patients, devices, times, x, y, words);
    }

    /** Every kind of plan. */
    static List<SplitPlan> plans(Random random) {
        Shape shape = random.nextBoolean()
                ? new Shape.Folds(2 + random.nextInt(4), 1 + random.nextInt(2))
                : Shape.holdOut(0.1 + random.nextInt(4) / 10.0);
        Shape once = shape.once();
        Optional<Lag> purge = random.nextBoolean() ? Optional.of(Lag.parse("1d")) : Optional.empty();
        Chain chain = new Chain("when", once, Optional.empty(), purge, Optional.empty());
        return List.of(
                new SplitPlan.Random(shape),
                new SplitPlan.Stratified(shape),
                new SplitPlan.Group(PATIENT, false, shape),
                new SplitPlan.Group(PATIENT, true, shape),
                new SplitPlan.LeaveOneOut(),
                new SplitPlan.LeaveOneGroupOut(PATIENT),
                new SplitPlan.ForwardChaining(chain),
                new SplitPlan.GroupAndTime(PATIENT, chain),
                new SplitPlan.GroupAndTime(List.of(PATIENT, DEVICE), chain),
                new SplitPlan.TwoWayGroup(PATIENT, DEVICE, Shape.folds(2)),
                new SplitPlan.SpatialBlocks("x", "y", 2, 0, shape),
                new SplitPlan.SpatialBlocks("x", "y", 1, 0.5, Shape.holdOut(0.1)),
                new DuplicateClusters(List.of(new Grain("x", 0), new Grain("word", 0)), shape),
                new DuplicateClusters(List.of(new Grain("x", 0.5), new Grain("word", 0)), shape));
    }

    /** What a verifier has to know, told without the code that deals. */
    SplitVerifier.Facts facts(SplitPlan plan) {
        Map<String, int[]> groups = new LinkedHashMap<>();
        groups.put(PATIENT, patients);
        groups.put(DEVICE, devices);
        Map<List<Object>, Integer> cells = new HashMap<>();
        Map<List<Object>, Integer> equal = new HashMap<>();
        int[] cell = new int[patients.length];
        int[] same = new int[patients.length];
        double size = plan instanceof SplitPlan.SpatialBlocks blocks ? blocks.size() : 1;
        for (int row = 0; row < cell.length; row++) {
            cell[row] = cells.computeIfAbsent(
                    List.of(Math.floor(x[row] / size), Math.floor(y[row] / size)), key -> cells.size());
            same[row] = equal.computeIfAbsent(List.of(x[row], words[row]), key -> equal.size());
        }
        groups.put(io.watertight.core.split.Guarantees.CELLS, cell);
        groups.put(io.watertight.core.split.Guarantees.CLUSTERS, same);
        int[] classes = dataset.rows() == 0 ? new int[0] : new int[dataset.rows()];
        return new SplitVerifier.Facts(dataset.rows(), groups, Optional.of(times), classes);
    }

    /** Folds by position; ids are three times the position and one. */
    static List<SplitVerifier.Sides> sides(List<Fold> folds) {
        return folds.stream()
                .map(fold -> new SplitVerifier.Sides(
                        fold.repeat(),
                        fold.number(),
                        positions(fold.training().rowIds()),
                        positions(fold.evaluation().rowIds())))
                .toList();
    }

    private static int[] positions(long[] ids) {
        return Arrays.stream(ids).mapToInt(id -> (int) (id / 3)).toArray();
    }
}
