package io.watertight.app;

import io.watertight.code.lint.LintOptions;
import io.watertight.code.lint.Linter;
import io.watertight.core.WatertightException;
import io.watertight.core.engine.Progress;
import io.watertight.core.lint.LintReport;
import io.watertight.core.study.Declaration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The code beside a study, found before any data is read. Nothing of it is ever run. */
final class StudyCode {

    private final List<Linter.Input> files;
    private final LintOptions options;

    private StudyCode(List<Linter.Input> files, LintOptions options) {
        this.files = files;
        this.options = options;
    }

    /**
     * Empty if the study names none.
     *
     * @throws WatertightException if a path leads nowhere, to no code, or to more than is read at a time, or if a file of
     *     knowledge is missing or wrong
     */
    static Optional<StudyCode> of(Declaration declaration, Shell shell) {
        List<String> paths = declaration.code();
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        if (paths.contains("-")) {
            throw new WatertightException(
                    "The code beside a study cannot come from standard input.",
                    "name its file, or use: watertight lint -");
        }
        CodePaths code = CodePaths.of(paths, shell);
        if (code.isCut()) {
            throw new WatertightException(
                    "There are too many files in " + String.join(", ", paths) + " to be the code of one study.",
                    "name the scripts or folders that make it");
        }
        List<Linter.Input> files = code.byName(shell).entrySet().stream()
                .map(file -> new Linter.Input(file.getValue(), file.getKey()))
                .toList();
        LintOptions options =
                LintOptions.standard(Version.read()).with(OwnKnowledge.with(declaration.knowledge(), shell));
        return Optional.of(new StudyCode(files, options));
    }

    LintReport read(Progress progress) {
        progress.stage("Reading code", 0);
        AtomicInteger done = new AtomicInteger();
        return new Linter(options).lint(files, name -> progress.at((double) done.incrementAndGet() / files.size()));
    }
}
