package io.watertight.app.report;

import java.util.List;

/**
 * All that the template of a regression sheet prints. Strings are plain text, escaped by the template, but for the style sheet, the
 * script and the plots.
 *
 * @param policy the content security policy: nothing is loaded from anywhere
 * @param style the style sheet
 * @param script the script
 * @param data the data's name
 * @param target the column explained
 * @param headline how well
 * @param scope by what
 * @param valuesShown whether the page may hold cell values
 * @param figures numbers that sum it up
 * @param sections the sheet
 * @param plots pictures of the residuals
 * @param version of the program
 */
public record RegressionPage(
        String policy,
        String style,
        String script,
        String data,
        String target,
        String headline,
        String scope,
        boolean valuesShown,
        List<FindingCard.Fact> figures,
        List<SheetSection> sections,
        List<Plot> plots,
        String version) {}
