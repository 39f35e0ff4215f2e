package io.watertight.core.lint;

import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Place;
import io.watertight.core.check.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a reading of code found: the one model that every writer of lint reports reads. Immutable.
 *
 * @param files the files that were read, in the order given
 * @param findings open findings, surest and worst first
 * @param suppressed findings that a comment in the code or a baseline answers for, with the reason, by fingerprint
 * @param rules how every rule ended, by id
 * @param families the family of every rule, by the rule's id: {@code preprocessing}, {@code overlap}, ...
 * @param version of the program
 */
public record LintReport(
        List<LintedFile> files,
        List<Finding> findings,
        List<Suppressed> suppressed,
        List<CheckResult> rules,
        Map<String, String> families,
        String version) {

    /** Notes last, then surest first, then worst; by place among equals, so that the order is total. */
    private static final Comparator<Finding> BY_PROOF = Comparator.comparing(
                    (Finding finding) -> finding.severity() == Severity.INFO)
            .thenComparing(Finding::confidence)
            .thenComparing(Finding::severity)
            .thenComparing(finding -> place(finding, Place::file, ""))
            .thenComparing(finding -> place(finding, Place::cell, 0))
            .thenComparing(finding -> place(finding, Place::line, 0))
            .thenComparing(Finding::check)
            .thenComparing(Finding::fingerprint);

    public LintReport {
        files = List.copyOf(files);
        findings = findings.stream().sorted(BY_PROOF).toList();
        suppressed = List.copyOf(suppressed);
        rules = List.copyOf(rules);
        families = Collections.unmodifiableMap(new LinkedHashMap<>(families));
    }

    private static <T> T place(Finding finding, Function<Place, T> part, T without) {
        return finding.subject().place().map(part).orElse(without);
    }

    /**
     * A finding somebody answers for.
     *
     * @param because the reason given
     * @param isInSource whether a comment in the code says so, not a baseline
     */
    public record Suppressed(Finding finding, String because, boolean isInSource) {

        /** By a comment in the code. */
        public Suppressed(Finding finding, String because) {
            this(finding, because, true);
        }
    }

    public LintVerdict verdict() {
        if (!atLeast(Severity.WARNING).isEmpty()) {
            return LintVerdict.LEAKS_FOUND;
        }
        boolean open = files.stream().anyMatch(file -> !file.isFollowed())
                || rules.stream().anyMatch(rule -> rule.status() == CheckStatus.FAILED);
        return open || files.isEmpty() ? LintVerdict.UNDECIDED : LintVerdict.NO_LEAK_FOUND;
    }

    /** Open findings at least this severe, whatever their confidence but LOW. */
    public List<Finding> atLeast(Severity severity) {
        return atLeast(findings, severity);
    }

    /** Those of the findings that are at least this severe, whatever their confidence but LOW. */
    public static List<Finding> atLeast(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding ->
                        finding.severity().compareTo(severity) <= 0 && finding.confidence() != Confidence.LOW)
                .toList();
    }

    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Open findings by file, the file of the surest first; those that name no file under the empty name. */
    public Map<String, List<Finding>> byFile() {
        Map<String, List<Finding>> files = new LinkedHashMap<>();
        findings.forEach(finding -> files.computeIfAbsent(place(finding, Place::file, ""), unused -> new ArrayList<>())
                .add(finding));
        return files;
    }

    /** Files of which nothing was read. */
    public List<LintedFile> unread() {
        return files.stream().filter(file -> !file.isRead()).toList();
    }

    /** Files that were read, but not to the end: some cells are broken, or the analysis lost the rows somewhere. */
    public List<LintedFile> partlyFollowed() {
        return files.stream()
                .filter(file -> file.isRead() && !file.isFollowed())
                .toList();
    }

    /** Time of all files together. */
    public double seconds() {
        return files.stream().mapToDouble(LintedFile::milliseconds).sum() / 1000;
    }

    /** Open and suppressed findings. */
    public Stream<Finding> everything() {
        return Stream.concat(findings.stream(), suppressed.stream().map(Suppressed::finding));
    }

    /** The same report in which these findings are answered for. */
    public LintReport withSuppressed(List<Suppressed> more) {
        List<Finding> open = new ArrayList<>(findings);
        more.forEach(answered -> open.remove(answered.finding()));
        return new LintReport(
                files, open, Stream.concat(suppressed.stream(), more.stream()).toList(), rules, families, version);
    }

    public LintReport withVersion(String program) {
        return new LintReport(files, findings, suppressed, rules, families, program);
    }
}
