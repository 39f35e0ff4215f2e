package io.watertight.spark;

import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Takes rows from one session to another, by a view that lives for the moment of crossing. */
final class Crossing {

    private Crossing() {}

    /** The same rows in another session of the same context. */
    static Dataset<Row> into(SparkSession session, Dataset<Row> rows) {
        String name = "watertight_" + UUID.randomUUID().toString().replace("-", "");
        try {
            rows.createGlobalTempView(name);
            return session.table(session.conf().get("spark.sql.globalTempDatabase", "global_temp") + "." + name);
        } catch (Exception failure) {
            throw new IllegalStateException("the rows cannot be shared between sessions", failure);
        } finally {
            session.catalog().dropGlobalTempView(name);
        }
    }
}
