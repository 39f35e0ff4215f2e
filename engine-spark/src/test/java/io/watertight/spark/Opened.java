package io.watertight.spark;

import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Resources;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.study.ColumnType;
import io.watertight.engine.duckdb.DuckDbEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Tables for tests. */
final class Opened {

    private Opened() {}

    /** The session that all tests share. */
    static SparkSession session() {
        return Sessions.find(Resources.DEFAULT);
    }

    static TableRequest request(String... data) {
        return new TableRequest(
                List.of(data),
                List.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Resources.DEFAULT);
    }

    static TableRequest withTest(TableRequest request, String... test) {
        return new TableRequest(
                request.data(),
                List.of(test),
                Optional.empty(),
                request.types(),
                request.delimiter(),
                request.header(),
                request.resources());
    }

    static TableRequest withSplit(TableRequest request, String column) {
        return new TableRequest(
                request.data(),
                request.test(),
                Optional.of(column),
                request.types(),
                request.delimiter(),
                request.header(),
                request.resources());
    }

    static TableRequest withTypes(TableRequest request, Map<String, ColumnType> types) {
        return new TableRequest(
                request.data(),
                request.test(),
                request.split(),
                types,
                request.delimiter(),
                request.header(),
                request.resources());
    }

    static Table bySpark(String... data) {
        return open(new SparkEngine(), request(data));
    }

    static Table byDuckDb(String... data) {
        return open(new DuckDbEngine(), request(data));
    }

    static Table open(Engine engine, TableRequest request) {
        return engine.open(request, Progress.NONE);
    }

    /** A user's rows. */
    static Table of(Dataset<Row> rows) {
        return SparkEngine.open(
                rows.sparkSession(), Progress.NONE, (opening, user) -> opening.open(rows, request("dataset")));
    }
}
