package io.watertight.app.report;

import java.util.List;

/**
 * A finding as the page shows it. Plain text but for plots and {@code why}, which are HTML.
 *
 * @param number its place in the ranking, from 1
 * @param check id of the check
 * @param severity error, warning or info
 * @param confidence proven, high, medium or low
 * @param dots confidence as one to four
 * @param category code of the failure mode
 * @param categoryTitle what the failure mode is called
 * @param columns columns it is about
 * @param heading columns and title
 * @param message the message
 * @param evidence facts by name
 * @param rows row numbers, or empty
 * @param code the lines that do it
 * @param supporting messages of findings that tell the same story
 * @param plots pictures
 * @param why why this misleads, as HTML; empty if the page has shown it before
 * @param whyAnchor id of the card that shows it, or empty
 * @param limits when the check may be wrong, as HTML
 * @param fix what to change, or empty
 * @param diff the change of the study file, or empty
 * @param accept the command that accepts the finding
 * @param fingerprint of check and subject
 * @param open whether the card begins unfolded
 * @param search what the search field looks at, in lower case
 */
public record FindingCard(
        int number,
        String check,
        String severity,
        String confidence,
        int dots,
        String category,
        String categoryTitle,
        List<String> columns,
        String heading,
        String message,
        List<Fact> evidence,
        String rows,
        List<Line> code,
        List<String> supporting,
        List<Plot> plots,
        String why,
        String whyAnchor,
        String limits,
        String fix,
        String diff,
        String accept,
        String fingerprint,
        boolean open,
        String search) {

    /**
     * A line of code.
     *
     * @param says that it does it, and where it stands
     * @param text the line
     * @param flow the way from the source to the model, or empty
     */
    public record Line(String says, String text, String flow) {}

    /** A name and what it is. */
    public record Fact(String name, String value) {}
}
