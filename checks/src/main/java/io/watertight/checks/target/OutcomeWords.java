package io.watertight.checks.target;

import io.watertight.checks.support.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words in column names that speak of what happens after a prediction. A name alone never accuses: how much strength it needs
 * beside it depends on how plain the word is.
 */
final class OutcomeWords {

    /**
     * A reading of a name.
     *
     * @param because the words that say so
     * @param power strength (0 nothing, 1 everything) that the column must have beside its name
     */
    record Reading(String because, double power) {}

    /** These say that the outcome has happened. */
    private static final Set<String> PLAIN = Set.of(
            "outcome",
            "resolution",
            "resolved",
            "verdict",
            "recovered",
            "recoveries",
            "recovery",
            "chargeoff",
            "settlement",
            "collections",
            "cancelled",
            "canceled",
            "cancellation",
            "refund",
            "refunded",
            "returned",
            "discharge",
            "discharged",
            "deceased",
            "death",
            "died",
            "survival",
            "autopsy",
            "closed",
            "closure",
            "terminated",
            "termination",
            "churned",
            "exited",
            "repaid",
            "rejected",
            "granted",
            "winner",
            "relapse",
            "readmitted",
            "readmission",
            "complication",
            "completed",
            "delivered",
            "violations",
            "fail",
            "failed",
            "pass",
            "passed",
            "hardship",
            "writeoff",
            "foreclosure",
            "convicted",
            "diagnosed",
            "postmortem",
            "postoperative",
            "reimbursed",
            "fulfilled");

    /** These may. */
    private static final Set<String> VAGUE = Set.of(
            "duration",
            "elapsed",
            "followup",
            "final",
            "actual",
            "result",
            "status",
            "end",
            "exit",
            "ended",
            "finish",
            "finished",
            "approved",
            "awarded",
            "after",
            "post",
            "closing",
            "remaining",
            "realized",
            "confirmed");

    private static final Set<String> LATEST = Set.of("last", "latest", "current", "most_recent");

    /** What is renewed as time goes by, so that the latest of it is later than the prediction. */
    private static final Set<String> RENEWED = Set.of(
            "payment",
            "pymnt",
            "pmt",
            "paid",
            "contact",
            "visit",
            "fico",
            "score",
            "update",
            "updated",
            "login",
            "seen",
            "pull",
            "amount",
            "amnt",
            "balance",
            "activity",
            "date",
            "grade",
            "rating",
            "price");

    private static final Set<String> SUMS = Set.of("total", "tot", "sum", "cumulative", "ytd");

    private static final Set<String> PAID = Set.of(
            "paid", "pymnt", "payment", "payments", "rec", "received", "repaid", "recovered", "collected", "prncp");

    /** These say that it was before. */
    private static final Set<String> EARLIER = Set.of(
            "prev",
            "previous",
            "prior",
            "past",
            "history",
            "hist",
            "lag",
            "lagged",
            "before",
            "initial",
            "first",
            "baseline",
            "expected",
            "planned",
            "scheduled",
            "estimated",
            "marital",
            "employment",
            "civil",
            "smoking",
            "housing",
            "account",
            "checking",
            "family",
            "relationship",
            "education");

    private static final Set<String> SURVIVAL_TARGETS = Set.of(
            "status",
            "event",
            "death",
            "dead",
            "died",
            "censor",
            "censored",
            "failure",
            "relapse",
            "deceased",
            "alive");

    private static final Set<String> SURVIVAL_TIMES = Set.of(
            "time", "days", "months", "weeks", "futime", "duration", "tte", "followup", "survtime", "stime", "ttevent");

    private OutcomeWords() {}

    /** What a column's name says about when its value came to be, if anything. */
    static Optional<Reading> read(String column, String target) {
        List<String> words = Words.of(column);
        Set<String> said = new HashSet<>(words);
        if (said.stream().anyMatch(EARLIER::contains)) {
            return Optional.empty();
        }
        Optional<String> plain = words.stream().filter(PLAIN::contains).findFirst();
        if (plain.isPresent()) {
            return Optional.of(new Reading("'" + plain.get() + "' tells of the outcome", 0.1));
        }
        if (said.stream().anyMatch(LATEST::contains) && said.stream().anyMatch(RENEWED::contains)) {
            return Optional.of(new Reading("the latest of something that is renewed as time goes by", 0.1));
        }
        if (said.stream().anyMatch(SUMS::contains) && said.stream().anyMatch(PAID::contains)) {
            return Optional.of(new Reading("a sum of what was paid so far", 0.1));
        }
        boolean survival = Words.of(target).stream().anyMatch(SURVIVAL_TARGETS::contains);
        if (survival && words.size() <= 2 && words.stream().anyMatch(SURVIVAL_TIMES::contains)) {
            return Optional.of(new Reading("the time until the event that the target tells of", 0.2));
        }
        return words.stream()
                .filter(VAGUE::contains)
                .findFirst()
                .map(word -> new Reading("'" + word + "' may be known only afterwards", 0.35));
    }
}
