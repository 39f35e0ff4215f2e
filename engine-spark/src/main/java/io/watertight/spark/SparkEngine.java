package io.watertight.spark;

import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.files.PrivateFolder;
import java.util.function.BiFunction;
import org.apache.spark.sql.SparkSession;

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
        return open(Sessions.find(request.resources()), progress, (opening, user) -> opening.open(request, user));
    }

    /**
     * Opens a table beside the user's session.
     *
     * @param rows says which rows, given how to open and the user's session
     */
    static SparkTable open(SparkSession user, Progress progress, BiFunction<Opening, SparkSession, TypedRows> rows) {
        SparkQueries queries = new SparkQueries(user);
        PrivateFolder folder = PrivateFolder.create();
        Staging staging = new Staging(queries.session(), folder.path());
        try {
            folder.stopFirst(queries::close);
            Opening opening = new Opening(queries, folder.path(), staging, progress);
            return new SparkTable(queries, folder, staging, rows.apply(opening, user), progress);
        } catch (RuntimeException | Error failure) {
            queries.close();
            staging.close();
            folder.close();
            throw failure;
        }
    }
}
