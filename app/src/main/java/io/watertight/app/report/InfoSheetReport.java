package io.watertight.app.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Catalogue;
import io.watertight.ml.evaluate.EqualRows;
import io.watertight.ml.evaluate.FitEvidence;
import java.util.List;
import java.util.Optional;

/**
 * What a model info sheet is written from.
 *
 * @param run the evaluation
 * @param audit of the same study
 * @param catalogue tells the category of each check
 * @param evidence what the evaluation's own log shows
 * @param equal rows scored although a row like them was fitted on
 * @param inputs files read
 * @param history what the ledger says of the test set; empty if none is set aside
 * @param ownCommand whether a learner is a command of the user's, whose inside nobody sees
 * @param ownFormula whether a baseline is a formula of the user's
 */
public record InfoSheetReport(
        EvaluationReport run,
        AuditReport audit,
        Catalogue catalogue,
        FitEvidence evidence,
        EqualRows equal,
        List<InputFile> inputs,
        Optional<String> history,
        boolean ownCommand,
        boolean ownFormula) {

    public InfoSheetReport {
        inputs = List.copyOf(inputs);
    }
}
