package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Place;
import io.watertight.core.files.WholeFile;
import io.watertight.core.lint.LintReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Findings that are known: an old project adopts the audit today and mends what is old later.
 *
 * @param known what each line says of its finding, by fingerprint
 */
record Baseline(Map<String, String> known) {

    private static final String HEAD =
            "# Known findings: fingerprint, then check and columns. New ones fail, solved ones can go.\n";

    static Baseline read(Path file) {
        Map<String, String> known = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int index = 0; index < lines.size(); index++) {
                String[] parts = lines.get(index).split("#", 2);
                String fingerprint = parts[0].strip();
                if (fingerprint.isEmpty()) {
                    continue;
                }
                if (!fingerprint.matches("[0-9a-f]{12}")) {
                    throw new WatertightException(
                            file + ", line " + (index + 1) + ": '" + fingerprint
                                    + "' is not the fingerprint of a finding.",
                            "write the file anew with --write-baseline " + file);
                }
                known.put(fingerprint, parts.length > 1 ? parts[1].strip() : "");
            }
        } catch (IOException problem) {
            throw new WatertightException(
                    "The baseline " + file + " cannot be read.",
                    "write it first with --write-baseline " + file,
                    problem);
        }
        return new Baseline(known);
    }

    static Baseline of(AuditReport report) {
        Map<String, String> known = new TreeMap<>();
        everything(report).forEach(finding -> known.put(finding.fingerprint(), describe(finding)));
        return new Baseline(known);
    }

    static Baseline of(LintReport report) {
        Map<String, String> known = new TreeMap<>();
        report.findings().forEach(finding -> known.put(finding.fingerprint(), describe(finding)));
        return new Baseline(known);
    }

    /** The same report in which what is known is answered for. */
    LintReport suppressIn(LintReport report, String because) {
        return report.withSuppressed(report.findings().stream()
                .filter(this::covers)
                .map(finding -> new LintReport.Suppressed(finding, because, false))
                .toList());
    }

    /** Open findings and those within them: when the surest of a story is mended, the next must not look new. */
    private static Stream<Finding> everything(AuditReport report) {
        return report.findings().stream()
                .flatMap(finding -> Stream.concat(Stream.of(finding), finding.supporting().stream()));
    }

    private static String describe(Finding finding) {
        String where = finding.subject().place().map(Place::file).orElse("");
        return Printable.of(finding.check() + " " + where + " " + String.join(", ", finding.columns()))
                .replaceAll("\\s+", " ")
                .strip();
    }

    boolean covers(Finding finding) {
        return known.containsKey(finding.fingerprint());
    }

    /** What is known here and found no more. */
    List<String> solved(AuditReport report) {
        return solved(Stream.concat(everything(report), report.accepted().stream()));
    }

    /** What is known here and found no more. */
    List<String> solved(LintReport report) {
        return solved(report.everything());
    }

    private List<String> solved(Stream<Finding> findings) {
        Set<String> found = findings.map(Finding::fingerprint).collect(Collectors.toSet());
        return known.entrySet().stream()
                .filter(entry -> !found.contains(entry.getKey()))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    void write(Path file) {
        String lines = known.entrySet().stream()
                .map(entry -> entry.getKey() + "  # " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            WholeFile.write(file, HEAD + lines);
        } catch (IOException problem) {
            throw new WatertightException(
                    "The baseline " + file + " cannot be written: " + WholeFile.why(problem) + ".",
                    "name another place with --write-baseline, or make room",
                    problem);
        }
    }
}
