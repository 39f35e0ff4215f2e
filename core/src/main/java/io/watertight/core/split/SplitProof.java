package io.watertight.core.split;

import io.watertight.core.WatertightException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was found when a split was held against what its plan promises, by somebody who did not make it.
 *
 * @param claims one a promise, kept or broken
 */
public record SplitProof(List<Claim> claims) {

    public SplitProof {
        claims = List.copyOf(claims);
    }

    /**
     * One promise.
     *
     * @param promise in words, as it should be
     * @param violations how many rows, groups or folds break it
     * @param what is counted: rows, groups, folds
     */
    public record Claim(String promise, long violations, String what) {

        public boolean holds() {
            return violations == 0;
        }

        @Override
        public String toString() {
            return holds() ? promise : "BROKEN by " + violations + " " + what + ": " + promise;
        }

        public static Claim rowsOnBothSides(long rows) {
            return new Claim("no row is on two sides of a fold", rows, "rows");
        }

        public static Claim evaluatedTwice(long rows) {
            return new Claim("every row is evaluated at most once a repeat", rows, "rows");
        }

        public static Claim onBothSides(String key, long groups) {
            return new Claim("no group of " + key + " is on two sides of a fold", groups, "groups");
        }

        public static Claim fromTheFuture(String time, long gap, long rows) {
            String wait = gap > 0 ? " by more than " + gap + " s" : "";
            return new Claim(
                    "every training row is older than the period evaluated, along '" + time + "'" + wait, rows, "rows");
        }

        public static Claim evenSizes(String bound, long folds) {
            return new Claim("the folds are even: " + bound, folds, "folds");
        }

        public static Claim emptyFolds(long folds) {
            return new Claim("no fold is empty on a side", folds, "folds");
        }
    }

    public boolean holds() {
        return claims.stream().allMatch(Claim::holds);
    }

    public List<Claim> broken() {
        return claims.stream().filter(claim -> !claim.holds()).toList();
    }

    /** @throws WatertightException naming every broken promise */
    public SplitProof orThrow() {
        if (!holds()) {
            throw new WatertightException(
                    "The split does not keep what it promises: "
                            + broken().stream().map(Claim::toString).collect(Collectors.joining("; ")) + ".",
                    "the assignment was made for other data, or edited: make it anew");
        }
        return this;
    }
}
