package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.check.Finding;
import io.watertight.core.check.FlowStep;
import io.watertight.core.check.Place;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintedFile;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line somebody asks about: {@code FILE:LINE}, or {@code FILE:CELL:LINE} of a notebook.
 *
 * @param file the file as typed
 * @param cell the cell, 0 if none was named
 * @param line the line; of the file, or of the cell if one was named
 */
record CodeSpot(String file, int cell, int line) {

    private static final Pattern FORM = Pattern.compile("(.+?)(?::(\\d{1,9}))?:(\\d{1,9})");

    static CodeSpot parse(String typed) {
        Matcher matcher = FORM.matcher(typed);
        if (!matcher.matches()) {
            throw new WatertightException(
                    "--explain " + typed + " names no line.", "write FILE:LINE, or FILE:CELL:LINE for a notebook");
        }
        return new CodeSpot(
                matcher.group(1),
                matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /** Findings at the line, then those whose flow passes it. */
    List<Finding> findings(LintReport report, String name) {
        List<Finding> all = report.everything().toList();
        Stream<Finding> here = all.stream()
                .filter(finding -> finding.subject()
                        .place()
                        .filter(place -> covers(place, name))
                        .isPresent());
        Stream<Finding> through = all.stream()
                .filter(finding ->
                        finding.evidence().flow().stream().map(FlowStep::place).anyMatch(place -> covers(place, name)));
        return Stream.concat(here, through).distinct().toList();
    }

    /** Reasons why nothing can be said of the line. */
    List<String> lost(LintReport report, String name) {
        return report.files().stream()
                .flatMap(file -> file.notAnalysed().stream())
                .filter(lost -> covers(lost.place(), name))
                .map(LintedFile.NotAnalysed::reason)
                .toList();
    }

    private boolean covers(Place place, String name) {
        if (!place.file().equals(name)) {
            return false;
        }
        if (cell > 0) {
            return place.cell() == cell && place.line() <= line && line <= place.endLine();
        }
        int last = place.cell() == 0 ? place.endLine() : place.fileLine();
        return place.fileLine() <= line && line <= last;
    }
}
