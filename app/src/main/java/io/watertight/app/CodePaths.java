package io.watertight.app;

import io.watertight.code.source.CodeFiles;
import io.watertight.core.WatertightException;
import io.watertight.core.files.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of code that paths lead to: folders are walked, but not into what others wrote or programs made.
 *
 * @param files each once, in the order of the paths, a folder's by name
 * @param isCut whether a folder held more than are read at a time
 */
record CodePaths(List<Path> files, boolean isCut) {

    /** More is no project but a disk, and nobody would read the report. */
    private static final int MOST_FILES = 20_000;

    private static final String PIPE = "watertight-stdin-";

    private static final Set<String> SKIPPED = Set.of(
            ".git",
            ".hg",
            ".svn",
            ".tox",
            ".nox",
            ".venv",
            "venv",
            ".ipynb_checkpoints",
            ".mypy_cache",
            ".pytest_cache",
            ".ruff_cache",
            "__pycache__",
            "node_modules",
            "site-packages",
            "build");

    /** The files by the names that reports give them: from the working folder on, as code hosts know them. */
    Map<String, Path> byName(Shell shell) {
        Map<String, Path> names = new LinkedHashMap<>();
        files.forEach(file -> names.put(name(file, shell), file));
        return names;
    }

    static String name(Path file, Shell shell) {
        String name = String.valueOf(file.getFileName());
        if (file.toString().contains(PIPE)) {
            return name;
        }
        boolean here = file.isAbsolute() && file.startsWith(shell.folder());
        return (here ? shell.folder().relativize(file) : file).toString().replace('\\', '/');
    }

    CodePaths {
        files = List.copyOf(files);
    }

    /** @throws WatertightException if a path leads nowhere, or nothing of it is code */
    static CodePaths of(List<String> paths, Shell shell) {
        Set<Path> files = new LinkedHashSet<>();
        for (String typed : paths) {
            if (typed.equals("-")) {
                files.add(standardInput(shell));
                continue;
            }
            Path path = path(typed, shell);
            if (Files.isDirectory(path)) {
                files.addAll(within(path));
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw new WatertightException(
                        "There is no file or folder " + typed + ".", "its name is spelt otherwise, or it is elsewhere");
            }
        }
        if (files.isEmpty()) {
            throw new WatertightException(
                    "There is no code in " + String.join(", ", paths) + ": no .py, .ipynb, .qmd or .Rmd.",
                    "name a file or another folder");
        }
        List<Path> read = files.stream().limit(MOST_FILES).toList();
        return new CodePaths(read, read.size() < files.size());
    }

    static Path path(String typed, Shell shell) {
        try {
            Path path = shell.path(typed).normalize();
            return path.toString().isEmpty() ? Path.of(".") : path;
        } catch (InvalidPathException strange) {
            throw new WatertightException("'" + typed + "' is no path.", "it is misspelt", strange);
        }
    }

    private static Set<Path> within(Path folder) {
        Set<Path> files = new TreeSet<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                    boolean skipped = !inner.equals(folder) && SKIPPED.contains(String.valueOf(inner.getFileName()));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!attributes.isDirectory() && CodeFiles.reads(String.valueOf(file.getFileName()))) {
                        files.add(file.normalize());
                    }
                    return files.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException closed) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new WatertightException(
                    "The folder " + folder + " cannot be read.", "you have no permission to read it", failure);
        }
        return files;
    }

    /** What comes through the pipe, as a file: a notebook if it is JSON, else a script. */
    private static Path standardInput(Shell shell) {
        try {
            byte[] code = shell.in().readAllBytes();
            String start = new String(code, 0, Math.min(code.length, 200), StandardCharsets.UTF_8).strip();
            Path folder = Files.createDirectory(
                    PrivateFolder.create().path().resolve(PIPE)); // wiped at the end of the process
            Path file = folder.resolve(start.startsWith("{") ? "stdin.ipynb" : "stdin.py");
            Files.write(file, code);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
