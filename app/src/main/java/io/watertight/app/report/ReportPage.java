package io.watertight.app.report;

import io.watertight.core.report.FourQuestions;
import io.watertight.core.report.Taxonomy;
import java.util.List;

/**
 * All that the page's template prints. Strings are plain text, escaped by the template, but for the style sheet, the script and
 * the plots.
 *
 * @param study the study's name
 * @param policy the content security policy: nothing is loaded from anywhere
 * @param style the style sheet
 * @param script the script
 * @param verdict not-valid, valid or undecided
 * @param mark a sign for the verdict
 * @param headline the verdict in capitals
 * @param scope for what it holds
 * @param valuesShown whether the page may hold cell values
 * @param figures numbers that sum up the run
 * @param readAs the study as understood
 * @param guesses what was taken for granted
 * @param cards open findings
 * @param unshown findings beyond those shown
 * @param accepted findings somebody answers for
 * @param questions what a person must say
 * @param plots pictures of the whole table
 * @param strengths strengths of the columns beyond the picture
 * @param strong strong columns that are not accused, and remarks
 * @param notChecked what was not looked at
 * @param taxonomy the failure modes
 * @param fourQuestions the four questions
 * @param checks how every check ended
 * @param provenance how to repeat the run
 */
public record ReportPage(
        String study,
        String policy,
        String style,
        String script,
        String verdict,
        String mark,
        String headline,
        String scope,
        boolean valuesShown,
        List<FindingCard.Fact> figures,
        List<String> readAs,
        List<String> guesses,
        List<FindingCard> cards,
        int unshown,
        List<String> accepted,
        List<QuestionCard> questions,
        List<Plot> plots,
        List<FindingCard.Fact> strengths,
        List<String> strong,
        List<String> notChecked,
        List<Taxonomy.Row> taxonomy,
        List<FourQuestions.Answer> fourQuestions,
        List<CheckRow> checks,
        List<FindingCard.Fact> provenance) {

    /**
     * A question and the flags that answer it.
     *
     * @param text the question
     * @param answers flags
     */
    public record QuestionCard(String text, List<String> answers) {}

    /**
     * How a check ended.
     *
     * @param id of the check
     * @param title what a finding of it says
     * @param category code of the failure mode
     * @param status passed, found, skipped or failed
     * @param reason why it was skipped or failed, or what it remarks
     * @param coverage share of the rows its judgement rests on
     * @param search what the search field looks at, in lower case
     */
    public record CheckRow(
            String id, String title, String category, String status, String reason, String coverage, String search) {}
}
