package io.watertight.app.report;

import java.util.List;

/**
 * All that the template of a reading of code prints. Strings are plain text, escaped by the template, but for style and script.
 *
 * @param policy the content security policy: nothing is loaded from anywhere
 * @param style the style sheet
 * @param script the script
 * @param subject what was read
 * @param tone not-valid, valid or undecided: the colours of the verdict
 * @param mark a sign for the verdict
 * @param headline the verdict in capitals
 * @param scope the answer in one line
 * @param figures numbers that sum up the run
 * @param groups findings by file
 * @param unshown findings beyond those shown
 * @param notAnalysed what was not read or not followed, by file
 * @param suppressed findings somebody answers for
 * @param files all files
 * @param rules how every rule ended
 * @param version of the program
 */
public record LintPage(
        String policy,
        String style,
        String script,
        String subject,
        String tone,
        String mark,
        String headline,
        String scope,
        List<FindingCard.Fact> figures,
        List<Group> groups,
        int unshown,
        List<FindingCard.Fact> notAnalysed,
        List<String> suppressed,
        List<FileRow> files,
        List<ReportPage.CheckRow> rules,
        String version) {

    /** Findings of one file. */
    public record Group(String file, List<LintCard> cards) {}

    /** One file. */
    public record FileRow(
            String name, String form, String status, int splits, int fits, int scores, String milliseconds) {}
}
