package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the study comes from: a study file, the command line, or both.
 *
 * @param file the study file, if one is used
 * @param base what it declares, or just the data
 * @param folder where the run is remembered
 */
record StudySource(Optional<StudyFile> file, Declaration base, Path folder) {

    /**
     * Finds the study.
     *
     * @param study the path given with {@code --study}, if any
     * @param data the files named on the command line; without any, a study file must say
     */
    static StudySource find(Optional<String> study, List<String> data, Shell shell) {
        Path standard = shell.path(StudyFile.NAME);
        Optional<StudyFile> file = study.map(path -> StudyFile.read(shell.path(path)));
        if (file.isEmpty() && Files.isRegularFile(standard)) {
            Optional<StudyFile> here = Optional.of(StudyFile.read(standard));
            // With files on the command line, only a study of the same data applies.
            file = here.filter(one -> data.isEmpty() || sameData(one.located().data(), data));
        }
        if (file.isEmpty() && data.isEmpty()) {
            throw new WatertightException(
                    "No data is named, and there is no " + StudyFile.NAME + " in this folder.",
                    "name the data: watertight audit FILE --target COLUMN");
        }
        Declaration base = file.map(StudyFile::located)
                .orElseGet(() -> Declaration.builder().build());
        if (!data.isEmpty()) {
            base = base.toBuilder().data(data).build();
        }
        if (base.data().isEmpty()) {
            throw new WatertightException(
                    "The study " + file.orElseThrow().path() + " names no data.", "add a line: data: FILE");
        }
        Path folder = file.map(one -> one.path().toAbsolutePath().getParent()).orElse(shell.folder());
        return new StudySource(file, base, folder == null ? shell.folder() : folder);
    }

    /** The same, where a study file may be named in the place of data. */
    static StudySource named(List<String> data, Optional<String> study, Shell shell) {
        boolean isStudy = data.size() == 1 && data.get(0).matches("(?i).*\\.ya?ml");
        if (isStudy && study.isPresent()) {
            throw new WatertightException(
                    "Two study files are named: " + data.get(0) + " and " + study.get() + ".", "leave one of them out");
        }
        return isStudy ? find(Optional.of(data.get(0)), List.of(), shell) : find(study, shell.locations(data), shell);
    }

    private static boolean sameData(List<String> left, List<String> right) {
        if (left.equals(right)) {
            return true;
        }
        try {
            return left.size() == 1
                    && right.size() == 1
                    && Files.exists(Path.of(left.get(0)))
                    && Files.exists(Path.of(right.get(0)))
                    && Files.isSameFile(Path.of(left.get(0)), Path.of(right.get(0)));
        } catch (IOException | InvalidPathException notFiles) {
            return false;
        }
    }
}
