package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.StudyRows;
import io.watertight.core.check.StudyView;
import io.watertight.core.engine.Table;
import io.watertight.core.report.Numbers;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Part;
import io.watertight.ml.ledger.AssessmentPolicy;
import io.watertight.ml.ledger.Ledger;
import io.watertight.ml.ledger.TestSetIdentity;
import io.watertight.ml.ledger.TestSetSketcher;
import io.watertight.ml.ledger.WriterIdentity;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Enters the test set of a study in the ledger as it comes in, and what used its labels. */
record TestSetEntry(Shell shell, Path folder, boolean quiet) {

    /** The identity of all test rows; empty without any, or when only some were read. */
    static Optional<TestSetIdentity> identity(StudyRows rows) {
        boolean any = false;
        for (int row = 0; row < rows.rows().rows() && !any; row++) {
            any = rows.rows().part(row) == Part.TEST;
        }
        return any && rows.rows().isComplete()
                ? Optional.of(TestSetSketcher.of(rows.view().study())
                        .add(rows.rows(), Part.TEST)
                        .identity())
                : Optional.empty();
    }

    /** Sets the test set aside, with the policy that records every look. A folder that cannot be written is no reason to stop. */
    void lock(Declaration declaration, StudyRows rows) {
        identity(rows)
                .ifPresent(identity -> tried(() -> {
                    Ledger ledger = ledger();
                    boolean known = ledger.history(identity).own().isPresent();
                    ledger.lock(identity, nameOf(declaration), new AssessmentPolicy.Recorded());
                    if (!known) {
                        note("The test set of " + Numbers.of(identity.rows(), "row")
                                + " is set aside: see watertight ledger show.");
                    }
                }));
    }

    /** Enters that something else than a score used the labels of a study's test rows, where a ledger knows them. */
    void inspected(StudyView view, Table table, String what) {
        boolean labelled = view.study().target().isPresent() && view.study().hasSplit();
        if (!labelled || !Ledger.read(folder).exists() || view.profile().rows(Part.TEST) == 0) {
            return;
        }
        TestSetIdentity identity = TestSetSketcher.of(view.study())
                .add(table, view.profile().rows(), Part.TEST)
                .identity();
        tried(() -> {
            Ledger ledger = ledger();
            if (ledger.history(identity).own().isPresent()) {
                ledger.inspect(identity, what);
            }
        });
    }

    /** What a study is called in the ledger. */
    static String nameOf(Declaration declaration) {
        return declaration.name().isBlank() ? ReportOutput.nameOf(declaration.data()) : declaration.name();
    }

    private Ledger ledger() {
        return Ledger.open(folder, Clock.systemUTC(), WriterIdentity.of(folder));
    }

    private void tried(Runnable entry) {
        try {
            entry.run();
        } catch (WatertightException unwritable) {
            note("The ledger was not written: " + unwritable.explain());
        }
    }

    private void note(String line) {
        if (!quiet) {
            shell.note(line);
        }
    }
}
