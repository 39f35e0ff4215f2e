package io.watertight.core.report;

import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.check.FlowStep;
import io.watertight.core.check.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An edit of code as SARIF wants it: regions of the file to be deleted, and what comes there. */
final class LintSarifFix {

    private LintSarifFix() {}

    /** Empty for what is no edit of text files: of a notebook, the lines of the JSON text would have to be known. */
    static Optional<Sarif.Fix> of(Fix fix, Finding finding) {
        if (!(fix instanceof Fix.CodeEdit code)) {
            return Optional.empty();
        }
        Map<String, List<Fix.LineEdit>> files = code.edits().stream()
                .collect(Collectors.groupingBy(Fix.LineEdit::file, LinkedHashMap::new, Collectors.toList()));
        boolean placed = code.edits().stream()
                .allMatch(edit -> !isNotebook(edit.file())
                        && FileUri.of(edit.file()).isPresent()
                        && offset(edit, finding).isPresent());
        if (!placed || files.isEmpty()) {
            return Optional.empty();
        }
        List<Sarif.ArtifactChange> changes = files.entrySet().stream()
                .map(file -> new Sarif.ArtifactChange(
                        new Sarif.ArtifactLocation(FileUri.of(file.getKey()).orElse("")),
                        file.getValue().stream()
                                .map(edit ->
                                        replacement(edit, offset(edit, finding).orElse(0)))
                                .toList()))
                .toList();
        return Optional.of(new Sarif.Fix(Sarif.Message.of(SarifReport.escaped(fix.summary())), changes));
    }

    static boolean isNotebook(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".ipynb");
    }

    /** How many lines of the file stand before the cell; known where the finding names a line of the cell. */
    private static OptionalInt offset(Fix.LineEdit edit, Finding finding) {
        if (edit.cell() == 0) {
            return OptionalInt.of(0);
        }
        Stream<Place> places = Stream.concat(
                finding.subject().place().stream(),
                finding.evidence().flow().stream().map(FlowStep::place));
        return places.filter(place -> place.file().equals(edit.file()) && place.cell() == edit.cell())
                .mapToInt(place -> place.fileLine() - place.line())
                .findFirst();
    }

    private static Sarif.Replacement replacement(Fix.LineEdit edit, int offset) {
        Sarif.Region whole = new Sarif.Region(
                edit.firstLine() + offset,
                Optional.of(1),
                Optional.of(edit.lastLine() + 1 + offset),
                Optional.of(1),
                Optional.empty());
        String text = edit.replacement().stream().map(line -> line + "\n").collect(Collectors.joining());
        return new Sarif.Replacement(
                whole, Optional.of(text).filter(lines -> !lines.isEmpty()).map(Sarif.Message::of));
    }
}
