package io.watertight.core.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.audit.CodeReading;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.lint.LintReport;
import io.watertight.core.study.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the audit did not look at. None of it is passed. */
public final class NotChecked {

    private static final int MOST_FILES = 3;

    private NotChecked() {}

    /** One sentence for each thing: columns first, then checks by the reason they did not run. */
    public static List<String> sentences(AuditReport report) {
        List<String> sentences = new ArrayList<>();
        List<String> quiet = new ArrayList<>(report.undeclared());
        quiet.removeAll(report.accused());
        if (!quiet.isEmpty()) {
            sentences.add(Numbers.of(quiet.size(), "column") + ": nothing found, but nobody has said when "
                    + (quiet.size() == 1 ? "it is" : "they are") + " known.");
        }
        List<String> ignored = report.study().withRole(Role.IGNORED).stream()
                .map(column -> column.name())
                .toList();
        if (!ignored.isEmpty()) {
            sentences.add(Numbers.of(ignored.size(), "column") + " left out: " + Wording.columns(ignored, 5) + ".");
        }
        Optional<String> code = report.code().map(CodeReading::gap).filter(gap -> !gap.isEmpty());
        code.ifPresent(gap -> sentences.add(gap + ": " + lost(report.code().orElseThrow()) + "."));
        byReason(report, CheckStatus.FAILED)
                .forEach((reason, ids) -> sentences.add(checks(ids) + " failed: " + reason));
        Map<String, List<String>> skipped = byReason(report, CheckStatus.SKIPPED);
        code.ifPresent(skipped::remove); // said once, in the words above
        skipped.forEach((reason, ids) -> sentences.add(checks(ids) + ": " + reason));
        return sentences;
    }

    /** The files that were not followed to the end, each with a reason. */
    private static String lost(LintReport code) {
        List<String> files = code.files().stream()
                .filter(file -> !file.isFollowed())
                .map(file -> file.name() + " (" + LintWords.reasons(file, 1).replaceFirst("\\.$", "") + ")")
                .toList();
        String shown = files.stream().limit(MOST_FILES).collect(Collectors.joining(", "));
        return files.size() > MOST_FILES ? shown + " and " + (files.size() - MOST_FILES) + " more" : shown;
    }

    /** Checks that ended so, by reason, in the order of the report. */
    static Map<String, List<String>> byReason(AuditReport report, CheckStatus status) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        report.checks().stream()
                .filter(check -> check.status() == status)
                .forEach(check -> reasons.computeIfAbsent(reason(check), unused -> new ArrayList<>())
                        .add(check.id()));
        return reasons;
    }

    /**
     * Why a check did not run. What an exception says may quote a cell ("cannot convert 'Anna' to a number"), so what a failure
     * quotes is left out.
     */
    public static String reason(CheckResult check) {
        return check.status() == CheckStatus.FAILED
                ? check.reason().replaceAll("\"[^\"]*\"|'[^']*'|`[^`]*`", "...")
                : check.reason();
    }

    private static String checks(List<String> ids) {
        return ids.size() <= 3 ? String.join(", ", ids) : Numbers.of(ids.size(), "check");
    }
}
