package io.watertight.app;

import io.watertight.core.study.StudyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The study file that a decision is written to; it is begun from the last audit where there is none yet. */
final class StudyEdit {

    private StudyEdit() {}

    private static Path path(@Nullable String study, Shell shell) {
        return study == null ? shell.path(StudyFile.NAME) : shell.path(study);
    }

    /** Where the last run of a study is remembered. */
    static Path folder(@Nullable String study, Shell shell) {
        Path folder = path(study, shell).toAbsolutePath().getParent();
        return folder == null ? shell.folder() : folder;
    }

    static StudyFile open(@Nullable String study, Shell shell) {
        Path path = path(study, shell);
        if (Files.exists(path) || study != null) {
            return StudyFile.read(path);
        }
        return StudyFile.parse(path, LastRun.read(folder(study, shell)).study());
    }
}
