package io.watertight.ml.ledger;

import io.watertight.ml.ledger.Entry.Assessed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What the ledger knows about one test set and about every set that shares half of it. Immutable.
 *
 * @param identity the set asked about
 * @param ledgerExists whether there is a ledger; without one the history is unknown
 * @param related the set itself, if it was entered, and all that overlap by half, by the time they were entered
 * @param records all that is said about these sets, by time
 * @param problems of the ledger as a whole
 */
public record LedgerHistory(
        TestSetIdentity identity,
        boolean ledgerExists,
        List<Related> related,
        List<LedgerRecord> records,
        List<LedgerProblem> problems) {

    /** Characters of 2026-11-22. */
    private static final int ISO_DAY = 10;

    public LedgerHistory {
        related = List.copyOf(related);
        records = List.copyOf(records);
        problems = List.copyOf(problems);
    }

    /** How far a test set has been used. */
    public enum Status {
        /** There is no ledger: nobody can say. */
        UNKNOWN,
        /** There is a ledger, and this set has never been entered. */
        NEW,
        /** Entered, and no model was scored. */
        HELD_OUT,
        /** One model was scored, or all answers came through Thresholdout. */
        ASSESSED,
        /** Its scores served, or could have served, to choose among models. */
        TUNED_ON
    }

    /**
     * A set that was entered.
     *
     * @param record its entry
     * @param locked what the entry says
     * @param overlap with the set asked about
     */
    public record Related(LedgerRecord record, Entry.Locked locked, Overlap overlap) {}

    /**
     * One assessment.
     *
     * @param record its entry
     * @param assessed what the entry says
     * @param outcome what it brought; empty if it was interrupted before a score was told
     */
    public record Look(LedgerRecord record, Assessed assessed, Optional<Entry.Outcome> outcome) {

        /** Whether the score itself was told, without Thresholdout. */
        boolean isPlain() {
            return outcome.map(brought -> brought instanceof Entry.Scored).orElse(true);
        }
    }

    /** What a reading of the ledger says about a test set. */
    public static LedgerHistory of(TestSetIdentity identity, LedgerReading reading) {
        Map<String, Related> related = new LinkedHashMap<>();
        for (LedgerRecord record : reading.records()) {
            if (record.entry() instanceof Entry.Locked locked) {
                Overlap overlap = identity.overlap(locked.identity());
                if (overlap.isHalf()) {
                    related.putIfAbsent(locked.set(), new Related(record, locked, overlap));
                }
            }
        }
        // First who is meant, then what is said: two machines' clocks may put a score before its assessment.
        Set<String> assessments = new HashSet<>();
        for (LedgerRecord record : reading.records()) {
            if (record.entry() instanceof Assessed assessed && related.containsKey(assessed.set())) {
                assessments.add(record.hash());
            }
        }
        List<LedgerRecord> about = reading.records().stream()
                .filter(record -> record.entry() instanceof Entry.AboutSet entry && related.containsKey(entry.set())
                        || record.entry() instanceof Entry.Outcome outcome
                                && assessments.contains(outcome.assessment()))
                .toList();
        return new LedgerHistory(identity, reading.exists(), List.copyOf(related.values()), about, reading.problems());
    }

    /** The entry of this very set. */
    public Optional<Related> own() {
        return related.stream()
                .filter(one -> one.locked().set().equals(identity.digest()))
                .findFirst();
    }

    /** Assessments, interrupted ones included, by time. */
    public List<Look> looks() {
        Map<String, Entry.Outcome> outcomes = new HashMap<>();
        for (LedgerRecord record : records) {
            if (record.entry() instanceof Entry.Outcome outcome) {
                outcomes.put(outcome.assessment(), outcome);
            }
        }
        List<Look> looks = new ArrayList<>();
        for (LedgerRecord record : records) {
            if (record.entry() instanceof Assessed assessed) {
                looks.add(new Look(record, assessed, Optional.ofNullable(outcomes.get(record.hash()))));
            }
        }
        return looks;
    }

    /** Other uses of the labels, by time. */
    public List<Entry.Inspected> inspections() {
        return entries(Entry.Inspected.class);
    }

    public Status status() {
        if (!ledgerExists) {
            return Status.UNKNOWN;
        }
        if (related.isEmpty()) {
            return Status.NEW;
        }
        if (choices() > 1 || !entries(Entry.TunedOn.class).isEmpty()) {
            return Status.TUNED_ON;
        }
        return looks().isEmpty() ? Status.HELD_OUT : Status.ASSESSED;
    }

    /** Different models whose scores were told, or may have been. */
    private int choices() {
        return (int) looks().stream()
                .filter(Look::isPlain)
                .map(look -> look.assessed().subject().hash())
                .distinct()
                .count();
    }

    /** The strictest policy of the sets concerned; a change of policy outweighs what was said before it. Empty before the first entry. */
    public Optional<AssessmentPolicy> policy() {
        Optional<AssessmentPolicy> strictest = Optional.empty();
        for (LedgerRecord record : records) {
            if (record.entry() instanceof Entry.PolicyChanged changed) {
                strictest = Optional.of(changed.policy());
            } else if (record.entry() instanceof Entry.Locked locked
                    && (strictest.isEmpty() || strictness(locked.policy()) > strictness(strictest.get()))) {
                strictest = Optional.of(locked.policy());
            }
        }
        return strictest;
    }

    /** What the policy is once the set is entered with this one: a set that is known keeps its own. */
    AssessmentPolicy policyWith(AssessmentPolicy wanted) {
        Optional<AssessmentPolicy> held = policy();
        return own().isPresent()
                        || held.map(one -> strictness(one) >= strictness(wanted))
                                .orElse(false)
                ? held.orElse(wanted)
                : wanted;
    }

    private static int strictness(AssessmentPolicy policy) {
        return switch (policy.word()) {
            case "once" -> 2;
            case "thresholdout" -> 1;
            default -> 0;
        };
    }

    /** Where Thresholdout stands: its last threshold, if it ever answered, and how many answers came from the test set. */
    Optional<Double> lastThreshold() {
        List<Entry.Answered> answers = entries(Entry.Answered.class);
        return answers.isEmpty()
                ? Optional.empty()
                : Optional.of(answers.get(answers.size() - 1).threshold());
    }

    int answersFromTest() {
        return (int) entries(Entry.Answered.class).stream()
                .filter(Entry.Answered::fromTest)
                .count();
    }

    private <E extends Entry> List<E> entries(Class<E> kind) {
        return records.stream()
                .map(LedgerRecord::entry)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** What the looks so far allow a score by this measure to gain. */
    public Optimism optimism(String measure) {
        OptionalDouble standardError = looks().stream()
                .filter(look -> look.assessed().subject().measure().equals(measure))
                .flatMap(look -> look.outcome().stream())
                .flatMapToDouble(outcome -> outcome.standardError().stream())
                .max();
        return new Optimism((int) looks().stream().filter(Look::isPlain).count(), choices(), standardError);
    }

    /** For a report, in one or two sentences; the optimism is that of the measure used most recently. */
    public String text() {
        StringBuilder text = new StringBuilder();
        switch (status()) {
            case UNKNOWN -> {
                return "History unknown: there is no ledger.";
            }
            case NEW -> {
                return "Not in the ledger until now: what was done with this test set before is unknown.";
            }
            case HELD_OUT -> text.append("Held out");
            case ASSESSED -> text.append("Assessed");
            case TUNED_ON -> text.append("Tuned on");
        }
        List<Look> looks = looks();
        String measure = looks.isEmpty()
                ? ""
                : looks.get(looks.size() - 1).assessed().subject().measure();
        text.append(", in the ledger since ")
                .append(related.get(0).record().time().toString(), 0, ISO_DAY)
                .append(": ")
                .append(looksText(measure));
        int inspections = inspections().size();
        if (inspections > 0) {
            text.append("; its labels were inspected ")
                    .append(inspections == 1 ? "once" : inspections + " times")
                    .append(" besides");
        }
        text.append('.');
        related.stream()
                .filter(one -> !one.locked().set().equals(identity.digest()))
                .max(Comparator.comparingDouble(one -> one.overlap().containment()))
                .ifPresent(one -> text.append(String.format(
                        Locale.ROOT,
                        " It shares %.0f %% of its rows with an earlier set and inherits its looks.",
                        100 * one.overlap().containment())));
        return text.toString();
    }

    private String looksText(String measure) {
        int answers = entries(Entry.Answered.class).size();
        Optimism optimism = optimism(measure);
        if (answers == 0) {
            return optimism.text();
        }
        return (optimism.looks() == 0 ? "" : optimism.text() + "; ")
                + (answers == 1 ? "1 answer" : answers + " answers")
                + " through Thresholdout, " + answersFromTest() + " from the test set";
    }
}
