package io.watertight.ml.evaluate;

import io.watertight.core.WatertightException;
import io.watertight.core.numeric.Ranks;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Small learners that really learn, for tests of what is around them. They take numbers without missing values. */
public final class TinyLearners {

    private TinyLearners() {}

    public static Baselines baselines() {
        return new Baselines(constant(), bestColumn(), ridge("linear", 1));
    }

    /** The mean of the response. */
    public static Algorithm constant() {
        return learner("constant", training -> {
            double mean = Arrays.stream(target(training.response())).average().orElseThrow();
            return model(1, features -> new double[features.rows()], mean, true);
        });
    }

    /** The column that correlates best, with its sign. */
    public static Algorithm bestColumn() {
        return learner("best column", training -> {
            double[] target = target(training.response());
            double most = -1;
            String best = "";
            double sign = 1;
            for (Block block : training.features().blocks()) {
                double correlation = Ranks.pearson(((NumberBlock) block).values(), target);
                if (Math.abs(correlation) > most) {
                    most = Math.abs(correlation);
                    best = block.name();
                    sign = Math.signum(correlation);
                }
            }
            String name = best;
            double side = sign;
            return model(
                    1,
                    features -> Arrays.stream(column(features, name))
                            .map(value -> side * value)
                            .toArray(),
                    0,
                    false);
        });
    }

    /** A column as it is: nothing is fitted. */
    public static Algorithm formula(String column) {
        return learner("formula " + column, training -> model(0, features -> column(features, column), 0, false));
    }

    /** Least squares with a penalty on the squares. */
    public static Algorithm ridge(String name, double penalty) {
        return learner(name, training -> {
            List<Block> blocks = training.features().blocks();
            int width = blocks.size() + 1;
            double[][] matrix = new double[width][width + 1];
            double[] target = target(training.response());
            double[] row = new double[width];
            for (int index = 0; index < target.length; index++) {
                row[0] = 1;
                for (int column = 1; column < width; column++) {
                    row[column] = ((NumberBlock) blocks.get(column - 1)).values()[index];
                }
                for (int one = 0; one < width; one++) {
                    for (int other = 0; other < width; other++) {
                        matrix[one][other] += row[one] * row[other];
                    }
                    matrix[one][width] += row[one] * target[index];
                }
            }
            for (int column = 0; column < width; column++) {
                matrix[column][column] += column == 0 ? 1e-9 : penalty;
            }
            double[] coefficients = solve(matrix);
            return model(
                    width,
                    features -> {
                        double[] scores = new double[features.rows()];
                        Arrays.fill(scores, coefficients[0]);
                        for (int column = 1; column < width; column++) {
                            double[] values = ((NumberBlock) features.blocks().get(column - 1)).values();
                            for (int index = 0; index < scores.length; index++) {
                                scores[index] += coefficients[column] * values[index];
                            }
                        }
                        return scores;
                    },
                    0,
                    false);
        });
    }

    /** The response of the nearest training row: it memorizes. */
    public static Algorithm nearest() {
        return learner("nearest", training -> {
            double[] target = target(training.response());
            double[][] known = matrix(training.features());
            return model(
                    (long) target.length * known.length,
                    features -> {
                        double[][] asked = matrix(features);
                        double[] scores = new double[features.rows()];
                        for (int row = 0; row < scores.length; row++) {
                            double least = Double.POSITIVE_INFINITY;
                            for (int other = 0; other < target.length; other++) {
                                double distance = 0;
                                for (int column = 0; column < known.length; column++) {
                                    double difference = asked[column][row] - known[column][other];
                                    distance += difference * difference;
                                }
                                if (distance < least) {
                                    least = distance;
                                    scores[row] = target[other];
                                }
                            }
                        }
                        return scores;
                    },
                    0,
                    false);
        });
    }

    /** Fails where it is to be fitted on this row. */
    public static Algorithm picky(long row) {
        return learner("picky", training -> {
            if (Arrays.stream(training.rowIds()).anyMatch(id -> id == row)) {
                throw new WatertightException("It does not like row " + row + ".", "give others");
            }
            return model(0, features -> new double[features.rows()], 0.5, true);
        });
    }

    public static Algorithm learner(String name, Function<TrainingSet, Model> fit) {
        return new Algorithm() {
            @Override
            public String name() {
                return name;
            }

            @Override
            protected Model train(TrainingSet training, FitContext context) {
                return fit.apply(training);
            }
        };
    }

    public static Model model(
            long parameters, Function<Features, double[]> scores, double plus, boolean probabilities) {
        return new Model() {
            @Override
            protected Predictions score(Features features) {
                double[] all = Arrays.stream(scores.apply(features))
                        .map(score -> score + plus)
                        .toArray();
                return new Predictions(new double[][] {all}, probabilities);
            }

            @Override
            public long parameters() {
                return parameters;
            }
        };
    }

    public static double[] target(Response response) {
        if (response instanceof Response.Numbers numbers) {
            return numbers.values();
        }
        Response.Classes classes = (Response.Classes) response;
        double[] target = new double[classes.rows()];
        for (int row = 0; row < target.length; row++) {
            target[row] = classes.indicator(row);
        }
        return target;
    }

    public static double[] column(Features features, String name) {
        return ((NumberBlock) features.find(name).orElseThrow()).values();
    }

    private static double[][] matrix(Features features) {
        return features.blocks().stream()
                .map(block -> ((NumberBlock) block).values())
                .toArray(double[][]::new);
    }

    private static double[] solve(double[][] matrix) {
        int size = matrix.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (int column = pivot; column <= size; column++) {
                    matrix[row][column] -= factor * matrix[pivot][column];
                }
            }
        }
        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = matrix[row][size];
            for (int column = row + 1; column < size; column++) {
                sum -= matrix[row][column] * solution[column];
            }
            solution[row] = sum / matrix[row][row];
        }
        return solution;
    }
}
