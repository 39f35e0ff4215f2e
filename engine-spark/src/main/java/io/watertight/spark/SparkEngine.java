package io.watertight.spark;

import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableRequest;
import io.watertight.engine.duckdb.PrivateFolder;

/**
 * The engine on Spark, for tables of any size. Uses the session that is there, as in a notebook or under {@code spark-submit}; starts
 * one on this machine, or on what {@code spark.master} names, if there is none. Stateless and thread-safe.
 *
 * <p>Reads what the local engine reads, and beside it addresses such as {@code hdfs://} and {@code s3a://}, ORC, and
 * {@code table:NAME} for a table or view of the session's catalog.
 */
public final class SparkEngine implements Engine {

    /** For {@link java.util.ServiceLoader}. */
    public SparkEngine() {}

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public String version() {
        return "Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION();
    }

    @Override
    public Table open(TableRequest request, Progress progress) {
        PrivateFolder folder = PrivateFolder.create();
        SparkQueries queries = null;
        try {
            queries = new SparkQueries(Sessions.find(request.resources()));
            folder.stopFirst(queries::close);
            TypedRows rows = new Opening(queries, folder.path(), progress).open(request);
            return new SparkTable(queries, folder, rows, progress);
        } catch (RuntimeException | Error failure) {
            if (queries != null) {
                queries.close();
            }
            folder.close();
            throw failure;
        }
    }
}
