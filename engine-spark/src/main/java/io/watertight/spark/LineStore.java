package io.watertight.spark;

import io.watertight.core.split.Assignment;
import io.watertight.engine.duckdb.Handover;
import io.watertight.engine.sql.AssignmentFile;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Lines of a split: written by many tasks in parts, then put together in one file by this process, a piece at a time. */
final class LineStore implements AssignmentFile.Store {

    private static final String VIEW = "watertight_lines";

    private final SparkQueries queries;
    private final Staging staging;

    LineStore(SparkQueries queries, Staging staging) {
        this.queries = queries;
        this.staging = staging;
    }

    @Override
    public void write(String query, Path draft, Assignment assignment) {
        String parts = staging.fresh("lines");
        queries.run("writing the split", () -> {
            queries.session().sql(query).write().parquet(parts);
            return true;
        });
        Handover.lines(staging.take(parts), draft, assignment);
    }

    @Override
    public String reader(Path draft, Assignment assignment) {
        String address = staging.put(draft);
        Dataset<Row> lines = assignment.isDelimited()
                ? queries.session()
                        .read()
                        .option("header", true)
                        .option("inferSchema", true)
                        .csv(address)
                : queries.session().read().parquet(address);
        lines.createOrReplaceTempView(VIEW);
        return VIEW;
    }
}
