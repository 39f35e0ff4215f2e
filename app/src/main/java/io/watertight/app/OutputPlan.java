package io.watertight.app;

import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import io.watertight.core.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each form of a document goes, settled before any work is done, so that a wrong path costs no time.
 *
 * @param standard the form that goes to standard output, if one does
 * @param files files by form
 * @param unasked whether nobody asked for the files
 */
record OutputPlan(Optional<String> standard, Map<String, Path> files, boolean unasked) {

    /**
     * Settles the places.
     *
     * @param known forms there are, with the endings of their files; {@code text} and {@code html} among them
     * @param wanted forms asked for; none: text to standard output and a page into the working folder
     * @param output a file for one form, a folder for several, {@code -} for standard output
     * @param stem name of the files without their endings
     * @param data what is read: never written to
     */
    static OutputPlan of(
            Map<String, String> known,
            Collection<String> wanted,
            Optional<String> output,
            String stem,
            List<String> data,
            Shell shell) {
        wanted.forEach(form -> check(form, known));
        Map<String, Path> files = new LinkedHashMap<>();
        Optional<String> standard = Optional.empty();
        boolean unasked = output.isEmpty() && wanted.isEmpty();
        if (unasked) {
            standard = Optional.of("text");
            files.put("html", shell.path(stem + "." + known.get("html")));
        } else if (output.filter(path -> !path.equals("-")).isEmpty()) {
            if (wanted.size() > 1) {
                throw new WatertightException(
                        "Several formats cannot share standard output.", "name a folder for them: --output FOLDER");
            }
            standard = Optional.of(wanted.stream().findFirst().orElse("text"));
        } else {
            Path path = shell.path(output.orElseThrow());
            List<String> forms = wanted.isEmpty() ? List.of(byEnding(path, known)) : List.copyOf(wanted);
            boolean folder = forms.size() > 1 || Files.isDirectory(path);
            if (folder && Files.isRegularFile(path)) {
                throw new WatertightException(
                        "--output " + output.get() + " is a file, but several formats need a folder.", "name a folder");
            }
            forms.forEach(form -> files.put(form, folder ? path.resolve(stem + "." + known.get(form)) : path));
        }
        files.values().forEach(file -> refuseToOverwrite("report", file, "--output", data));
        return new OutputPlan(standard, files, unasked);
    }

    private static void check(String form, Map<String, String> known) {
        if (!known.containsKey(form)) {
            throw new WatertightException(
                    "There is no format '" + form + "'.",
                    Spelling.nearest(form, known.keySet())
                            .map(near -> "you mean '" + near + "'")
                            .orElse("it is one of " + String.join(", ", known.keySet())));
        }
    }

    private static String byEnding(Path path, Map<String, String> known) {
        String name = String.valueOf(path.getFileName());
        return known.entrySet().stream()
                .filter(form -> name.endsWith("." + form.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("text");
    }

    /**
     * Refuses a file that is read from.
     *
     * @param what would be written there
     * @param option that names another place
     * @param data paths, globs or {@code -}
     */
    static void refuseToOverwrite(String what, Path file, String option, List<String> data) {
        for (String location : data) {
            try {
                if (Files.exists(file) && Files.isSameFile(file, Path.of(location))) {
                    throw new WatertightException(
                            "The " + what + " would overwrite the data in " + file + ".", "name another " + option);
                }
            } catch (IOException | InvalidPathException ignored) {
                // a glob or standard input
            }
        }
    }

    /**
     * Writes one of the files. One that nobody asked for is no reason to fail: a note says why it is not there.
     *
     * @return whether it is there
     */
    boolean write(Path file, WholeFile.Text content, Shell shell) {
        try {
            save(file, content, shell);
            return true;
        } catch (WatertightException unwritable) {
            if (!unasked) {
                throw unwritable;
            }
            shell.note(unwritable.explain()); // the text alone will do
            return false;
        }
    }

    /** Writes a text where nothing half-written is ever seen. */
    static void save(Path file, CharSequence text, Shell shell) {
        save(file, out -> out.append(text), shell);
    }

    private static void save(Path file, WholeFile.Text content, Shell shell) {
        Path target = file.toAbsolutePath();
        try {
            Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(shell.folder()));
            WholeFile.write(target, content);
        } catch (IOException problem) {
            throw new WatertightException(
                    "The report " + file + " cannot be written: " + WholeFile.why(problem) + ".",
                    "make room, or name another place with --output",
                    problem);
        }
    }
}
