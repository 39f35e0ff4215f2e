package io.watertight.ml.transform;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Directions of largest variance. Exact up to {@value #EXACT} rows or columns, whichever is less; beyond that by a random projection
 * with four power iterations (Halko, Martinsson and Tropp, Finding structure with randomness, SIAM Review 53, 2011, algorithm 4.4).
 * Stateless; thread-safe.
 */
final class PrincipalAxes {

    private static final int EXACT = 500;

    /** Directions beyond those wanted, which make the last of them exact. */
    private static final int SPARE = 10;

    private static final int ITERATIONS = 4;

    /** A direction with less than this share of the largest variance is rounding. */
    private static final double ROUNDING = 1e-12;

    private PrincipalAxes() {}

    /**
     * The loadings.
     *
     * @param centred columns x rows, each column of mean 0
     * @return components x columns, each of length 1, by falling variance
     */
    static double[][] of(double[][] centred, int components, long seed) {
        int columns = centred.length;
        int rows = centred[0].length;
        int wanted = Math.min(components, Math.min(columns, rows - 1));
        if (columns <= Math.min(rows, EXACT)) {
            Eigen eigen = Eigen.of(crossProducts(centred), wanted);
            return Arrays.stream(eigen.vectors()).map(PrincipalAxes::signed).toArray(double[][]::new);
        }
        double[][] directions = rows <= EXACT ? unit(rows) : range(centred, wanted + SPARE, seed);
        double[][] projected = project(centred, directions);
        Eigen eigen = Eigen.of(crossProducts(projected), wanted);
        double[][] loadings = new double[eigen.vectors().length][columns];
        for (int component = 0; component < loadings.length; component++) {
            double length = Math.sqrt(eigen.values()[component]);
            for (int direction = 0; direction < projected.length; direction++) {
                double share = eigen.vectors()[component][direction] / length;
                for (int column = 0; column < columns; column++) {
                    loadings[component][column] += share * projected[direction][column];
                }
            }
            loadings[component] = signed(loadings[component]);
        }
        return loadings;
    }

    /** Every row a direction of its own. */
    private static double[][] unit(int rows) {
        double[][] unit = new double[rows][rows];
        IntStream.range(0, rows).forEach(row -> unit[row][row] = 1);
        return unit;
    }

    /** Directions x columns: each column's product with each direction, which is one number a row. */
    private static double[][] project(double[][] centred, double[][] directions) {
        double[][] projected = new double[directions.length][centred.length];
        for (int direction = 0; direction < directions.length; direction++) {
            for (int column = 0; column < centred.length; column++) {
                projected[direction][column] = dot(directions[direction], centred[column]);
            }
        }
        return projected;
    }

    /** An orthonormal basis of the rows' space that holds the largest directions. */
    private static double[][] range(double[][] centred, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] weights = new double[count][centred.length];
        for (double[] row : weights) {
            Arrays.setAll(row, column -> random.nextGaussian());
        }
        double[][] basis = orthonormal(combine(centred, weights));
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            basis = orthonormal(combine(centred, orthonormal(project(centred, basis))));
        }
        return basis;
    }

    /** Sums of columns with these weights. */
    private static double[][] combine(double[][] centred, double[][] weights) {
        double[][] sums = new double[weights.length][centred[0].length];
        for (int index = 0; index < weights.length; index++) {
            for (int column = 0; column < centred.length; column++) {
                add(sums[index], weights[index][column], centred[column]);
            }
        }
        return sums;
    }

    /** Gram and Schmidt's procedure, twice over for the sake of rounding. Directions that are none are left out. */
    private static double[][] orthonormal(double[][] vectors) {
        double[][] basis = new double[vectors.length][];
        int found = 0;
        for (double[] vector : vectors) {
            double[] left = vector.clone();
            double before = Math.sqrt(dot(left, left));
            for (int pass = 0; pass < 2; pass++) {
                for (int known = 0; known < found; known++) {
                    add(left, -dot(left, basis[known]), basis[known]);
                }
            }
            double length = Math.sqrt(dot(left, left));
            if (length > ROUNDING * before) {
                Arrays.setAll(left, index -> left[index] / length);
                basis[found++] = left;
            }
        }
        return Arrays.copyOf(basis, found);
    }

    private static double[][] crossProducts(double[][] vectors) {
        double[][] products = new double[vectors.length][vectors.length];
        for (int first = 0; first < vectors.length; first++) {
            for (int second = 0; second <= first; second++) {
                products[first][second] = dot(vectors[first], vectors[second]);
                products[second][first] = products[first][second];
            }
        }
        return products;
    }

    private static double dot(double[] first, double[] second) {
        double sum = 0;
        for (int index = 0; index < first.length; index++) {
            sum += first[index] * second[index];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int index = 0; index < to.length; index++) {
            to[index] += factor * what[index];
        }
    }

    private static double[] signed(double[] loading) {
        double largest = 0;
        for (double one : loading) {
            if (Math.abs(one) > Math.abs(largest) * (1 + ROUNDING)) {
                largest = one;
            }
        }
        double sign = largest < 0 ? -1 : 1;
        return Arrays.stream(loading).map(one -> sign * one).toArray();
    }

    /**
     * The largest eigenvalues and their vectors, those left out that are rounding.
     *
     * @param values falling
     * @param vectors one each, of length 1
     */
    private record Eigen(double[] values, double[][] vectors) {

        static Eigen of(double[][] symmetric, int wanted) {
            EigenDecompositionSymmetric solved =
                    new EigenDecompositionSymmetric(new Array2DRowRealMatrix(symmetric, false));
            double[] values = solved.getEigenvalues();
            double largest = Arrays.stream(values).max().orElse(0);
            int[] order = IntStream.range(0, values.length)
                    .filter(index -> values[index] > ROUNDING * largest)
                    .boxed()
                    .sorted(Comparator.comparingDouble(index -> -values[index]))
                    .limit(wanted)
                    .mapToInt(Integer::intValue)
                    .toArray();
            return new Eigen(
                    Arrays.stream(order).mapToDouble(index -> values[index]).toArray(),
                    Arrays.stream(order)
                            .mapToObj(index -> solved.getEigenvector(index).toArray())
                            .toArray(double[][]::new));
        }
    }
}
