package io.watertight.app.report;

import io.watertight.core.WatertightException;
import io.watertight.core.report.ReportWriter;
import io.watertight.core.report.TextReport;
import java.util.List;

/** Every format a report can be written in. */
public final class ReportWriters {

    private ReportWriters() {}

    /** All formats, in the order of the manual. */
    public static List<ReportWriter> all() {
        return List.of(new TextReport());
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
