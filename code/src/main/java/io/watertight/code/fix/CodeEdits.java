package io.watertight.code.fix;

import io.watertight.code.source.CodeFile;
import io.watertight.code.source.CodeFiles;
import io.watertight.core.WatertightException;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Fix.LineEdit;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The edits that findings offer, as far as they can be made together: all of a finding or none of it, and of two findings that
 * change the same lines the first one only.
 *
 * @param files files that change
 * @param made findings whose edits are in them
 * @param refused findings whose edits are not, and why
 */
public record CodeEdits(List<EditedFile> files, List<Finding> made, List<Refused> refused) {

    public CodeEdits {
        files = List.copyOf(files);
        made = List.copyOf(made);
        refused = List.copyOf(refused);
    }

    /** A finding whose edits cannot be made. */
    public record Refused(Finding finding, String reason) {}

    /**
     * Plans the edits; nothing is written.
     *
     * @param findings in the order of their rank; those without edits of code are passed over
     * @param files files by the name that findings call them
     */
    public static CodeEdits of(List<Finding> findings, Map<String, ReadFile> files) {
        Map<String, Opened> opened = new LinkedHashMap<>();
        List<LineEdit> accepted = new ArrayList<>();
        List<Finding> made = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Fix.CodeEdit> fix =
                    finding.fix().filter(Fix.CodeEdit.class::isInstance).map(Fix.CodeEdit.class::cast);
            if (fix.isEmpty() || fix.get().edits().isEmpty()) {
                continue;
            }
            Optional<String> objection = objection(fix.get().edits(), accepted, files, opened);
            if (objection.isPresent()) {
                refused.add(new Refused(finding, objection.get()));
            } else {
                fix.get().edits().stream()
                        .filter(edit -> !accepted.contains(edit))
                        .forEach(accepted::add);
                made.add(finding);
            }
        }
        List<EditedFile> edited = opened.values().stream()
                .filter(file -> accepted.stream()
                        .anyMatch(edit -> edit.file().equals(file.file().name())))
                .map(file -> file.edited(accepted))
                .toList();
        return new CodeEdits(edited, made, refused);
    }

    /** Why the edits cannot all be made beside those accepted before; empty if they can. */
    private static Optional<String> objection(
            List<LineEdit> edits, List<LineEdit> accepted, Map<String, ReadFile> files, Map<String, Opened> opened) {
        for (int index = 0; index < edits.size(); index++) {
            LineEdit edit = edits.get(index);
            ReadFile file = files.get(edit.file());
            if (file == null) {
                return Optional.of(edit.file() + " was not among the files that were read");
            }
            try {
                Optional<String> objection = opened.computeIfAbsent(edit.file(), unused -> Opened.of(file))
                        .objection(edit);
                if (objection.isPresent()) {
                    return objection;
                }
            } catch (WatertightException unreadable) {
                return Optional.of(String.valueOf(unreadable.getMessage()));
            }
            boolean clashes = edits.subList(0, index).stream().anyMatch(other -> overlap(edit, other))
                    || accepted.stream()
                            .anyMatch(other -> overlap(edit, other) && !(isInsertion(edit) && edit.equals(other)));
            if (clashes && !accepted.containsAll(edits)) {
                return Optional.of("another finding's fix changes the same lines; run it again after that one");
            }
        }
        return Optional.empty();
    }

    private static boolean isInsertion(LineEdit edit) {
        return edit.lastLine() < edit.firstLine();
    }

    private static boolean overlap(LineEdit left, LineEdit right) {
        if (!left.file().equals(right.file()) || left.cell() != right.cell()) {
            return false;
        }
        if (isInsertion(left) && isInsertion(right)) {
            return left.firstLine() == right.firstLine();
        }
        // An insertion lies before its first line: it clashes only within the other's lines.
        int leftFirst = isInsertion(left) ? left.firstLine() - 1 : left.firstLine();
        int rightFirst = isInsertion(right) ? right.firstLine() - 1 : right.firstLine();
        int leftLast = isInsertion(left) ? left.firstLine() : left.lastLine();
        int rightLast = isInsertion(right) ? right.firstLine() : right.lastLine();
        return isInsertion(left) || isInsertion(right)
                ? Math.max(leftFirst, rightFirst) < Math.min(leftLast, rightLast)
                : Math.max(leftFirst, rightFirst) <= Math.min(leftLast, rightLast);
    }

    /** A file with its text, and its code as the analysis saw it. */
    private record Opened(ReadFile file, EditableText text, CodeFile code) {

        static Opened of(ReadFile file) {
            byte[] bytes = ReadFile.bytes(file.path());
            if (!ReadFile.hash(bytes).equals(file.hash())) {
                throw new WatertightException(
                        "the file " + file.name() + " was changed since it was read", "run the command again");
            }
            CodeFile code = CodeFiles.read(file.path(), file.name());
            String text = decode(bytes, file.name());
            boolean notebook = file.name().toLowerCase(Locale.ROOT).endsWith(".ipynb");
            return new Opened(file, notebook ? new NotebookText(text) : new ScriptText(text), code);
        }

        private static String decode(byte[] bytes, String name) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException other) {
                throw new WatertightException(name + " is not UTF-8 and is left as it is", "save it as UTF-8", other);
            }
        }

        Optional<String> objection(LineEdit edit) {
            List<String> lines = text.lines(edit.cell());
            if (lines.isEmpty()
                    || edit.firstLine() < 1
                    || edit.lastLine() > lines.size()
                    || edit.lastLine() < edit.firstLine() - 1
                    || edit.firstLine() > lines.size() + 1) {
                return Optional.of(file.name() + " has no such lines");
            }
            for (int line = edit.firstLine(); line <= edit.lastLine(); line++) {
                if (!code.line(edit.cell(), line)
                        .filter(lines.get(line - 1)::equals)
                        .isPresent()) {
                    return Optional.of("line " + line + " is no plain Python: "
                            + lines.get(line - 1).strip());
                }
            }
            return Optional.empty();
        }

        EditedFile edited(List<LineEdit> edits) {
            EditableText edited = text;
            List<LineEdit> fromTheEnd = edits.stream()
                    .filter(edit -> edit.file().equals(file.name()))
                    .sorted(Comparator.comparingInt(LineEdit::cell)
                            .thenComparingInt(LineEdit::firstLine)
                            .thenComparingInt(LineEdit::lastLine)
                            .reversed())
                    .toList();
            for (LineEdit edit : fromTheEnd) {
                edited = edited.with(edit);
            }
            return new EditedFile(file, text.text(), edited.text());
        }
    }
}
