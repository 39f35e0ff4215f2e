package io.watertight.code.repair;

import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Parsed;
import io.watertight.code.syntax.PythonParser;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Says for each finding of a file how to mend it: by an edit where one is safe, else by advice. An edit is offered only after a trial: the
 * edited code parses, the rule finds less in it, and nothing serious is found that was not there before.
 */
public final class Repairs {

    /** A trial reads the whole file again; so many lines are read in trials of one file. */
    private static final int MOST_LINES = 5_000;

    private static final List<Repair> ALL = List.of(
            new TransformOnly(),
            new FitOnTraining(),
            new FitThenTransform(),
            new FillFromTraining(),
            new LearnColumnsFromTraining(),
            new PipelineInFolds(),
            new ResampleTraining());

    private final List<Parsed> cells;
    private final PythonParser parser;
    private final Function<List<Parsed>, List<Finding>> judge;
    private final int lines;
    private int linesLeft = MOST_LINES;

    /**
     * For one file; not thread-safe.
     *
     * @param cells the code, in the order in which it is run
     * @param judge what the rules find in cells
     */
    public Repairs(List<Parsed> cells, PythonParser parser, Function<List<Parsed>, List<Finding>> judge) {
        this.cells = List.copyOf(cells);
        this.parser = parser;
        this.judge = judge;
        this.lines = cells.stream().mapToInt(cell -> cell.cell().lines().size()).sum();
    }

    /** The findings, each with its fix. */
    public List<Finding> attach(List<Finding> findings) {
        List<Finding> all = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Fix> fix = finding.fix().or(() -> edit(finding, findings)).or(() -> Advice.on(finding.check()));
            all.add(fix.map(finding::withFix).orElse(finding));
        }
        return all;
    }

    private Optional<Fix> edit(Finding finding, List<Finding> findings) {
        // What a cell does that cannot be read is not known; and what cannot be tried is not worth the search.
        if (linesLeft < lines || cells.stream().anyMatch(cell -> cell.problem().isPresent())) {
            return Optional.empty();
        }
        return finding.subject()
                .place()
                .flatMap(place -> Block.at(cells, place))
                .flatMap(spot -> ALL.stream()
                        .flatMap(repair -> repair.mend(finding, spot).stream())
                        .filter(edit -> isProven(edit, finding, findings))
                        .findFirst())
                .map(this::shown);
    }

    /** The edit with its lines as reports count them; repairs and trials count within cells. */
    private Fix.CodeEdit shown(Fix.CodeEdit edit) {
        return new Fix.CodeEdit(
                edit.summary(),
                edit.edits().stream()
                        .map(lines -> shown(lines, cell(lines.cell())))
                        .toList());
    }

    private static Fix.LineEdit shown(Fix.LineEdit lines, CodeCell cell) {
        int first = cell.shownLine(lines.firstLine());
        int last = lines.lastLine() < lines.firstLine() ? first - 1 : cell.shownLine(lines.lastLine());
        return new Fix.LineEdit(lines.file(), cell.shownNumber(), first, last, lines.replacement());
    }

    private CodeCell cell(int number) {
        return cells.stream()
                .map(Parsed::cell)
                .filter(cell -> cell.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private boolean isProven(Fix.CodeEdit edit, Finding finding, List<Finding> findings) {
        linesLeft -= lines;
        if (linesLeft < 0) {
            return false;
        }
        List<Parsed> edited = cells.stream().map(cell -> edited(cell, edit)).toList();
        if (edited.stream().anyMatch(cell -> cell.problem().isPresent())) {
            return false;
        }
        List<Finding> left = judge.apply(edited);
        return count(left, finding.check()) < count(findings, finding.check()) && serious(left) <= serious(findings);
    }

    /** A search on training rows that are scaled together is left with a remark: its test score is sound. */
    private static long serious(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .count();
    }

    private static long count(List<Finding> findings, String rule) {
        return findings.stream().filter(finding -> finding.check().equals(rule)).count();
    }

    private Parsed edited(Parsed parsed, Fix.CodeEdit edit) {
        CodeCell cell = parsed.cell();
        List<Fix.LineEdit> edits = edit.edits().stream()
                .filter(one -> one.cell() == cell.number() && one.file().equals(cell.file()))
                .sorted(Comparator.comparingInt(Fix.LineEdit::firstLine).reversed())
                .toList();
        if (edits.isEmpty()) {
            return parsed;
        }
        List<String> lines = new ArrayList<>(cell.lines());
        for (Fix.LineEdit one : edits) {
            List<String> old = lines.subList(one.firstLine() - 1, one.lastLine());
            old.clear();
            old.addAll(one.replacement());
        }
        int[] numbers = IntStream.rangeClosed(1, lines.size()).toArray();
        return parser.parse(new CodeCell(cell.file(), cell.number(), lines, numbers, cell.executionCount()));
    }
}
