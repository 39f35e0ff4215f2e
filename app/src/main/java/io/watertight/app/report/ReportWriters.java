package io.watertight.app.report;

import io.watertight.core.WatertightException;
import io.watertight.core.check.Catalogue;
import io.watertight.core.report.JsonReport;
import io.watertight.core.report.JunitReport;
import io.watertight.core.report.MarkdownReport;
import io.watertight.core.report.ReportWriter;
import io.watertight.core.report.SarifReport;
import io.watertight.core.report.TextReport;
import java.util.List;

/** Every format a report can be written in. */
public final class ReportWriters {

    private ReportWriters() {}

    /** All formats, in the order of the manual. */
    public static List<ReportWriter> all() {
        Catalogue catalogue = Catalogue.load();
        return List.of(
                new TextReport(),
                new JsonReport(),
                new SarifReport(catalogue),
                new JunitReport(catalogue),
                new MarkdownReport(catalogue),
                new HtmlReport(catalogue));
    }

    /** Their names, for help and completion. */
    public static List<String> names() {
        return all().stream().map(ReportWriter::name).toList();
    }

    /** @throws WatertightException if there is no such format */
    public static ReportWriter named(String name) {
        return all().stream()
                .filter(writer -> writer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WatertightException(
                        "There is no format '" + name + "'.", "use one of " + String.join(", ", names())));
    }
}
