package io.watertight.core.report;

import io.watertight.core.lint.LintReport;
import java.io.IOException;

/** Writes a {@link LintReport} in one format. Stateless after construction and thread-safe. */
public interface LintReportWriter {

    /** What {@code --format} calls it, e.g. {@code sarif}. */
    String name();

    /** How a file of this format ends, without a dot. */
    String extension();

    /**
     * Writes the whole report; whoever turns it into bytes uses UTF-8.
     *
     * @throws IOException if {@code out} does
     */
    void write(LintReport report, ReportOptions options, Appendable out) throws IOException;
}
