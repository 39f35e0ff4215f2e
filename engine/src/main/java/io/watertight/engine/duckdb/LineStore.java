package io.watertight.engine.duckdb;

import io.watertight.core.split.Assignment;
import io.watertight.engine.sql.AssignmentFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a split in one file. */
final class LineStore implements AssignmentFile.Store {

    private final Session session;

    LineStore(Session session) {
        this.session = session;
    }

    @Override
    public void write(String query, Path draft, Assignment assignment) {
        session.execute(
                "writing the split", "COPY (" + query + ") TO " + literal(draft.toString()) + " " + format(assignment));
    }

    @Override
    public String reader(Path file, Assignment assignment) {
        String path = literal(file.toString());
        return assignment.isDelimited()
                ? "read_csv(" + path + ", header = true, all_varchar = false)"
                : "read_parquet(" + path + ")";
    }

    /** The rows of Parquet files, one file after the other. */
    static String parts(List<Path> files) {
        return files.stream()
                .map(file -> literal(file.toAbsolutePath().toString()))
                .collect(Collectors.joining(", ", "SELECT * FROM read_parquet([", "])"));
    }

    private static String format(Assignment assignment) {
        if (assignment.isDelimited()) {
            return "(FORMAT csv, HEADER true)";
        }
        String metadata = assignment.metadata().entrySet().stream()
                .map(entry -> "\"watertight." + entry.getKey() + "\": " + literal(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        // Deltas between ascending ids take next to no room, and every current reader knows them.
        return "(FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2"
                + (assignment.metadata().isEmpty() ? "" : ", KV_METADATA " + metadata) + ")";
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
