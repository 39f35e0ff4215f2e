package io.watertight.core.audit;

import io.watertight.core.check.Finding;
import io.watertight.core.study.Study;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings parted by whether somebody answers for them today.
 *
 * @param open nobody does
 * @param accepted somebody does
 */
record Acceptances(List<Finding> open, List<Finding> accepted) {

    static Acceptances apply(Study study, List<Finding> findings) {
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        List<Finding> open = new ArrayList<>();
        List<Finding> accepted = new ArrayList<>();
        for (Finding finding : findings) {
            boolean held = study.declaration().acceptances().stream()
                    .anyMatch(one -> one.fingerprint().equals(finding.fingerprint()) && one.holdsOn(today));
            (held ? accepted : open).add(finding);
        }
        return new Acceptances(open, accepted);
    }
}
