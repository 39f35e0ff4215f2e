package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Engines;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What reads and counts the rows. */
final class EngineOptions {

    /** What {@code spark-submit} says to every application. */
    private static final String SUBMITTED = "spark.submit.deployMode";

    /** Where Spark looks for the cluster by itself. */
    private static final String MASTER = "spark.master";

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "duckdb (inside this process) or spark; Spark also reads hdfs://, s3a:// and table:NAME.")
    @Nullable
    String engine;

    @Option(names = "--master", paramLabel = "URL", description = "Where Spark runs, e.g. local[4], spark://host:7077.")
    @Nullable
    String master;

    Engine find() {
        Optional<String> submitted =
                Optional.ofNullable(System.getProperty(SUBMITTED)).map(mode -> "spark");
        Optional<String> name = Optional.ofNullable(engine).or(() -> submitted);
        if (master != null) {
            if (!name.equals(Optional.of("spark"))) {
                throw new WatertightException(
                        "--master " + master + " is for Spark, which is not asked.", "add --engine spark");
            }
            System.setProperty(MASTER, master);
        }
        return Engines.find(name);
    }
}
