package io.watertight.code.fix;

import io.watertight.code.source.CodeCell;
import io.watertight.code.source.CodeFile;
import io.watertight.core.check.Fix.LineEdit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A script, or a document of text with cells of code: a line of a cell is a line of the file. */
record ScriptText(String text, CodeFile file) implements EditableText {

    private static final String MARK = "\uFEFF";

    @Override
    public List<String> lines(int number) {
        List<String> all = EditableText.split(text.startsWith(MARK) ? text.substring(1) : text);
        return cell(number).stream()
                .flatMap(cell -> IntStream.rangeClosed(1, cell.lines().size())
                        .mapToObj(line -> all.get(cell.fileLine(line) - 1)))
                .map(EditableText::withoutEnd)
                .toList();
    }

    private Optional<CodeCell> cell(int number) {
        return file.cells().stream().filter(cell -> cell.number() == number).findFirst();
    }

    @Override
    public ScriptText with(LineEdit edit) {
        CodeCell cell = cell(edit.cell()).orElseThrow();
        int count = cell.lines().size();
        int first = edit.firstLine() > count ? cell.fileLine(count) + 1 : cell.fileLine(edit.firstLine());
        int last = edit.lastLine() < edit.firstLine() ? first - 1 : cell.fileLine(edit.lastLine());
        String mark = text.startsWith(MARK) ? MARK : "";
        List<String> all = EditableText.split(text.substring(mark.length()));
        String before = String.join("", all.subList(0, first - 1));
        String old = String.join("", all.subList(first - 1, last));
        String behind = String.join("", all.subList(last, all.size()));
        // A file that ended without a line end goes on doing so, and one that ended with one too.
        boolean ended = !behind.isEmpty() || EditableText.withoutEnd(old).length() < old.length() || old.isEmpty();
        String lines = EditableText.between(before, edit.replacement(), ended, EditableText.lineEnd(text));
        return new ScriptText(mark + before + lines + behind, file);
    }
}
