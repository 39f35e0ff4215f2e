package io.watertight.code;

import io.watertight.code.source.CodeFile;
import io.watertight.code.source.CodeFiles;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Place;
import io.watertight.core.check.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files and findings made up for tests. */
public final class Code {

    /** The rule that the findings are of. */
    public static final String RULE = "made-up";

    private Code() {}

    @CheckInfo(id = RULE, title = "Made up", category = Category.PREPROCESSING, severity = Severity.ERROR)
    private static final class MadeUp {}

    public static Path write(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.writeString(file, text);
            return file;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    public static CodeFile read(Path folder, String name, String text) {
        return CodeFiles.read(write(folder, name, text), name);
    }

    public static Place place(String file, int cell, int line) {
        return new Place(file, cell, line, 0, line, 1, line, "x");
    }

    public static Finding finding(Place place) {
        return finding(FindingDraft.at(place, Confidence.HIGH).says("made up"));
    }

    public static Finding fixable(String aspect, Fix.LineEdit... edits) {
        Place place = place(edits[0].file(), edits[0].cell(), edits[0].firstLine());
        return finding(FindingDraft.at(place, Confidence.HIGH)
                .aspect(aspect)
                .says("made up")
                .fix(new Fix.CodeEdit("change it", List.of(edits))));
    }

    private static Finding finding(FindingDraft draft) {
        Findings findings = new Findings(MadeUp.class.getAnnotation(CheckInfo.class));
        findings.add(draft);
        return findings.found().get(0);
    }
}
