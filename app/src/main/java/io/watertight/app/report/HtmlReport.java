package io.watertight.app.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Catalogue;
import io.watertight.core.report.ReportOptions;
import io.watertight.core.report.ReportWriter;
import java.io.IOException;

/**
 * One page in one file that works without a network: style, script and pictures are in it, and its content security policy
 * forbids to load anything else. Without scripts everything can still be read.
 */
public final class HtmlReport implements ReportWriter {

    private final Catalogue catalogue;

    /** @param catalogue tells titles and categories of checks and has their pages */
    public HtmlReport(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String extension() {
        return "html";
    }

    @Override
    public void write(AuditReport report, ReportOptions options, Appendable out) throws IOException {
        OfflinePage frame = OfflinePage.load();
        frame.render(
                "report.jte",
                new ReportPages(report, catalogue, options).page(frame.policy(), frame.style(), frame.script()),
                out);
    }
}
