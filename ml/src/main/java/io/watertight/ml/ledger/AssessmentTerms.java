package io.watertight.ml.ledger;

import io.watertight.core.WatertightException;
import java.util.Optional;

/**
 * The rule somebody wants a test set to be assessed by. What it comes to can be known without writing a line, so that an assessment that
 * cannot be told is refused before the ledger knows of it.
 *
 * @param study name of the study in the ledger
 * @param asked the rule asked for; without one, a set that is known keeps its rule, and another is only recorded
 */
public record AssessmentTerms(String study, Optional<AssessmentPolicy> asked) {

    /**
     * The rule that will hold.
     *
     * @throws WatertightException if another rule holds already and somebody has looked
     */
    public AssessmentPolicy inForce(LedgerHistory history) {
        AssessmentPolicy held = history.policyWith(wanted());
        if (asked.isEmpty() || held.word().equals(wanted().word())) {
            return held;
        }
        if (!history.looks().isEmpty()) {
            throw new WatertightException(
                    "The policy of this test set is '" + held.word() + "', and it was looked at "
                            + history.looks().size() + " times.",
                    "leave --policy out: it is settled before the first look");
        }
        return wanted();
    }

    /**
     * Enters the set, if the ledger does not know it, and the rule.
     *
     * @throws WatertightException if another rule holds already and somebody has looked
     */
    public void enter(Ledger ledger, TestSetIdentity identity) {
        AssessmentPolicy settled = inForce(ledger.history(identity));
        ledger.lock(identity, study, wanted());
        String held = ledger.history(identity).policy().orElse(settled).word();
        if (!held.equals(settled.word())) {
            ledger.changePolicy(identity, settled, "asked for before the first look");
        }
    }

    private AssessmentPolicy wanted() {
        return asked.orElseGet(AssessmentPolicy.Recorded::new);
    }
}
