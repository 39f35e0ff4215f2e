package io.watertight.ml.ledger;

/**
 * What one look brought; it is in the ledger.
 *
 * @param value to be told: the score, or Thresholdout's answer
 * @param history with this look in it
 */
public record AssessmentResult(double value, LedgerHistory history) {}
