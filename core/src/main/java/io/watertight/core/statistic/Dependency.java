package io.watertight.core.statistic;

/**
 * Whether the value of one column settles that of another (canonical text; rows with either missing are left out).
 *
 * @param determinant the column that may settle
 * @param dependent the column that may be settled
 * @param scope the rows
 */
public record Dependency(String determinant, String dependent, Scope scope) implements Statistic<DependencyReport> {}
