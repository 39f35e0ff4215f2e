package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.audit.StudyRows;
import io.watertight.core.engine.Progress;
import io.watertight.core.study.Declaration;

/** Reads a study with its rows, for commands that fit models. */
final class StudyReading {

    private final Audit audit;

    private StudyReading(Audit audit) {
        this.audit = audit;
    }

    static StudyReading of(Shell shell, AuditOptions options, Progress progress) {
        return new StudyReading(AuditRun.of(shell, options, progress));
    }

    /** @throws WatertightException if there is no target, or the data cannot be read */
    StudyRows read(Declaration declaration, int mostRows) {
        if (declaration.target().isEmpty()) {
            throw LikelyTargets.ask(String.join(", ", declaration.data()), audit.columns(declaration));
        }
        return audit.read(declaration, mostRows);
    }
}
