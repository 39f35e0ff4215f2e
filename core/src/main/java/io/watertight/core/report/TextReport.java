package io.watertight.core.report;

import io.watertight.core.audit.AuditReport;
import java.io.IOException;

/** The report on a terminal. */
public final class TextReport implements ReportWriter {

    @Override
    public String name() {
        return "text";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public void write(AuditReport report, ReportOptions options, Appendable out) throws IOException {
        out.append(report.verdict().toString()).append('\n');
    }
}
