package io.watertight.core.statistic;

import java.util.Optional;

/**
 * Mean, deviation and median of an operand. All of one scope are answered by one scan.
 *
 * @param value the operand
 * @param where rows counted only where true, all rows if empty
 * @param scope the rows
 */
public record MomentsWhere(Operand value, Optional<Condition> where, Scope scope) implements Statistic<Moments> {}
