package io.watertight.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/** Rows of Parquet files with their position: files in the order given, rows as they lie in a file. */
final class Positions {

    private static final SparkDialect DIALECT = new SparkDialect();

    private final SparkQueries queries;
    private final Typing typing;

    Positions(SparkQueries queries, Typing typing) {
        this.queries = queries;
        this.typing = typing;
    }

    /** The rows, with the position in the first column. */
    Dataset<Row> of(List<String> addresses) {
        Dataset<Row> files =
                queries.session().read().option("mergeSchema", "true").parquet(addresses.toArray(String[]::new));
        List<String> names = new ArrayList<>(List.of("position"));
        for (StructField field : files.schema().fields()) {
            names.add(field.name());
        }
        String[] plain = new String[names.size() + 1];
        for (int index = 0; index < plain.length; index++) {
            plain[index] = "p" + index;
        }
        Dataset<Row> named = files.selectExpr("_metadata.file_path", "_metadata.row_index", "*")
                .toDF(plain);
        StringBuilder select = new StringBuilder("SELECT p1");
        if (addresses.size() > 1) {
            select.append(" + CASE p0");
            offsets(addresses, named)
                    .forEach((file, offset) -> select.append(" WHEN ")
                            .append(DIALECT.text(file))
                            .append(" THEN ")
                            .append(offset));
            select.append(" END AS p1");
        }
        for (int index = 2; index < plain.length; index++) {
            select.append(", p").append(index);
        }
        return typing.sql(select + " FROM {rows}", named).toDF(names.toArray(String[]::new));
    }

    /** Rows before each file, by the name that Spark calls it. */
    private Map<String, Long> offsets(List<String> addresses, Dataset<Row> named) {
        Dataset<Row> sizes = typing.sql("SELECT p0, count(*) FROM {rows} GROUP BY p0", named);
        Map<String, Long> counts = new HashMap<>();
        Map<String, String> spelled = new HashMap<>();
        queries.run("counting the rows of files", sizes::collectAsList).forEach(row -> {
            counts.put(bare(row.getString(0)), row.getLong(1));
            spelled.put(bare(row.getString(0)), row.getString(0));
        });
        Map<String, Long> offsets = new HashMap<>();
        long offset = 0;
        for (String address : addresses) {
            String file = spelled.get(bare(address));
            if (file != null) { // a file without rows has no offset to tell
                offsets.put(file, offset);
                offset += counts.getOrDefault(bare(address), 0L);
            }
        }
        if (offsets.size() < spelled.size()) {
            throw new IllegalStateException("files have other names than they were read by: " + spelled.keySet());
        }
        return offsets;
    }

    /** An address whatever the number of slashes after its scheme. */
    private static String bare(String address) {
        return address.replaceFirst(":/+", ":/");
    }
}
