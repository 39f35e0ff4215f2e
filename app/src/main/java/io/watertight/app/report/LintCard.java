package io.watertight.app.report;

import java.util.List;

/**
 * A finding in code as the page shows it. Plain text but for {@code why} and {@code limits}, which are HTML.
 *
 * @param number its place in the page, from 1
 * @param rule id of the rule
 * @param family the kind of leak
 * @param severity error, warning or info
 * @param confidence proven, high, medium or low
 * @param dots confidence as one to four
 * @param category code of the failure mode
 * @param categoryTitle what the failure mode is called
 * @param title what the rule says
 * @param place where it stands
 * @param message the message
 * @param code the code around the finding and its flow
 * @param steps the way from the source to the model
 * @param fix what to change, or empty
 * @param diff the change of the code, or empty
 * @param why why this misleads, as HTML; empty if the page has shown it before
 * @param whyAnchor id of the card that shows it, or empty
 * @param limits when the rule may be wrong, as HTML
 * @param comment the comment that answers for the finding
 * @param fingerprint of rule and place
 * @param open whether the card begins unfolded
 * @param search what the search field looks at, in lower case
 */
public record LintCard(
        int number,
        String rule,
        String family,
        String severity,
        String confidence,
        int dots,
        String category,
        String categoryTitle,
        String title,
        String place,
        String message,
        List<Code> code,
        List<Step> steps,
        String fix,
        String diff,
        String why,
        String whyAnchor,
        String limits,
        String comment,
        String fingerprint,
        boolean open,
        String search) {

    /**
     * A piece of code.
     *
     * @param caption the file, or the cell of the notebook
     * @param lines its lines
     */
    public record Code(String caption, List<Line> lines) {}

    /**
     * A line of code.
     *
     * @param number its number in the file or cell
     * @param text as it is
     * @param steps numbers of the steps that happen here, or empty
     * @param isAccused whether the finding stands here
     */
    public record Line(int number, String text, String steps, boolean isAccused) {}

    /**
     * A step of the flow.
     *
     * @param place its line, or cell and line
     * @param role what happens
     * @param message in a few words
     * @param text the line of code
     */
    public record Step(String place, String role, String message, String text) {}
}
