package io.watertight.code.fix;

import io.watertight.core.check.Fix.LineEdit;
import java.util.List;

/** A script, or a document of text with cells of code: its lines are those of the file, and its one cell is number 0. */
record ScriptText(String text) implements EditableText {

    private static final String MARK = "\uFEFF";

    @Override
    public List<String> lines(int cell) {
        return cell != 0
                ? List.of()
                : EditableText.split(text.startsWith(MARK) ? text.substring(1) : text).stream()
                        .map(EditableText::withoutEnd)
                        .toList();
    }

    @Override
    public ScriptText with(LineEdit edit) {
        int first = edit.firstLine();
        int last = edit.lastLine();
        String mark = text.startsWith(MARK) ? MARK : "";
        List<String> all = EditableText.split(text.substring(mark.length()));
        String before = String.join("", all.subList(0, first - 1));
        String old = String.join("", all.subList(first - 1, last));
        String behind = String.join("", all.subList(last, all.size()));
        // A file that ended without a line end goes on doing so, and one that ended with one too.
        boolean ended = !behind.isEmpty() || EditableText.withoutEnd(old).length() < old.length() || old.isEmpty();
        String lines = EditableText.between(before, edit.replacement(), ended, EditableText.lineEnd(text));
        return new ScriptText(mark + before + lines + behind);
    }
}
