package io.watertight.core.report;

import io.watertight.core.study.Study;
import java.util.List;

/** What a report calls a study that nobody named: its data. */
public final class StudyName {

    private StudyName() {}

    /** The declared name, else the first file's name without folders, else {@code data}. Never blank. */
    public static String of(Study study) {
        if (!study.name().isBlank()) {
            return study.name();
        }
        List<String> data = study.declaration().data();
        String first = data.isEmpty() || data.get(0).equals("-") ? "" : data.get(0);
        String file = first.replaceAll("[/\\\\]+$", "").replaceAll("(?s).*[/\\\\]", "");
        return file.isBlank() ? "data" : file;
    }
}
