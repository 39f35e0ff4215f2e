package io.watertight.code.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.Code;
import io.watertight.code.fix.CodeEdits;
import io.watertight.code.fix.ReadFile;
import io.watertight.code.lint.LintOptions;
import io.watertight.code.lint.Linter;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.lint.LintReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Reads code, mends it and reads it again, all as the program does. */
final class RepairTester {

    private RepairTester() {}

    static LintReport lint(Path file) {
        String name = file.getFileName().toString();
        return new Linter(LintOptions.standard("test")).lint(List.of(new Linter.Input(file, name)), unused -> {});
    }

    private static List<Finding> of(LintReport report, String rule) {
        assertThat(report.files()).allSatisfy(file -> assertThat(file.notices()).isEmpty());
        return report.findings().stream()
                .filter(finding -> finding.check().equals(rule))
                .toList();
    }

    /** The script as mended, whose rule then finds nothing more. */
    static String mended(Path folder, String rule, String code) {
        return mended(Code.write(folder, "a.py", code), rule);
    }

    private static String mended(Path file, String rule) {
        String name = file.getFileName().toString();
        List<Finding> findings = of(lint(file), rule);
        assertThat(findings).isNotEmpty();
        CodeEdits edits = CodeEdits.of(findings, Map.of(name, ReadFile.of(file, name)));
        assertThat(edits.files()).as("edited files; findings %s", findings).hasSize(1);
        edits.files().get(0).write();
        assertThat(of(lint(file), rule)).as(edits.files().get(0).after()).isEmpty();
        return edits.files().get(0).after();
    }

    /** The advice, where there must be no edit. */
    static List<String> advice(Path folder, String rule, String code) {
        return advice(Code.write(folder, "a.py", code), rule);
    }

    private static List<String> advice(Path file, String rule) {
        List<Finding> findings = of(lint(file), rule);
        assertThat(findings).as("findings of " + rule).isNotEmpty();
        return findings.stream()
                .map(finding -> {
                    assertThat(finding.fix()).containsInstanceOf(Fix.Advice.class);
                    return finding.fix().orElseThrow().summary();
                })
                .toList();
    }

    /** The cells of a notebook as mended; a cell is written as its lines. */
    static List<String> mendedNotebook(Path folder, String rule, int[] counts, String... cells) {
        return sources(mended(Code.write(folder, "n.ipynb", notebook(counts, cells)), rule));
    }

    static List<String> notebookAdvice(Path folder, String rule, int[] counts, String... cells) {
        return advice(Code.write(folder, "n.ipynb", notebook(counts, cells)), rule);
    }

    private static String notebook(int[] counts, String... cells) {
        List<Map<String, Object>> all = IntStream.range(0, cells.length)
                .mapToObj(at -> Map.<String, Object>of(
                        "cell_type", "code",
                        "execution_count", counts[at],
                        "metadata", Map.of(),
                        "outputs", List.of(),
                        "source", cells[at].lines().map(line -> line + "\n").toList()))
                .toList();
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "cells", all,
                        "metadata", Map.of("language_info", Map.of("name", "python")),
                        "nbformat", 4,
                        "nbformat_minor", 5));
    }

    private static List<String> sources(String notebook) {
        List<String> cells = new ArrayList<>();
        JsonMapper.shared().readTree(notebook).get("cells").forEach(cell -> {
            StringBuilder text = new StringBuilder();
            cell.get("source").forEach(line -> text.append(line.asString()));
            cells.add(text.toString());
        });
        return cells;
    }

    /** The edits offered for the findings of a notebook run from top to bottom, whether all its cells can be read or not. */
    static List<Fix> editsOf(Path folder, String rule, String... cells) {
        int[] counts = IntStream.rangeClosed(1, cells.length).toArray();
        return lint(Code.write(folder, "n.ipynb", notebook(counts, cells))).findings().stream()
                .filter(finding -> finding.check().equals(rule))
                .flatMap(finding -> finding.fix().stream())
                .filter(Fix.CodeEdit.class::isInstance)
                .toList();
    }
}
