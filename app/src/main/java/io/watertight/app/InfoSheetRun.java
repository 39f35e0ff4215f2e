package io.watertight.app;

import io.watertight.app.report.EvaluationReport;
import io.watertight.app.report.InfoSheet;
import io.watertight.app.report.InfoSheetReport;
import io.watertight.app.report.InputFile;
import io.watertight.app.report.SheetWriters;
import io.watertight.core.WatertightException;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.audit.StudyRows;
import io.watertight.core.check.Catalogue;
import io.watertight.core.engine.Progress;
import io.watertight.core.split.SplitVerifier;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Part;
import io.watertight.ml.evaluate.EqualRows;
import io.watertight.ml.evaluate.FitEvidence;
import io.watertight.ml.learn.StudyData;
import io.watertight.ml.ledger.Ledger;
import io.watertight.ml.ledger.LedgerHistory;
import io.watertight.ml.ledger.LedgerReading;
import io.watertight.ml.ledger.TestSetSketcher;
import io.watertight.ml.workflow.EvaluationWish;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a model info sheet of an evaluation: it audits the same study and reads the evaluation's own log.
 *
 * @param file where it goes: {@code .md} or {@code .html}
 * @param folder of the study, where its ledger is
 */
record InfoSheetRun(Path file, Path folder, Shell shell) {

    /**
     * Settles the place before any work is done.
     *
     * @throws WatertightException if the file's ending is no form of the sheet, or data would be overwritten
     */
    static InfoSheetRun to(String name, StudySource source, Declaration declaration, Shell shell) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".md") && !lower.endsWith(".html")) {
            throw new WatertightException(
                    "--info-sheet " + name + " is neither .md nor .html.", "name it sheet.md or sheet.html");
        }
        List<String> read = new ArrayList<>(declaration.data());
        read.addAll(declaration.test());
        OutputPlan.of(SheetWriters.formats(), List.of(), Optional.of(name), "sheet", read, shell);
        return new InfoSheetRun(shell.path(name), source.folder(), shell);
    }

    void write(
            EvaluationReport run,
            Declaration declaration,
            StudyRows rows,
            StudyData data,
            EvaluationWish wish,
            AuditOptions options,
            Progress progress) {
        AuditReport audit = AuditRun.of(shell, options, progress).run(declaration);
        List<SplitVerifier.Sides> sides = FitEvidence.sides(run.evaluation(), data.dataset());
        InfoSheetReport report = new InfoSheetReport(
                run,
                audit,
                Catalogue.load(),
                FitEvidence.of(
                        run.evaluation(),
                        data.dataset(),
                        data.vault(),
                        run.split().plan()),
                EqualRows.of(sides, data.dataset(), rows.rows(), rows.view().study()),
                inputs(declaration),
                data.vault().map(vault -> history(rows)),
                !wish.own().isEmpty(),
                !wish.formula().isEmpty());
        String form = file.toString().toLowerCase(Locale.ROOT).endsWith(".md") ? "markdown" : "html";
        StringBuilder text = new StringBuilder();
        try {
            SheetWriters.write(new InfoSheet(report).sheet(), () -> "", form, shell.width(), false, text);
        } catch (IOException impossible) {
            throw new IllegalStateException("a StringBuilder does not fail", impossible);
        }
        OutputPlan.save(file, text, shell);
    }

    private static List<InputFile> inputs(Declaration declaration) {
        List<InputFile> files = new ArrayList<>();
        String part = declaration.test().isEmpty() ? "all" : "training";
        declaration.data().forEach(name -> files.add(DataIdentity.file(name, part)));
        declaration.test().forEach(name -> files.add(DataIdentity.file(name, "test")));
        return files;
    }

    /** The test set is known by its rows; nothing is entered, because no model is scored on it here. */
    private String history(StudyRows rows) {
        LedgerReading reading = Ledger.read(folder);
        if (!reading.exists()) {
            return "History unknown: there is no ledger.";
        }
        if (!rows.rows().isComplete()) {
            return "History not looked up: the test set is known by all its rows, and only some were read (--rows).";
        }
        LedgerHistory history = LedgerHistory.of(
                TestSetSketcher.of(rows.view().study())
                        .add(rows.rows(), Part.TEST)
                        .identity(),
                reading);
        return history.text()
                + (reading.isSound()
                        ? ""
                        : " The ledger itself cannot be relied on: "
                                + reading.problems().get(0) + ".");
    }
}
