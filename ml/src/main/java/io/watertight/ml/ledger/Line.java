package io.watertight.ml.ledger;

import java.util.Map;

/**
 * What a line of a chain says beside its hash.
 *
 * @param number from 1
 * @param previous hash of the line before; for the first line, of the chain's name
 * @param time as an ISO instant
 * @param by the writer's name
 * @param saw how far the other chains went when this was written
 * @param entry what is entered
 */
record Line(int number, String previous, String time, String by, Map<String, Head> saw, Entry entry) {

    Line {
        saw = Map.copyOf(saw);
    }

    /** What the first line of a chain follows: it ties the lines to the name of their file. */
    static String origin(String chain) {
        return Sha256.of("watertight-ledger 1 " + chain);
    }
}
