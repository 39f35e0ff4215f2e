package io.watertight.app;

import io.watertight.app.report.ReportWriters;
import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.engine.Progress;
import io.watertight.core.files.WholeFile;
import io.watertight.core.report.ReportOptions;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.StudyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The program as a library: a study, an audit, a report.
 *
 * <p>Everything here is thread-safe. What a user can mend (a missing file, a wrong column) is a
 * {@link io.watertight.core.WatertightException}, whose {@code explain()} is meant for people.
 */
public final class Watertight {

    private Watertight() {}

    /** Begins a study of one or several files of the same table: paths, globs or folders. */
    public static StudyBuilder study(String... data) {
        return new StudyBuilder(Declaration.builder().data(List.of(data)).build());
    }

    /** Begins with the study kept in a file; its paths are relative to that file's folder. */
    public static StudyBuilder study(Path studyFile) {
        return new StudyBuilder(StudyFile.read(studyFile).located());
    }

    /** Audits with every check and the defaults of the command line. */
    public static AuditReport audit(Declaration study) {
        return audit(study, AuditOptions.DEFAULT);
    }

    public static AuditReport audit(Declaration study, AuditOptions options) {
        return Audit.withDefaults(options, Progress.NONE).run(study);
    }

    /** The report as text, as a terminal shows it; or in another format such as {@code json}. */
    public static String render(AuditReport report, String format) {
        StringBuilder text = new StringBuilder();
        try {
            ReportWriters.named(format).write(report, ReportOptions.DEFAULT, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /**
     * Writes the report to a file, as UTF-8, in one step.
     *
     * @param format {@code text}, {@code json}, {@code sarif}, {@code junit}, {@code markdown} or {@code html}
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(AuditReport report, String format, Path file) {
        try {
            WholeFile.write(file, (WholeFile.Text)
                    out -> ReportWriters.named(format).write(report, ReportOptions.DEFAULT, out));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
