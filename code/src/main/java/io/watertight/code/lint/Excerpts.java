package io.watertight.code.lint;

import io.watertight.code.source.CodeCell;
import io.watertight.code.source.CodeFile;
import io.watertight.core.check.Finding;
import io.watertight.core.check.FlowStep;
import io.watertight.core.check.Place;
import io.watertight.core.lint.Excerpt;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Cuts out of a file what reports show of it: the lines that findings speak of, and a few around them. */
public final class Excerpts {

    /** So many lines before and after are shown. */
    static final int CONTEXT = 3;

    /** Of a statement longer than this, the beginning is shown. */
    private static final int MOST_LINES = 12;

    private Excerpts() {}

    /** In the order of the file, without overlap. */
    public static List<Excerpt> of(CodeFile file, List<Finding> findings) {
        List<Place> places = findings.stream()
                .flatMap(finding -> Stream.concat(
                        finding.subject().place().stream(),
                        finding.evidence().flow().stream().map(FlowStep::place)))
                .filter(place -> place.file().equals(file.name()))
                .toList();
        List<Excerpt> excerpts = new ArrayList<>();
        for (CodeCell cell : file.cells()) {
            BitSet wanted = new BitSet();
            int last = cell.lines().size();
            // Of a file that is no notebook, the cells are pieces of one text: a place belongs to the piece it lies in.
            int before = cell.shownLine(1) - 1;
            places.stream()
                    .filter(place -> place.cell() == cell.shownNumber())
                    .filter(place -> place.line() > before && place.line() <= before + last)
                    .forEach(place -> {
                        int end = Math.min(place.endLine(), place.line() + MOST_LINES) - before;
                        wanted.set(Math.max(1, place.line() - before - CONTEXT), Math.min(last, end + CONTEXT) + 1);
                    });
            for (int first = wanted.nextSetBit(0); first >= 0; ) {
                int behind = wanted.nextClearBit(first);
                excerpts.add(new Excerpt(
                        cell.shownNumber(), before + first, cell.lines().subList(first - 1, behind - 1)));
                first = wanted.nextSetBit(behind);
            }
        }
        return excerpts;
    }
}
