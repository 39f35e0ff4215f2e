package io.watertight.ml.learn;

/**
 * One fold as a strategy deals it, by position among the rows to split. Rows in neither part are left out (purged, or of both axes).
 *
 * @param training ascending positions
 * @param evaluation ascending positions, none of them in training
 */
public record Division(int[] training, int[] evaluation) {}
