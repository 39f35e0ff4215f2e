package io.watertight.ml.ledger;

import io.watertight.ml.ledger.LedgerProblem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All chains of a ledger, held against what each saw of the others.
 *
 * @param chains by name
 * @param remembered how this machine left its own chains
 * @param interruptions files that keep what crashes left
 */
record Chains(Map<String, Chain> chains, Map<String, Head> remembered, List<String> interruptions) {

    Chain chain(String name) {
        return Objects.requireNonNullElseGet(chains.get(name), () -> Chain.empty(name));
    }

    Map<String, Head> headsBeside(String own) {
        Map<String, Head> heads = new TreeMap<>();
        chains.forEach((name, chain) -> {
            if (!name.equals(own)) {
                chain.head().ifPresent(head -> heads.put(name, head));
            }
        });
        return heads;
    }

    LedgerReading reading() {
        List<LedgerRecord> records = new ArrayList<>();
        List<LedgerProblem> problems = new ArrayList<>();
        for (Chain chain : chains.values()) {
            records.addAll(chain.records());
            problems.addAll(chain.problems());
        }
        problems.addAll(cuts());
        records.sort(Comparator.comparing(LedgerRecord::time)
                .thenComparing(LedgerRecord::chain)
                .thenComparingInt(LedgerRecord::number));
        return new LedgerReading(!chains.isEmpty(), records, problems, interruptions);
    }

    /** Chains that others saw longer than they are, with the farthest sighting of each; then those that this machine left otherwise. */
    private List<LedgerProblem> cuts() {
        Map<String, Sighting> missing = new TreeMap<>();
        for (Chain witness : chains.values()) {
            for (Map<String, Head> seen : witness.sightings()) {
                seen.forEach((name, head) -> {
                    if (!chain(name).wentThrough(head)) {
                        missing.merge(name, new Sighting(head, witness.name()), Sighting::farther);
                    }
                });
            }
        }
        List<LedgerProblem> problems = new ArrayList<>();
        missing.forEach((name, sighting) -> problems.add(problem(
                Kind.CUT,
                name,
                "chain " + sighting.witness() + " saw " + sighting.head().entries()
                        + " entries here that are not there: the end was cut, or not all of a branch was merged")));
        remembered.forEach((name, head) -> {
            if (!missing.containsKey(name) && !chain(name).wentThrough(head)) {
                problems.add(problem(
                        Kind.ELSEWHERE,
                        name,
                        "this machine left " + head.entries() + " entries here and finds "
                                + chain(name).records().size()
                                + ": another branch is checked out, or the end was cut"));
            }
        });
        return problems;
    }

    private static LedgerProblem problem(Kind kind, String chain, String what) {
        return new LedgerProblem(kind, LedgerFolder.NAME + "/" + chain + ".jsonl", 0, what);
    }

    private record Sighting(Head head, String witness) {
        Sighting farther(Sighting other) {
            return head.entries() >= other.head.entries() ? this : other;
        }
    }
}
