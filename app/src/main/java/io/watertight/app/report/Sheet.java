package io.watertight.app.report;

import java.util.List;

/**
 * A result as sections with tables, the same on a terminal, in Markdown and on a page. All text is plain.
 *
 * @param data the data's name
 * @param title what kind of result it is about what: {@code Evaluation: default}
 * @param headline the result in a few words
 * @param scope what it speaks of
 * @param figures numbers that sum it up
 * @param sections in their order
 * @param plots pictures, may be none
 * @param valuesShown whether it may hold cell values
 * @param version of the program
 */
public record Sheet(
        String data,
        String title,
        String headline,
        String scope,
        List<FindingCard.Fact> figures,
        List<SheetSection> sections,
        List<Plot> plots,
        boolean valuesShown,
        String version) {

    public Sheet {
        figures = List.copyOf(figures);
        sections = sections.stream().filter(section -> !section.isEmpty()).toList();
        plots = List.copyOf(plots);
    }
}
