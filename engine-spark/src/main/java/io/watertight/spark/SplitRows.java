package io.watertight.spark;

import io.watertight.core.split.Assigned;
import io.watertight.core.split.FoldSize;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitProof;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows with their part, and what was proved of it.
 *
 * @param rows the user's rows and columns, and one column more. With one division it holds {@code train}, {@code validation} or
 *     {@code test}, and nothing in a row that the plan leaves out; with several, an array of these, one for each fold of each repeat
 * @param plan by which they were split
 * @param reason why by this plan, in one sentence
 * @param assigned how large the parts are, and what holds
 */
public record SplitRows(Dataset<Row> rows, SplitPlan plan, String reason, Assigned assigned) {

    /** The plan and its reason, the size of each fold, and what was proved, for people. */
    public String describe() {
        StringBuilder text = new StringBuilder("Split " + plan.describe() + ".\n" + reason + "\n");
        for (FoldSize size : assigned.sizes()) {
            text.append(size.inner() < 0 ? "fold " + size.fold() : "  validation")
                    .append(size.repeat() > 0 ? ", repeat " + size.repeat() : "")
                    .append(": ")
                    .append(size.trainingRows())
                    .append(" rows to train on, ")
                    .append(size.evaluationRows())
                    .append(" to evaluate\n");
        }
        assigned.proof().claims().stream()
                .map(SplitProof.Claim::toString)
                .forEach(claim -> text.append("ok  ").append(claim).append('\n'));
        return text.toString();
    }
}
