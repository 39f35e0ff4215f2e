package io.watertight.spark;

import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.TableRequest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Opens a user's rows, whatever is named. */
record OwnRows(Dataset<Row> rows) implements Engine {

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public String version() {
        return new SparkEngine().version();
    }

    @Override
    public SparkTable open(TableRequest request, Progress progress) {
        return SparkEngine.open(rows.sparkSession(), progress, (opening, user) -> opening.open(rows, request));
    }
}
