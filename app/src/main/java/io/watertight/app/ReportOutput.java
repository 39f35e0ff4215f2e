package io.watertight.app;

import io.watertight.app.report.ReportWriters;
import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.report.ReportOptions;
import io.watertight.core.report.ReportWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each format of a report goes; settled before the audit runs, so that a wrong path costs no time. */
final class ReportOutput {

    private final Shell shell;
    private final Map<ReportWriter, Path> files = new LinkedHashMap<>();
    private Optional<ReportWriter> standard = Optional.empty();
    private boolean unasked;

    private ReportOutput(Shell shell) {
        this.shell = shell;
    }

    /**
     * Settles the places.
     *
     * @param data what is audited: never written to, and it lends its name
     */
    static ReportOutput plan(ReportingOptions options, List<String> data, Shell shell) {
        ReportOutput plan = new ReportOutput(shell);
        List<ReportWriter> writers =
                options.formats().stream().map(ReportOutput::writer).toList();
        String name = nameOf(data) + "-audit";
        Optional<String> place = Optional.ofNullable(options.output);
        if (place.isEmpty() && writers.isEmpty()) {
            plan.unasked = true;
            plan.standard = Optional.of(writer("text"));
            find("html").ifPresent(page -> plan.files.put(page, shell.path(name + "." + page.extension())));
        } else if (place.filter(path -> !path.equals("-")).isEmpty()) {
            if (writers.size() > 1) {
                throw new WatertightException(
                        "Several formats cannot share standard output.", "name a folder for them: --output FOLDER");
            }
            plan.standard = Optional.of(writers.isEmpty() ? writer("text") : writers.get(0));
        } else {
            Path path = shell.path(place.orElseThrow());
            List<ReportWriter> wanted = writers.isEmpty() ? List.of(byExtension(path)) : writers;
            boolean folder = wanted.size() > 1 || Files.isDirectory(path);
            if (folder && Files.isRegularFile(path)) {
                throw new WatertightException(
                        "--output " + place.get() + " is a file, but several formats need a folder.", "name a folder");
            }
            wanted.forEach(one -> plan.files.put(one, folder ? path.resolve(name + "." + one.extension()) : path));
        }
        plan.files.values().forEach(file -> refuseToOverwrite(file, data));
        return plan;
    }

    private static void refuseToOverwrite(Path file, List<String> data) {
        for (String location : data) {
            try {
                if (Files.exists(file) && Files.isSameFile(file, Path.of(location))) {
                    throw new WatertightException(
                            "The report would overwrite the data in " + file + ".", "name another --output");
                }
            } catch (IOException | java.nio.file.InvalidPathException ignored) {
                // a glob or standard input
            }
        }
    }

    private static ReportWriter byExtension(Path path) {
        String file = String.valueOf(path.getFileName());
        return ReportWriters.all().stream()
                .filter(writer -> file.endsWith("." + writer.extension()))
                .findFirst()
                .orElseGet(() -> writer("text"));
    }

    private static Optional<ReportWriter> find(String name) {
        return ReportWriters.all().stream()
                .filter(writer -> writer.name().equals(name))
                .findFirst();
    }

    private static ReportWriter writer(String name) {
        List<String> names = ReportWriters.names();
        return find(name)
                .orElseThrow(() -> new WatertightException(
                        "There is no format '" + name + "'.",
                        Spelling.nearest(name, names)
                                .map(near -> "you mean '" + near + "'")
                                .orElse("it is one of " + String.join(", ", names))));
    }

    /** The first file's name without what says its format. */
    static String nameOf(List<String> data) {
        String first = data.isEmpty() || data.get(0).equals("-") ? "stdin" : data.get(0);
        String file = first.replaceAll("[/\\\\]+$", "").replaceAll(".*[/\\\\]", "");
        String plain = file.replaceAll("(?i)(\\.(csv|tsv|txt|tab|parquet|json|ndjson|jsonl|arff|xlsx|gz|zst))+$", "");
        String safe = plain.replaceAll("[^\\p{L}\\p{N}._ -]+", "_").strip();
        return safe.isEmpty() || safe.startsWith(".") ? "data" + safe : safe;
    }

    /** Files written beside the web page. */
    List<Path> files() {
        return List.copyOf(files.values());
    }

    boolean isOnStandardOutput() {
        return standard.isPresent();
    }

    /** Writes everything; the files first, so that the text names none that is not there. */
    void write(AuditReport report, ReportOptions asked) {
        ReportOptions options = asked;
        for (Map.Entry<ReportWriter, Path> entry : files.entrySet()) {
            try {
                write(report, asked.withColor(false), entry.getKey(), entry.getValue());
                if (entry.getKey().name().equals("html")) {
                    options = options.withPage(entry.getValue().toString());
                }
            } catch (WatertightException unwritable) {
                if (!unasked) {
                    throw unwritable;
                }
                shell.note(unwritable.explain()); // nobody asked for the page: the text alone will do
            }
        }
        print(report, options);
    }

    private void print(AuditReport report, ReportOptions options) {
        standard.ifPresent(writer -> {
            StringBuilder text = new StringBuilder();
            try {
                writer.write(report, options, text);
            } catch (IOException impossible) {
                throw new IllegalStateException("a StringBuilder does not fail", impossible);
            }
            shell.out().print(text);
            shell.out().flush(); // a reader who left early (a closed pipe) is no failure of the audit
        });
    }

    /** Unlike the usual writer, this one replaces half of a character in a column's name instead of failing. */
    private static Writer utf8(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
    }

    private void write(AuditReport report, ReportOptions options, ReportWriter writer, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path draft = file.toAbsolutePath()
                    .resolveSibling("." + file.getFileName() + "."
                            + ProcessHandle.current().pid() + ".tmp");
            shell.cancellation().begin(draft);
            try {
                try (Writer out = utf8(draft)) {
                    writer.write(report, options, out);
                }
                Files.move(draft, file.toAbsolutePath(), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
                shell.cancellation().end(draft);
            }
        } catch (IOException problem) {
            throw new WatertightException(
                    "The report " + file + " cannot be written.",
                    "you may not write there, or the disk is full: name another place with --output",
                    problem);
        }
    }
}
