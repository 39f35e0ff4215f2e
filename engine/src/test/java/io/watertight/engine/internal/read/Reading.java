package io.watertight.engine.internal.read;

import io.watertight.core.engine.Progress;
import io.watertight.core.engine.ReadNotice;
import io.watertight.core.engine.Resources;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.study.ColumnType;
import io.watertight.engine.internal.Relation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A relation opened from files, with the questions tests ask of it. */
final class Reading implements AutoCloseable {

    private final Connection connection;
    private final Relation relation;

    private Reading(Connection connection, Relation relation) {
        this.connection = connection;
        this.relation = relation;
    }

    /** What to open; each method gives a changed copy. */
    record Ask(
            Path folder,
            List<String> data,
            List<String> test,
            Optional<String> split,
            Map<String, ColumnType> types,
            Optional<Character> delimiter,
            Optional<Boolean> header,
            byte[] standardInput,
            Expansion expansion) {

        Ask test(String... files) {
            List<String> paths = java.util.Arrays.stream(files)
                    .map(file -> folder.resolve(file).toString())
                    .toList();
            return new Ask(folder, data, paths, split, types, delimiter, header, standardInput, expansion);
        }

        Ask split(String column) {
            return new Ask(folder, data, test, Optional.of(column), types, delimiter, header, standardInput, expansion);
        }

        Ask type(String column, ColumnType type) {
            return new Ask(
                    folder, data, test, split, Map.of(column, type), delimiter, header, standardInput, expansion);
        }

        Ask delimiter(char character) {
            return new Ask(folder, data, test, split, types, Optional.of(character), header, standardInput, expansion);
        }

        Ask header(boolean present) {
            return new Ask(folder, data, test, split, types, delimiter, Optional.of(present), standardInput, expansion);
        }

        Ask input(byte[] bytes) {
            return new Ask(folder, data, test, split, types, delimiter, header, bytes, expansion);
        }

        Ask expansion(Expansion other) {
            return new Ask(folder, data, test, split, types, delimiter, header, standardInput, other);
        }

        Reading open() {
            try {
                Path privateFolder = Files.createTempDirectory(folder, "private");
                TableRequest request = new TableRequest(data, test, split, types, delimiter, header, Resources.DEFAULT);
                Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                try {
                    FileImporter importer = new FileImporter(new ByteArrayInputStream(standardInput), expansion);
                    return new Reading(connection, importer.open(request, connection, privateFolder, Progress.NONE));
                } catch (RuntimeException failure) {
                    connection.close();
                    throw failure;
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    /** Asks for files in a folder. */
    static Ask of(Path folder, String... files) {
        List<String> paths = java.util.Arrays.stream(files)
                .map(file -> file.equals("-") ? file : folder.resolve(file).toString())
                .toList();
        return new Ask(
                folder,
                paths,
                List.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                new byte[0],
                Expansion.DEFAULT);
    }

    /** Writes a file and opens it. */
    static Reading text(Path folder, String name, String content) {
        write(folder, name, content.getBytes(StandardCharsets.UTF_8));
        return of(folder, name).open();
    }

    static Path write(Path folder, String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path write(Path folder, String name, String content) {
        return write(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    Relation relation() {
        return relation;
    }

    List<String> names() {
        return relation.columns().stream().map(column -> column.name()).toList();
    }

    /** The types of all columns, with a + for whole numbers. */
    List<String> types() {
        return relation.columns().stream()
                .map(column -> column.type() + (column.integral() ? "+" : ""))
                .toList();
    }

    /** The values of a column in the order of the row ids, as the database writes them. */
    List<String> values(String name) {
        return ask(relation.expressions().get(name));
    }

    List<String> rowIds() {
        return ask(relation.rowId());
    }

    List<String> parts() {
        return ask(relation.part());
    }

    private List<String> ask(String expression) {
        try {
            List<String> values = new ArrayList<>();
            Sql.rows(
                            connection,
                            "SELECT CAST(" + expression + " AS VARCHAR) FROM " + relation.from() + " ORDER BY "
                                    + relation.rowId())
                    .forEach(row -> values.add(row[0]));
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Runs any query; {@code {}} stands for the relation. */
    List<String> query(String sql) {
        try {
            return Sql.rows(connection, sql.replace("{}", relation.from())).stream()
                    .map(row -> String.join("|", row))
                    .toList();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    List<ReadNotice.Kind> notices() {
        return relation.notices().stream().map(ReadNotice::kind).toList();
    }

    ReadNotice notice(ReadNotice.Kind kind) {
        return relation.notices().stream()
                .filter(notice -> notice.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " among " + relation.notices()));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
