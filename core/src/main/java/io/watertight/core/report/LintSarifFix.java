package io.watertight.core.report;

import io.watertight.core.check.Fix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An edit of code as SARIF wants it: regions of the file to be deleted, and what comes there. */
final class LintSarifFix {

    private LintSarifFix() {}

    /** Empty for what is no edit of text files: of a notebook, the lines of the JSON text would have to be known. */
    static Optional<Sarif.Fix> of(Fix fix) {
        if (!(fix instanceof Fix.CodeEdit code)) {
            return Optional.empty();
        }
        Map<String, List<Fix.LineEdit>> files = code.edits().stream()
                .collect(Collectors.groupingBy(Fix.LineEdit::file, LinkedHashMap::new, Collectors.toList()));
        boolean placed = code.edits().stream()
                .allMatch(edit ->
                        !isNotebook(edit.file()) && FileUri.of(edit.file()).isPresent());
        if (!placed || files.isEmpty()) {
            return Optional.empty();
        }
        List<Sarif.ArtifactChange> changes = files.entrySet().stream()
                .map(file -> new Sarif.ArtifactChange(
                        new Sarif.ArtifactLocation(FileUri.of(file.getKey()).orElse("")),
                        file.getValue().stream().map(LintSarifFix::replacement).toList()))
                .toList();
        return Optional.of(new Sarif.Fix(Sarif.Message.of(SarifReport.escaped(fix.summary())), changes));
    }

    static boolean isNotebook(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".ipynb");
    }

    private static Sarif.Replacement replacement(Fix.LineEdit edit) {
        Sarif.Region whole = new Sarif.Region(
                edit.firstLine(), Optional.of(1), Optional.of(edit.lastLine() + 1), Optional.of(1), Optional.empty());
        String text = edit.replacement().stream().map(line -> line + "\n").collect(Collectors.joining());
        return new Sarif.Replacement(
                whole, Optional.of(text).filter(lines -> !lines.isEmpty()).map(Sarif.Message::of));
    }
}
