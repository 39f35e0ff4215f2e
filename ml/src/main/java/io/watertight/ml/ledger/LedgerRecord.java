package io.watertight.ml.ledger;

import java.time.Instant;

/**
 * One verified line of the ledger.
 *
 * @param chain the writer's chain, which is the file's name without its ending
 * @param number its place in the chain, from 1; also its line
 * @param time when it was written, by the writer's clock
 * @param by the writer's name
 * @param entry what it says
 * @param hash SHA-256 over all of the above and the previous hash; names this record
 */
public record LedgerRecord(String chain, int number, Instant time, String by, Entry entry, String hash) {}
