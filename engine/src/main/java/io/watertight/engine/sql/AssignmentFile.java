package io.watertight.engine.sql;

import io.watertight.core.WatertightException;
import io.watertight.core.files.WholeFile;
import io.watertight.core.split.Assigned;
import io.watertight.core.split.Assignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a split aside, proves it there, and moves it to its place in one step: a half-written file is never taken for a whole one. */
public final class AssignmentFile {

    /** How an engine writes lines and reads them again. */
    public interface Store {

        /**
         * Writes the lines of a query, in its order.
         *
         * @param draft a file that does not exist; {@link Assignment#isDelimited} says of which format
         */
        void write(String query, Path draft, Assignment assignment);

        /** An item of a FROM clause that reads what was written. */
        String reader(Path draft, Assignment assignment);
    }

    private final Queries queries;
    private final Store store;
    private final Source source;
    private final Path folder;

    /** @param folder the only one that queries may write to */
    public AssignmentFile(Queries queries, Store store, Source source, Path folder) {
        this.queries = queries;
        this.store = store;
        this.source = source;
        this.folder = folder;
    }

    /** Deals the rows, writes who is where, and proves it from what was written. */
    public Assigned write(Assignment assignment) {
        Path file = assignment.file().toAbsolutePath();
        Path draft = folder.resolve(assignment.isDelimited() ? "split.csv" : "split.parquet")
                .toAbsolutePath();
        refuseNoFolder(file);
        try (SplitLines split = new SplitLines(queries, source, assignment)) {
            store.write(split.query(), draft, assignment);
            String reader = store.reader(draft, assignment);
            Assigned assigned = SplitProofs.proved(queries, split, assignment.plan(), reader);
            move(draft, file, assignment);
            return assigned;
        } finally {
            delete(draft);
        }
    }

    private static void refuseNoFolder(Path file) {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw new WatertightException(
                    "The split cannot be written to " + file + ".",
                    "name a file in a folder that exists and that you may write to: --output FILE");
        }
    }

    private static void move(Path draft, Path file, Assignment assignment) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".json");
            boolean isDescribed =
                    assignment.isDelimited() && !assignment.metadata().isEmpty();
            if (isDescribed) {
                Files.deleteIfExists(beside); // at no moment may it describe another split than the one beside it
            }
            WholeFile.copy(draft, file); // the folder of drafts may be on another disk, where nothing moves in one step
            if (isDescribed) {
                WholeFile.write(beside, json(assignment.metadata()));
            }
        } catch (IOException failure) {
            throw new WatertightException(
                    "The split cannot be written to " + file + ": " + WholeFile.why(failure) + ".",
                    "make room, or name another file: --output FILE",
                    failure);
        }
    }

    private static String json(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .map(entry -> "  " + quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static String quoted(String text) {
        StringBuilder result = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit < ' ' || unit == '"' || unit == '\\') {
                result.append(String.format("\\u%04x", unit));
            } else {
                result.append((char) unit);
            }
        });
        return result.append('"').toString();
    }

    private static void delete(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException kept) {
            System.getLogger(AssignmentFile.class.getName())
                    .log(System.Logger.Level.WARNING, "A half-written file is left in {0}", draft);
        }
    }
}
