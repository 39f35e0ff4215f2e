package io.watertight.core.statistic;

/**
 * How many rows fulfil a condition, by class of the target. All of these of one scope are answered by one scan.
 *
 * @param condition counted where true; rows where it is unknown because a value is missing are not in {@link Tally#defined}
 * @param scope the rows
 */
public record CountWhere(Condition condition, Scope scope) implements Statistic<Tally> {

    public static CountWhere train(Condition condition) {
        return new CountWhere(condition, Scope.TRAIN);
    }

    public static CountWhere all(Condition condition) {
        return new CountWhere(condition, Scope.ALL);
    }
}
