package io.watertight.ml.ledger;

/**
 * How far a chain went.
 *
 * @param entries how many it holds
 * @param hash of the last of them
 */
record Head(int entries, String hash) {}
