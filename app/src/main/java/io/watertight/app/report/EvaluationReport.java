package io.watertight.app.report;

import io.watertight.core.check.StudyView;
import io.watertight.core.split.SplitPlans;
import io.watertight.ml.evaluate.Evaluation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an evaluation is written from.
 *
 * @param data the data's name
 * @param view the study as understood
 * @param tableRows rows of the table
 * @param rows rows evaluated
 * @param locked test rows, which nobody looked at
 * @param withoutTarget rows left out for want of a target
 * @param split the outer split, and why it is this one
 * @param evaluation the scores
 * @param tooLate features left out because they are declared to be known only after the prediction
 * @param notYetKnown values taken for missing because they became known at the prediction or later, by feature
 * @param further learning curve and permutations, as sentences; may be empty
 * @param version of the program
 */
public record EvaluationReport(
        String data,
        StudyView view,
        long tableRows,
        int rows,
        int locked,
        int withoutTarget,
        SplitPlans.Chosen split,
        Evaluation evaluation,
        List<String> tooLate,
        Map<String, Integer> notYetKnown,
        List<String> further,
        String version) {

    public EvaluationReport {
        tooLate = List.copyOf(tooLate);
        notYetKnown = Collections.unmodifiableMap(new TreeMap<>(notYetKnown));
        further = List.copyOf(further);
    }
}
