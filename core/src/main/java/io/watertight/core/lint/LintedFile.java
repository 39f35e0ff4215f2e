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
 * @param excerpts lines around what findings speak of, in order and without overlap; may be empty
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
        int scores,
        List<Excerpt> excerpts) {

    /** Without its code. */
    public LintedFile(
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
        this(name, form, cells, lines, milliseconds, notices, notAnalysed, splits, fits, scores, List.of());
    }

    public LintedFile {
        notices = List.copyOf(notices);
        notAnalysed = List.copyOf(notAnalysed);
        excerpts = List.copyOf(excerpts);
    }

    /** Whether any of it was read. */
    public boolean isRead() {
        return cells > 0 || notices.isEmpty();
    }

    /** Whether all of it was read, and the rows never lost. Only then does no finding mean anything. */
    public boolean isFollowed() {
        return notices.isEmpty() && notAnalysed.isEmpty();
    }

    /** Whether a model is fitted or scored: without, there is nothing to leak into. */
    public boolean hasModel() {
        return fits > 0 || scores > 0;
    }

    public LintedFile withExcerpts(List<Excerpt> code) {
        return new LintedFile(name, form, cells, lines, milliseconds, notices, notAnalysed, splits, fits, scores, code);
    }

    /** A place where the analysis lost the rows, and why, e.g. {@code rows of spark.table are not known}. */
    public record NotAnalysed(Place place, String reason) {}
}
