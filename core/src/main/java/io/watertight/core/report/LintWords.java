package io.watertight.core.report;

import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Finding;
import io.watertight.core.check.FlowStep;
import io.watertight.core.check.Place;
import io.watertight.core.check.Severity;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Words about a reading of code that all formats share. What it returns is not yet safe for any of them. */
public final class LintWords {

    private LintWords() {}

    /** The answer in one line: {@code 3 errors, 2 warnings in 2 of 14 files; 1 file was not read}. */
    public static String answer(LintReport report) {
        StringBuilder text = new StringBuilder();
        if (report.findings().isEmpty()) {
            text.append(silence(report));
        } else {
            text.append(counts(report))
                    .append(" in ")
                    .append(Numbers.count(report.byFile().size()))
                    .append(" of ")
                    .append(Numbers.of(report.files().size(), "file"));
        }
        int unread = report.unread().size();
        if (unread > 0) {
            text.append("; ").append(Numbers.of(unread, "file")).append(unread == 1 ? " was" : " were");
            text.append(" not read");
        }
        int partly = report.partlyFollowed().size();
        if (partly > 0) {
            text.append("; ").append(Numbers.of(partly, "file")).append(partly == 1 ? " was" : " were");
            text.append(" not followed to the end");
        }
        List<String> failed = failed(report);
        if (!failed.isEmpty()) {
            text.append("; ").append(Numbers.of(failed.size(), "rule")).append(" failed");
        }
        return text.toString();
    }

    /** Silence is worth something only where everything was followed. */
    private static String silence(LintReport report) {
        int files = report.files().size();
        long followed = report.files().stream().filter(LintedFile::isFollowed).count();
        if (followed == files) {
            return "no leak found in " + Numbers.of(files, "file");
        }
        return followed == 0
                ? "not decided: no file was followed to the end"
                : "no leak found in the " + Numbers.of(followed, "file") + " followed to the end";
    }

    private static String counts(LintReport report) {
        List<String> parts = new ArrayList<>();
        count(report.count(Severity.ERROR), "error", parts);
        count(report.count(Severity.WARNING), "warning", parts);
        count(report.count(Severity.INFO), "note", parts);
        return String.join(", ", parts);
    }

    private static void count(long number, String noun, List<String> parts) {
        if (number > 0) {
            parts.add(Numbers.of(number, noun));
        }
    }

    /** What was seen, which says what silence is worth: {@code 14 files, 5 with a model: 9 splits, 12 fits, 11 scores}. */
    public static String seen(LintReport report) {
        List<LintedFile> files = report.files();
        long models = files.stream().filter(LintedFile::hasModel).count();
        return Numbers.of(files.size(), "file") + ", " + Numbers.count(models) + " with a model: "
                + Numbers.of(files.stream().mapToLong(LintedFile::splits).sum(), "split") + ", "
                + Numbers.of(files.stream().mapToLong(LintedFile::fits).sum(), "fit") + ", "
                + Numbers.of(files.stream().mapToLong(LintedFile::scores).sum(), "score") + ".";
    }

    /** How the rules ended. */
    public static String rules(LintReport report) {
        return report.rules().size() + ": " + count(report, CheckStatus.PASSED) + " passed, "
                + count(report, CheckStatus.FOUND) + " found, " + count(report, CheckStatus.SKIPPED) + " skipped, "
                + count(report, CheckStatus.FAILED) + " failed";
    }

    private static long count(LintReport report, CheckStatus status) {
        return report.rules().stream().filter(rule -> rule.status() == status).count();
    }

    /** Rules that failed, each with its reason. */
    public static List<String> failed(LintReport report) {
        return report.rules().stream()
                .filter(rule -> rule.status() == CheckStatus.FAILED)
                .map(LintWords::failure)
                .toList();
    }

    private static String failure(CheckResult rule) {
        return rule.id() + " failed: " + NotChecked.reason(rule);
    }

    /** Where it stands within its file: {@code 41} or {@code cell 4:2}. */
    public static String line(Place place) {
        return place.cell() == 0 ? Integer.toString(place.line()) : "cell " + place.cell() + ":" + place.line();
    }

    /** The same for a step: with the file if that is another one. */
    public static String line(FlowStep step, Finding finding) {
        boolean same = finding.subject()
                .place()
                .filter(place -> place.file().equals(step.place().file()))
                .isPresent();
        return same ? line(step.place()) : step.place().words();
    }

    /** Reasons why a file was not read or not followed, each once, in order. */
    public static List<String> reasons(LintedFile file) {
        List<String> reasons = new ArrayList<>();
        file.notices().forEach(notice -> reasons.add((file.isRead() ? "" : "not read: ") + notice));
        file.notAnalysed()
                .forEach(lost -> reasons.add(
                        (lost.place().cell() == 0 ? "line " : "") + line(lost.place()) + ": " + lost.reason()));
        return reasons.stream().distinct().toList();
    }

    /** At most so many reasons in one line. */
    public static String reasons(LintedFile file, int most) {
        List<String> all = reasons(file);
        String shown = all.stream().limit(most).collect(Collectors.joining("; "));
        return all.size() > most ? shown + "; and " + (all.size() - most) + " more" : shown;
    }
}
