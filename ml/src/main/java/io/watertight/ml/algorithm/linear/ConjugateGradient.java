package io.watertight.ml.algorithm.linear;

import java.util.function.UnaryOperator;

/** Solves a symmetric positive definite system that is known by its products only (Hestenes and Stiefel, 1952). */
final class ConjugateGradient {

    private ConjugateGradient() {}

    /**
     * The solution, about.
     *
     * @param product the matrix times a vector
     * @param diagonal about the matrix's diagonal, above 0, as a preconditioner
     * @param tolerance of the residual, relative to the right-hand side
     */
    static double[] solve(
            UnaryOperator<double[]> product, double[] right, double[] diagonal, double tolerance, int most) {
        int size = right.length;
        double[] result = new double[size];
        double[] residual = right.clone();
        double[] direction = new double[size];
        double goal = tolerance * Math.sqrt(Products.dot(right, right));
        double before = 1;
        for (int step = 0; step < most; step++) {
            if (Math.sqrt(Products.dot(residual, residual)) <= goal) {
                break;
            }
            double now = 0;
            for (int index = 0; index < size; index++) {
                now += residual[index] * residual[index] / diagonal[index];
            }
            double keep = step == 0 ? 0 : now / before;
            for (int index = 0; index < size; index++) {
                direction[index] = residual[index] / diagonal[index] + keep * direction[index];
            }
            double[] image = product.apply(direction);
            double curve = Products.dot(direction, image);
            if (!(curve > 0)) {
                break;
            }
            double length = now / curve;
            Products.add(length, direction, 0, result, 0, size);
            Products.add(-length, image, 0, residual, 0, size);
            before = now;
        }
        return result;
    }
}
