package io.watertight.core.statistic;

/**
 * The answer to {@link Dependency}.
 *
 * @param rows rows with both values
 * @param determinants distinct values of the determinant
 * @param dependents distinct values of the dependent
 * @param pairs distinct pairs; equal to {@code determinants} when the dependency is exact
 * @param repeatedRows rows whose determinant occurs more than once: only these can contradict
 * @param exceptions rows that are not of their determinant's most frequent dependent
 */
public record DependencyReport(
        long rows, long determinants, long dependents, long pairs, long repeatedRows, long exceptions) {

    public boolean isExact() {
        return pairs == determinants;
    }

    public boolean isOneToOne() {
        return isExact() && pairs == dependents;
    }
}
