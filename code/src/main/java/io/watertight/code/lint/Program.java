package io.watertight.code.lint;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.internal.interpret.Interpreter;
import io.watertight.code.internal.parse.GraalParser;
import io.watertight.code.knowledge.Knowledge;
import io.watertight.code.source.CodeCell;
import io.watertight.code.source.CodeFile;
import io.watertight.code.source.CodeFiles;
import io.watertight.code.syntax.Parsed;
import io.watertight.code.syntax.PythonParser;
import io.watertight.code.syntax.Statement;
import io.watertight.core.WatertightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Files of one reading: each is parsed once, also when others import it. Thread-safe. */
final class Program {

    /** A module is looked for beside the file that imports it and in so many folders, that one counted. */
    private static final int UP = 3;

    private final PythonParser parser = new GraalParser();
    private final Knowledge knowledge;
    private final List<Path> roots;
    private final ConcurrentMap<Path, Optional<List<Statement>>> modules = new ConcurrentHashMap<>();

    /** @param roots folders in which imported modules are looked for too, besides beside each file */
    Program(Knowledge knowledge, List<Path> roots) {
        this.knowledge = knowledge;
        this.roots = roots;
    }

    List<Parsed> parse(CodeFile file) {
        return file.cells().stream().map(parser::parse).toList();
    }

    PythonParser parser() {
        return parser;
    }

    /** What the cells do in the order given. */
    CodeFacts follow(List<Parsed> cells, Path path) {
        Interpreter interpreter = new Interpreter(knowledge, name -> module(name, path));
        cells.forEach(cell -> interpreter.run(cell.body()));
        return interpreter.finish();
    }

    /** The cells in the order in which they were last run; empty if that is not known or the same. */
    static Optional<List<Parsed>> executed(List<Parsed> cells) {
        List<Parsed> sorted = new ArrayList<>(cells);
        sorted.removeIf(cell -> cell.body().isEmpty() && cell.problem().isEmpty());
        if (sorted.size() < 2 || sorted.stream().anyMatch(cell -> cell.cell().executionCount() <= 0)) {
            return Optional.empty();
        }
        List<Parsed> documented = List.copyOf(sorted);
        sorted.sort(Comparator.comparingInt(cell -> cell.cell().executionCount()));
        return sorted.equals(documented) ? Optional.empty() : Optional.of(sorted);
    }

    /** @param name dotted; with dots in front, from the importing file's folder (one) or a folder above (more) */
    private Optional<List<Statement>> module(String name, Path importer) {
        int dots = 0;
        while (dots < name.length() && name.charAt(dots) == '.') {
            dots++;
        }
        String relative = name.substring(dots).replace('.', '/');
        if (relative.isEmpty()) {
            return Optional.empty();
        }
        List<Path> around = new ArrayList<>();
        for (Path folder = importer.toAbsolutePath().getParent(); folder != null; folder = folder.getParent()) {
            around.add(folder);
        }
        List<Path> folders = new ArrayList<>();
        if (dots > 0) {
            folders.addAll(around.subList(Math.min(dots - 1, around.size()), Math.min(dots, around.size())));
        } else {
            folders.addAll(around.subList(0, Math.min(UP, around.size())));
            folders.addAll(roots);
        }
        for (Path each : folders) {
            for (String file : List.of(relative + ".py", relative + "/__init__.py")) {
                Path path = each.resolve(file).normalize();
                if (Files.isRegularFile(path)
                        && !path.equals(importer.toAbsolutePath().normalize())) {
                    return modules.computeIfAbsent(path, this::read);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<List<Statement>> read(Path path) {
        try {
            List<Statement> all = new ArrayList<>();
            for (CodeCell cell :
                    CodeFiles.read(path, path.getFileName().toString()).cells()) {
                all.addAll(parser.parse(cell).body());
            }
            return Optional.of(all);
        } catch (WatertightException unreadable) {
            return Optional.empty();
        }
    }
}
