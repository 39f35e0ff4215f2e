package io.watertight.core.check;

import java.util.List;

/**
 * How a check ended.
 *
 * @param id the check
 * @param status how it ended
 * @param reason why it was skipped or failed, empty otherwise
 * @param coverage share of the rows its judgement rests on
 * @param findings what it found
 * @param remarks what a reader should know that is no finding
 */
public record CheckResult(
        String id, CheckStatus status, String reason, double coverage, List<Finding> findings, List<String> remarks) {

    public CheckResult {
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }
}
