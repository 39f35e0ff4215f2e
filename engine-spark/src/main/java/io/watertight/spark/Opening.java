package io.watertight.spark;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.study.ColumnType;
import io.watertight.engine.ParquetFiles;
import io.watertight.engine.duckdb.Handover;
import io.watertight.engine.sql.SqlColumn.Storage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;

/** Opens what a request names. */
final class Opening {

    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:/.*", Pattern.DOTALL);
    private static final String TABLE = "table:";

    private final SparkQueries queries;
    private final SparkSession session;
    private final Path folder;
    private final Progress progress;
    private final Typing typing;

    Opening(SparkQueries queries, Path folder, Progress progress) {
        this.queries = queries;
        this.session = queries.session();
        this.folder = folder;
        this.progress = progress;
        this.typing = new Typing(queries);
    }

    TypedRows open(TableRequest request) {
        if (request.data().isEmpty()) {
            throw new WatertightException("no data was named", "give a file, a folder, or table:NAME");
        }
        boolean distributed = isDistributed(request.data());
        if (!distributed) {
            return handedOver(request);
        }
        if (!request.test().isEmpty() && request.split().isPresent()) {
            throw new WatertightException(
                    "the split is given twice: by the test set '" + String.join("', '", request.test())
                            + "' and by the column '" + request.split().get() + "'",
                    "leave one of them out");
        }
        TypedRows train = read(request.data(), request.types());
        long rows = queries.run("counting rows", train.rows()::count);
        if (rows == 0) {
            throw new WatertightException(
                    "'" + String.join("', '", request.data()) + "' has columns but no rows", "check how it was written");
        }
        if (!request.test().isEmpty()) {
            Map<String, ColumnType> types = new HashMap<>();
            train.columns().forEach(column -> types.put(column.name(), column.type()));
            return typing.below(train, read(request.test(), types), rows);
        }
        return request.split().map(split -> typing.split(train, split)).orElse(train);
    }

    /** Whether Spark reads the data by itself. */
    private static boolean isDistributed(List<String> arguments) {
        boolean named = arguments.stream().anyMatch(argument -> argument.startsWith(TABLE) || ADDRESS.matcher(argument).matches());
        return named || !ParquetFiles.find(arguments).isEmpty();
    }

    private TypedRows read(List<String> arguments, Map<String, ColumnType> types) {
        progress.stage("Reading " + String.join(", ", arguments), 0);
        if (arguments.size() == 1 && arguments.get(0).startsWith(TABLE)) {
            return typing.type(table(arguments.get(0).substring(TABLE.length())), false, types);
        }
        List<Path> local = arguments.stream().anyMatch(argument -> ADDRESS.matcher(argument).matches())
                ? List.of()
                : ParquetFiles.find(arguments);
        List<String> paths = local.isEmpty()
                ? arguments
                : local.stream().map(path -> path.toAbsolutePath().toUri().toString()).toList();
        return typing.type(withPositions(paths), true, types);
    }

    private Dataset<Row> table(String name) {
        return session.table(name);
    }

    /** Rows of Parquet files with their position in the first column: files in order, rows as they lie in a file. */
    private Dataset<Row> withPositions(List<String> paths) {
        Dataset<Row> files = session.read().option("mergeSchema", "true").parquet(paths.toArray(String[]::new));
        List<String> names = new ArrayList<>(List.of("file", "position"));
        for (StructField field : files.schema().fields()) {
            names.add(field.name());
        }
        Dataset<Row> raw = files.selectExpr("_metadata.file_path", "_metadata.row_index", "*");
        String[] plain = new String[names.size()];
        for (int index = 0; index < plain.length; index++) {
            plain[index] = "p" + index;
        }
        Dataset<Row> named = raw.toDF(plain);
        Dataset<Row> sizes = typing.sql("SELECT p0, count(*) FROM {rows} GROUP BY p0", named);
        TreeMap<String, Long> counts = new TreeMap<>();
        queries.run("counting the rows of files", sizes::collectAsList)
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        StringBuilder position = new StringBuilder("p1");
        if (counts.size() > 1) {
            position.append(" + CASE p0");
            long offset = 0;
            for (Map.Entry<String, Long> file : counts.entrySet()) {
                position.append(" WHEN ").append(new SparkDialect().text(file.getKey())).append(" THEN ").append(offset);
                offset += file.getValue();
            }
            position.append(" END");
        }
        StringBuilder select = new StringBuilder("SELECT ").append(position).append(" AS p1");
        for (int index = 2; index < plain.length; index++) {
            select.append(", p").append(index);
        }
        names.remove(0);
        return typing.sql(select + " FROM {rows}", named).toDF(names.toArray(String[]::new));
    }

    /** Text and other local files, by way of the local reader: types come from it and so are the same on every engine. */
    private TypedRows handedOver(TableRequest request) {
        Handover handover = Handover.write(request, folder.resolve("rows.parquet"), progress);
        Dataset<Row> file = session.read().parquet(handover.file().toAbsolutePath().toUri().toString());
        List<FieldReading> readings = new ArrayList<>();
        List<Storage> storages = new ArrayList<>();
        for (int column = 0; column < handover.columns().size(); column++) {
            FieldReading reading = FieldReading.of("c" + column, file.schema().fields()[column + 2].dataType(), null);
            boolean other = handover.columns().get(column).type() == ColumnType.OTHER;
            readings.add(reading);
            storages.add(other ? Storage.OTHER : reading.storage());
        }
        List<String> values = new ArrayList<>();
        for (int column = 0; column < readings.size(); column++) {
            values.add(readings.get(column).expression() + " AS c" + column);
        }
        Dataset<Row> rows = typing.sql(
                "SELECT coalesce(row_id, 0) AS row_id, part, " + values.stream().collect(Collectors.joining(", "))
                        + " FROM {rows}",
                file);
        return new TypedRows(rows, handover.columns(), storages, handover.hasSplit(), true, handover.notices());
    }
}
