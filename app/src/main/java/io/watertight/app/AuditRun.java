package io.watertight.app;

import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.engine.Progress;

/** The audit as the command line runs it: with what is on the class path, and so that Ctrl-C ends it. */
final class AuditRun {

    private AuditRun() {}

    static Audit of(Shell shell, AuditOptions options, Progress progress) {
        return of(shell, new EngineOptions(), options, progress);
    }

    static Audit of(Shell shell, EngineOptions engine, AuditOptions options, Progress progress) {
        return Audit.with(shell.cancellation().watch(engine.find()), options, progress);
    }
}
