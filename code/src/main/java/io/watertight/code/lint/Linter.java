package io.watertight.code.lint;

import io.watertight.code.source.CodeCell;
import io.watertight.code.source.CodeFile;
import io.watertight.code.source.CodeFiles;
import io.watertight.core.WatertightException;
import io.watertight.core.engine.Progress;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintedFile;
import io.watertight.core.study.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads files of code and runs the rules over them. Stateless. */
public final class Linter {

    private Linter() {}

    /**
     * Reads the files; one that cannot be read is listed as such.
     *
     * @param files scripts, notebooks and documents with chunks, named as they are to be called in the report
     */
    public static LintReport lint(List<Path> files, LintOptions options, Progress progress) {
        progress.stage("Reading code", files.size());
        List<LintedFile> linted = new ArrayList<>();
        for (Path file : files) {
            linted.add(read(file));
            progress.at((double) linted.size() / files.size());
        }
        return new LintReport(linted, List.of(), List.of(), List.of(), Map.of(), "");
    }

    private static LintedFile read(Path path) {
        String name = path.toString().replace('\\', '/');
        long start = System.nanoTime();
        try {
            CodeFile file = CodeFiles.read(path, name);
            List<String> notices = new ArrayList<>(file.notices());
            notices.add("it was read but not analysed: no rules are installed");
            int lines = file.cells().stream()
                    .map(CodeCell::lines)
                    .mapToInt(List::size)
                    .sum();
            double milliseconds = (System.nanoTime() - start) / 1e6;
            return new LintedFile(
                    name, Words.of(file.form()), file.cells().size(), lines, milliseconds, notices, List.of(), 0, 0, 0);
        } catch (WatertightException unreadable) {
            return new LintedFile(name, "", 0, 0, 0, List.of(unreadable.getMessage()), List.of(), 0, 0, 0);
        }
    }
}
