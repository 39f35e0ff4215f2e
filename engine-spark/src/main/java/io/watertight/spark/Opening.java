package io.watertight.spark;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.study.ColumnType;
import io.watertight.engine.ParquetFiles;
import io.watertight.engine.duckdb.Handover;
import io.watertight.engine.sql.SqlColumn.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Opens what a request names. */
final class Opening {

    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:/.*", Pattern.DOTALL);
    private static final String TABLE = "table:";

    private final SparkQueries queries;
    private final SparkSession session;
    private final Path folder;
    private final Staging staging;
    private final Progress progress;
    private final Typing typing;

    Opening(SparkQueries queries, Path folder, Staging staging, Progress progress) {
        this.queries = queries;
        this.session = queries.session();
        this.folder = folder;
        this.staging = staging;
        this.progress = progress;
        this.typing = new Typing(queries);
    }

    /**
     * Opens files and tables by their names.
     *
     * @param user whose catalog knows the tables
     */
    TypedRows open(TableRequest request, SparkSession user) {
        if (request.data().isEmpty()) {
            throw new WatertightException("no data was named", "give a file, a folder, or table:NAME");
        }
        if (!request.test().isEmpty() && request.split().isPresent()) {
            throw new WatertightException(
                    "the split is given twice: by the test set '" + String.join("', '", request.test())
                            + "' and by the column '" + request.split().get() + "'",
                    "leave one of them out");
        }
        Located data = locate(request.data());
        Located test = request.test().isEmpty() ? data : locate(request.test());
        if (data.kind() == Kind.LOCAL_TEXT || test.kind() == Kind.LOCAL_TEXT) {
            return handedOver(request, data, test);
        }
        TypedRows train = read(data, request.types(), user);
        long rows = queries.run("counting rows", train.rows()::count);
        queries.expect(rows);
        if (rows == 0) {
            throw new WatertightException(
                    "'" + String.join("', '", request.data()) + "' has columns but no rows",
                    "check how it was written");
        }
        if (!request.test().isEmpty()) {
            Map<String, ColumnType> types = new HashMap<>();
            train.columns().forEach(column -> types.put(column.name(), column.type()));
            return typing.below(train, read(test, types, user), rows);
        }
        return request.split().map(split -> typing.split(train, split)).orElse(train);
    }

    /** Opens rows that somebody made. */
    TypedRows open(Dataset<Row> rows, TableRequest request) {
        Dataset<Row> adopted = Crossing.into(session, rows);
        long count = queries.run("counting rows", adopted::count);
        queries.expect(count);
        if (count == 0) {
            throw new WatertightException("the dataset has columns but no rows", "check the query that makes it");
        }
        TypedRows typed = typing.type(adopted, Optional.empty(), request.types());
        return request.split().map(split -> typing.split(typed, split)).orElse(typed);
    }

    private enum Kind {
        TABLE,
        PARQUET,
        ORC,
        LOCAL_TEXT
    }

    /** Where data is, and what. */
    private record Located(Kind kind, List<String> places) {}

    private Located locate(List<String> arguments) {
        if (arguments.size() == 1 && arguments.get(0).startsWith(TABLE)) {
            return new Located(Kind.TABLE, List.of(arguments.get(0).substring(TABLE.length())));
        }
        if (arguments.stream().noneMatch(argument -> ADDRESS.matcher(argument).matches())) {
            if (arguments.stream().allMatch(argument -> argument.endsWith(".orc"))) {
                return new Located(
                        Kind.ORC,
                        arguments.stream()
                                .map(path -> Staging.address(Path.of(path)))
                                .toList());
            }
            List<Path> files = ParquetFiles.find(arguments);
            return files.isEmpty()
                    ? new Located(Kind.LOCAL_TEXT, arguments)
                    : new Located(
                            Kind.PARQUET, files.stream().map(Staging::address).toList());
        }
        RemoteFiles files = RemoteFiles.find(session, arguments);
        return switch (files.format()) {
            case "orc" -> new Located(Kind.ORC, files.addresses());
            case "parquet" -> new Located(Kind.PARQUET, files.addresses());
            default ->
                new Located(
                        Kind.LOCAL_TEXT,
                        files.fetch(folder, progress).stream()
                                .map(Path::toString)
                                .toList());
        };
    }

    private TypedRows read(Located data, Map<String, ColumnType> types, SparkSession user) {
        progress.stage("Reading " + data.places().get(0), 0);
        return switch (data.kind()) {
            case TABLE ->
                typing.type(Crossing.into(session, table(data.places().get(0), user)), Optional.empty(), types);
            case ORC ->
                typing.type(
                        session.read()
                                .options(Positions.READING)
                                .orc(data.places().toArray(String[]::new)),
                        Optional.empty(),
                        types);
            case PARQUET -> parquet(data.places(), types);
            case LOCAL_TEXT -> throw new IllegalStateException("text is handed over");
        };
    }

    private TypedRows parquet(List<String> addresses, Map<String, ColumnType> types) {
        Dataset<Row> files = queries.run(
                "reading the columns of " + addresses.get(0),
                () -> session.read().options(Positions.READING).parquet(addresses.toArray(String[]::new)));
        return typing.type(files, Optional.of(new Positions(queries).expression(files, addresses)), types);
    }

    private static Dataset<Row> table(String name, SparkSession user) {
        try {
            return user.table(name);
        } catch (Exception unknown) {
            if (unknown instanceof AnalysisException) {
                throw new WatertightException(
                        "The session knows no table '" + name + "'.",
                        "write its catalog and database too: table:CATALOG.DATABASE.NAME",
                        unknown);
            }
            throw unknown;
        }
    }

    /** Text and other local files, by way of the local reader: types come from it and so are the same on every engine. */
    private TypedRows handedOver(TableRequest request, Located data, Located test) {
        TableRequest local = new TableRequest(
                data.places(),
                request.test().isEmpty() ? List.of() : test.places(),
                request.split(),
                request.types(),
                request.delimiter(),
                request.header(),
                request.resources());
        Handover handover = Handover.write(local, folder.resolve("rows.parquet"), progress);
        data.places().forEach(this::deleteCopy);
        test.places().forEach(this::deleteCopy);
        queries.expect(handover.rows());
        Dataset<Row> file = session.read().parquet(staging.put(handover.file()));
        List<Storage> storages = new ArrayList<>();
        StringBuilder values = new StringBuilder();
        for (int column = 0; column < handover.columns().size(); column++) {
            FieldReading reading = FieldReading.natural(
                    "c" + column, file.schema().fields()[column + 2].dataType());
            boolean other = handover.columns().get(column).type() == ColumnType.OTHER;
            storages.add(other ? Storage.OTHER : reading.storage());
            values.append(", ").append(reading.expression()).append(" AS c").append(column);
        }
        Dataset<Row> rows = typing.sql("SELECT coalesce(row_id, 0) AS row_id, part" + values + " FROM {rows}", file);
        return new TypedRows(rows, handover.columns(), storages, handover.hasSplit(), true, handover.notices());
    }

    /** Text that was taken from elsewhere is not needed twice. */
    private void deleteCopy(String place) {
        Path file = Path.of(place);
        if (!file.startsWith(folder)) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) { // until the folder goes, which is when the table is closed
            progress.stage("Keeping " + file.getFileName(), 0);
        }
    }
}
