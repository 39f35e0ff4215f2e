package io.watertight.core.lint;

import io.watertight.core.check.Place;
import java.util.List;

/**
 * A file of code as read. Unknown is never clean: what could not be followed is listed.
 *
 * @param name the file's name as given
 * @param form what kind of document it is, lower case with hyphens, e.g. {@code notebook}
 * @param cells how many cells of Python it has; 1 for a script
 * @param lines how many lines of Python
 * @param milliseconds time taken to parse and analyse it
 * @param notices what was not read and why, e.g. cells that do not parse
 * @param notAnalysed where the analysis lost the rows, and why
 * @param splits how many splits it saw
 * @param fits how many fits of models
 * @param scores how many evaluations
 */
public record LintedFile(
        String name,
        String form,
        int cells,
        int lines,
        double milliseconds,
        List<String> notices,
        List<NotAnalysed> notAnalysed,
        int splits,
        int fits,
        int scores) {

    public LintedFile {
        notices = List.copyOf(notices);
        notAnalysed = List.copyOf(notAnalysed);
    }

    /** A place where the analysis lost the rows, and why, e.g. {@code rows of spark.table are not known}. */
    public record NotAnalysed(Place place, String reason) {}
}
