package io.watertight.ml.ledger;

import java.util.List;

/**
 * The whole ledger as it stands, all chains together. Immutable.
 *
 * @param exists whether there is a ledger at all; without one, nothing is known about the past
 * @param records by time, then by chain
 * @param problems by file and line
 * @param interruptions files that keep what earlier crashes left, relative to the study's folder
 */
public record LedgerReading(
        boolean exists, List<LedgerRecord> records, List<LedgerProblem> problems, List<String> interruptions) {

    public LedgerReading {
        records = List.copyOf(records);
        problems = List.copyOf(problems);
        interruptions = List.copyOf(interruptions);
    }

    /** What somebody did to the ledger, crashes aside. */
    public List<LedgerProblem> tampering() {
        return problems.stream().filter(problem -> problem.kind().isTampering()).toList();
    }

    /** Whether every entry can be relied on: nothing altered, and nothing that this version cannot read. */
    public boolean isSound() {
        return problems.stream().allMatch(problem -> switch (problem.kind()) {
            case TORN, ELSEWHERE -> true;
            case ALTERED, NOT_AN_ENTRY, OUT_OF_PLACE, CUT, LINE_ENDS, NEWER -> false;
        });
    }
}
