package io.watertight.app;

import io.watertight.app.report.LintWriters;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintRule;
import io.watertight.core.report.LintReportWriter;
import io.watertight.core.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the report of a reading of code where it was asked for; without a word, as text to standard output and nowhere else. */
record LintOutput(OutputPlan plan, Map<String, LintReportWriter> writers, Shell shell) {

    /**
     * Settles the places before anything is read.
     *
     * @param code what is read: never written to
     */
    static LintOutput plan(LintingOptions options, List<LintRule> rules, List<String> code, Shell shell) {
        Map<String, LintReportWriter> writers = new LinkedHashMap<>();
        Map<String, String> known = new LinkedHashMap<>();
        for (LintReportWriter writer : LintWriters.all(rules, options.verbose)) {
            writers.put(writer.name(), writer);
            known.put(writer.name(), writer.extension());
        }
        Set<String> wanted = options.formats();
        Optional<String> place = Optional.ofNullable(options.output);
        OutputPlan plan = OutputPlan.of(
                known,
                wanted.isEmpty() && place.isEmpty() ? Set.of("text") : wanted,
                place,
                "watertight-lint",
                code,
                shell);
        return new LintOutput(plan, writers, shell);
    }

    List<Path> files() {
        return List.copyOf(plan.files().values());
    }

    void write(LintReport report, ReportOptions options) {
        plan.files()
                .forEach((format, file) ->
                        plan.write(file, out -> writer(format).write(report, options.withColor(false), out), shell));
        plan.standard().ifPresent(format -> {
            StringBuilder text = new StringBuilder();
            try {
                writer(format).write(report, options, text);
            } catch (IOException impossible) {
                throw new IllegalStateException("a StringBuilder does not fail", impossible);
            }
            shell.out().print(text);
            shell.out().flush();
        });
    }

    private LintReportWriter writer(String format) {
        return Optional.ofNullable(writers.get(format)).orElseThrow();
    }
}
