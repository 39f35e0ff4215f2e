package io.watertight.spark;

import io.watertight.core.data.Shingles;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/** The functions of {@link Shingles} as Spark's own, by the names that {@link io.watertight.engine.sql.Dialect} gives them. */
final class NearTexts {

    private NearTexts() {}

    /** Makes both known to a session. A missing text gives a missing answer. */
    static void register(SparkSession session) {
        UDF1<String, String> bands = text -> text == null ? null : Shingles.bands(text);
        UDF2<String, String, Double> similarity =
                (left, right) -> left == null || right == null ? null : Shingles.similarity(left, right);
        session.udf().register("watertight_text_bands", bands, DataTypes.StringType);
        session.udf().register("watertight_text_similarity", similarity, DataTypes.DoubleType);
    }
}
