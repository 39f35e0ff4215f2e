package io.watertight.spark;

import io.watertight.core.engine.Resources;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Finds the user's session, or starts one. */
final class Sessions {

    private Sessions() {}

    /** The session that is there, as it is; or a new one by the system properties {@code spark.*}. */
    static SparkSession find(Resources resources) {
        Option<SparkSession> there = SparkSession.getActiveSession().orElse(SparkSession::getDefaultSession);
        return there.isDefined() && !there.get().sparkContext().isStopped() ? there.get() : start(resources);
    }

    private static SparkSession start(Resources resources) {
        int threads = resources.threads().orElse(Runtime.getRuntime().availableProcessors());
        SparkConf settings = new SparkConf();
        settings.setIfMissing("spark.app.name", "watertight");
        settings.setIfMissing("spark.master", "local[" + threads + "]");
        if (settings.get("spark.master").startsWith("local")) {
            // What suits one machine: no page, no name to look up, few and small tasks.
            settings.setIfMissing("spark.ui.enabled", "false");
            settings.setIfMissing("spark.driver.host", "localhost");
            settings.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            settings.setIfMissing("spark.sql.shuffle.partitions", String.valueOf(Math.max(2, threads)));
        }
        settings.setIfMissing("spark.ui.showConsoleProgress", "false");
        return SparkSession.builder().config(settings).getOrCreate();
    }
}
