package io.watertight.app;

import io.watertight.app.report.ReportWriters;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the report of an audit where it was asked for. */
record ReportOutput(OutputPlan plan, Shell shell) {

    /**
     * Settles the places before the audit runs, so that a wrong path costs no time.
     *
     * @param data what is audited: never written to, and it lends its name
     */
    static ReportOutput plan(ReportingOptions options, List<String> data, Shell shell) {
        Map<String, String> known = new LinkedHashMap<>();
        ReportWriters.all().forEach(writer -> known.put(writer.name(), writer.extension()));
        return new ReportOutput(
                OutputPlan.of(
                        known,
                        options.formats(),
                        Optional.ofNullable(options.output),
                        nameOf(data) + "-audit",
                        data,
                        shell),
                shell);
    }

    /** The first file's name without what says its format; of a pattern what it spells out, or the folder that it looks in. */
    static String nameOf(List<String> data) {
        return nameOf(data.isEmpty() || data.get(0).equals("-") ? "stdin" : data.get(0));
    }

    private static String nameOf(String first) {
        String file = first.replaceAll("[/\\\\]+$", "").replaceAll(".*[/\\\\]", "");
        String plain = file.replaceAll("(?i)(\\.(csv|tsv|txt|tab|parquet|json|ndjson|jsonl|arff|xlsx|gz|zst))+$", "");
        if (plain.matches(".*[*?\\[{].*")) {
            String spelt = plain.replaceAll("\\[[^\\]]*\\]|[*?{}\\[\\]]", "").replaceAll("^[-_. ]+|[-_. ]+$", "");
            int folder = first.length() - file.length();
            return !spelt.isEmpty() ? nameOf(spelt) : folder > 0 ? nameOf(first.substring(0, folder)) : "data";
        }
        String safe = plain.replaceAll("[^\\p{L}\\p{N}._ -]+", "_").strip();
        return safe.isEmpty() || safe.startsWith(".") ? "data" + safe : safe;
    }

    /** Files written beside the web page. */
    List<Path> files() {
        return List.copyOf(plan.files().values());
    }

    boolean isOnStandardOutput() {
        return plan.standard().isPresent();
    }

    /** Writes everything; the files first, so that the text names none that is not there. */
    void write(AuditReport report, ReportOptions asked) {
        ReportOptions options = asked;
        for (Map.Entry<String, Path> file : plan.files().entrySet()) {
            boolean isWritten = plan.write(
                    file.getValue(),
                    out -> ReportWriters.named(file.getKey()).write(report, asked.withColor(false), out),
                    shell);
            if (isWritten && file.getKey().equals("html")) {
                options = options.withPage(file.getValue().toString());
            }
        }
        print(report, options);
    }

    private void print(AuditReport report, ReportOptions options) {
        plan.standard().ifPresent(format -> {
            StringBuilder text = new StringBuilder();
            try {
                ReportWriters.named(format).write(report, options, text);
            } catch (IOException impossible) {
                throw new IllegalStateException("a StringBuilder does not fail", impossible);
            }
            shell.out().print(text);
            shell.out().flush(); // a reader who left early (a closed pipe) is no failure of the audit
        });
    }
}
