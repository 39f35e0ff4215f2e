package io.watertight.spark;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Rows of Parquet files by their position: files in the order given, rows as they lie in a file. */
final class Positions {

    /** Files may lack columns that others have; their names are names, not patterns. */
    static final Map<String, String> READING = Map.of("mergeSchema", "true", "__globPaths__", "false");

    private static final SparkDialect DIALECT = new SparkDialect();

    /** More files are looked up instead of compared with one after the other, which each row would pay for. */
    private static final int MOST_COMPARED = 16;

    private final SparkQueries queries;

    Positions(SparkQueries queries) {
        this.queries = queries;
    }

    /** The position of a row, as an expression over the rows of the files. */
    String expression(Dataset<Row> files, List<String> addresses) {
        if (addresses.size() == 1) {
            return "_metadata.row_index";
        }
        Map<String, Long> offsets = offsets(addresses, files);
        if (offsets.size() > MOST_COMPARED) {
            String name =
                    "watertight_rows_before_" + UUID.randomUUID().toString().replace("-", "");
            UDF1<String, Long> lookup = new HashMap<>(offsets)::get;
            queries.session().udf().register(name, lookup, DataTypes.LongType);
            return "_metadata.row_index + " + name + "(_metadata.file_path)";
        }
        StringBuilder position = new StringBuilder("_metadata.row_index + CASE _metadata.file_path");
        offsets.forEach((file, offset) -> position.append(" WHEN ")
                .append(DIALECT.text(file))
                .append(" THEN ")
                .append(offset));
        return position.append(" END").toString();
    }

    /** Rows before each file, by the name that Spark calls it. */
    private Map<String, Long> offsets(List<String> addresses, Dataset<Row> files) {
        Dataset<Row> sizes =
                files.selectExpr("_metadata.file_path AS file").groupBy("file").count();
        Map<String, Long> counts = new HashMap<>();
        Map<String, String> spelled = new HashMap<>();
        queries.run("counting the rows of files", sizes::collectAsList).forEach(row -> {
            String file = new Path(URI.create(row.getString(0))).toString();
            counts.put(file, row.getLong(1));
            spelled.put(file, row.getString(0));
        });
        Map<String, Long> offsets = new HashMap<>();
        long offset = 0;
        for (String address : addresses) {
            String file = new Path(address).toString();
            if (spelled.containsKey(file)) { // a file without rows has no offset to tell
                offsets.put(spelled.getOrDefault(file, ""), offset);
                offset += counts.getOrDefault(file, 0L);
            }
        }
        if (offsets.size() < spelled.size()) {
            throw new IllegalStateException("files have other names than they were read by: " + spelled.keySet());
        }
        return offsets;
    }
}
