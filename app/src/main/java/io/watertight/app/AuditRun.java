package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.check.Catalogue;
import io.watertight.core.engine.Engine;
import io.watertight.core.engine.ModelAnswers;
import io.watertight.core.engine.Progress;
import java.util.ServiceLoader;

/** The audit as the command line runs it: with what is on the class path, and so that Ctrl-C ends it. */
final class AuditRun {

    private AuditRun() {}

    static Audit of(Shell shell, AuditOptions options, Progress progress) {
        Engine engine = ServiceLoader.load(Engine.class)
                .findFirst()
                .orElseThrow(() -> new WatertightException(
                        "No engine is installed.", "build or unpack Watertight again: its folder lib is incomplete"));
        return new Audit(
                shell.cancellation().watch(engine),
                ServiceLoader.load(ModelAnswers.class).findFirst(),
                Catalogue.load(),
                options,
                progress);
    }
}
