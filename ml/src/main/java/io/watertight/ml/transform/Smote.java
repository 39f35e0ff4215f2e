package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.RowSampler;
import io.watertight.ml.learn.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes rows of the smaller classes up, until each has as many as the largest: numbers lie at random between those of a row and of one
 * of its nearest neighbours of the same class, categories are those most neighbours have (SMOTE and SMOTE-NC; Chawla, Bowyer, Hall and
 * Kegelmeyer, SMOTE: Synthetic minority over-sampling technique, JAIR 16, 2002). Distances are Euclidean over numbers standardised by all
 * training rows; a category that differs counts as the median standard deviation of the class's numbers. A number missing in one of the
 * two rows counts nothing, and the new row gets the first one's. A class of one row is repeated. Takes time in proportion to the square
 * of a class's rows. Immutable; thread-safe.
 */
public final class Smote extends RowSampler {

    private final int neighbours;

    /** @param neighbours to choose from, at least 1; 5 is usual */
    public Smote(int neighbours) {
        if (neighbours < 1) {
            throw new IllegalArgumentException("SMOTE needs at least one neighbour, not " + neighbours);
        }
        this.neighbours = neighbours;
    }

    @Override
    public String name() {
        return "SMOTE";
    }

    /** A row to be made. */
    private record Birth(int first, int second, double share, int[] around) {}

    @Override
    protected Sample draw(TrainingSet training, FitContext context) {
        Response.Classes classes = Classified.classes(training.response(), name());
        Features features = training.features();
        int[][] rows = Classified.rows(classes);
        int wanted = Classified.largest(rows);
        SplittableRandom random = new SplittableRandom(context.seed());
        List<Birth> births = new ArrayList<>();
        for (int[] of : rows) {
            if (of.length > 0 && of.length < wanted) {
                births.addAll(births(of, wanted - of.length, Neighbours.of(features, of), random));
            }
        }
        int known = training.rows();
        int[] origins = new int[known + births.size()];
        Arrays.setAll(
                origins, row -> row < known ? row : births.get(row - known).first());
        Features sampled = new Features(
                origins.length,
                features.blocks().stream()
                        .map(block -> grown(block, origins, births))
                        .toList());
        return new Sample(
                sampled,
                classes.gather(origins),
                training.weights()
                        .map(weights -> Arrays.stream(origins)
                                .mapToDouble(row -> weights[row])
                                .toArray()),
                origins);
    }

    private List<Birth> births(int[] rows, int count, Neighbours distances, SplittableRandom random) {
        List<Birth> births = new ArrayList<>();
        Map<Integer, int[]> nearest = new HashMap<>();
        for (int made = 0; made < count; made++) {
            // Every row of the class takes its turn; those of the last, incomplete round are drawn.
            int first = made < count - count % rows.length ? made % rows.length : random.nextInt(rows.length);
            int[] around = nearest.computeIfAbsent(first, row -> distances.nearest(row, neighbours));
            int second = around.length == 0 ? rows[first] : around[random.nextInt(around.length)];
            births.add(new Birth(rows[first], second, random.nextDouble(), around));
        }
        return births;
    }

    private static Block grown(Block block, int[] origins, List<Birth> births) {
        int known = origins.length - births.size();
        if (block instanceof NumberBlock numbers) {
            double[] values = Arrays.copyOf(numbers.values(), origins.length);
            for (int made = 0; made < births.size(); made++) {
                Birth birth = births.get(made);
                double first = values[birth.first()];
                double second = values[birth.second()];
                values[known + made] = Double.isNaN(second) ? first : first + birth.share() * (second - first);
            }
            return new NumberBlock(numbers.name(), numbers.kind(), values);
        }
        if (block instanceof CategoryBlock categories) {
            return new CategoryBlock(
                    categories.name(), grown(categories.codes(), origins, births), categories.dictionary());
        }
        if (block instanceof IndicatorBlock indicators) {
            return new IndicatorBlock(
                    indicators.name(), grown(indicators.codes(), origins, births), indicators.levels());
        }
        throw Neighbours.cannotTake(block);
    }

    private static int[] grown(int[] codes, int[] origins, List<Birth> births) {
        int known = origins.length - births.size();
        int[] grown = Arrays.copyOf(codes, origins.length);
        for (int made = 0; made < births.size(); made++) {
            Birth birth = births.get(made);
            grown[known + made] = mostFrequent(codes, birth.around(), codes[birth.first()]);
        }
        return grown;
    }

    /** Of equally frequent ones that of the nearer row; the row's own without neighbours. */
    private static int mostFrequent(int[] codes, int[] rows, int own) {
        int best = own;
        int most = 0;
        for (int row : rows) {
            int count = 0;
            for (int other : rows) {
                count += codes[other] == codes[row] ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = codes[row];
            }
        }
        return best;
    }
}
