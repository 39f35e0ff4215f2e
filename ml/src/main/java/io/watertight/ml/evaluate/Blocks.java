package io.watertight.ml.evaluate;

import java.util.List;

/**
 * Which rows of a dataset depend on one another.
 *
 * @param blockings by group, by time; by row if neither was declared
 */
record Blocks(List<Blocking> blockings) {

    Blocks {
        blockings = List.copyOf(blockings);
    }
}
