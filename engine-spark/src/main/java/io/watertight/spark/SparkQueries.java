package io.watertight.spark;

import io.watertight.core.WatertightException;
import io.watertight.engine.sql.Queries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * A session of its own beside the user's: settings, views and functions of a table are nobody else's. Queries come from one thread;
 * {@link #close()} may come from another.
 */
final class SparkQueries implements Queries, AutoCloseable {

    /** Without these, Spark reads and counts in ways that depend on who started the session. */
    private static final Map<String, String> SETTINGS = Map.of(
            "spark.sql.ansi.enabled", "false",
            "spark.sql.caseSensitive", "true",
            "spark.sql.constraintPropagation.enabled", "false",
            "spark.sql.maxPlanStringLength", "10000",
            // It would follow two thousand keys of a group one inside the other, and run out of stack.
            "spark.sql.optimizer.expressionProjectionCandidateLimit", "-1",
            "spark.sql.parser.escapedStringLiterals", "false",
            "spark.sql.session.timeZone", "UTC",
            "spark.sql.variable.substitute", "false");

    /** What a job is for, in the words of the thread that starts it. */
    private static final String DESCRIPTION = "spark.job.description";

    /** How Spark says that a file is no Parquet file, or half of one. */
    private static final Pattern FOOTER = Pattern.compile("reading file (.+?)\\. Could not read footer");

    /** Causes of causes that are looked at: more than Spark wraps, and an end for those that name each other. */
    private static final int DEEPEST = 20;

    private static final long FEW_ROWS = 50_000;

    /** More rows do not go through one task. */
    private static final long MOST_IN_ONE_TASK = 5_000_000;

    private final SparkSession session;
    private final String tag = "watertight-" + UUID.randomUUID();
    private final AtomicInteger queries = new AtomicInteger();
    private final Map<String, Dataset<org.apache.spark.sql.Row>> kept = new HashMap<>();
    private final AtomicInteger views = new AtomicInteger();
    private long expected = Long.MAX_VALUE;
    private volatile boolean closed;

    SparkQueries(SparkSession parent) {
        session = parent.newSession();
        SETTINGS.forEach((name, value) -> session.conf().set(name, value));
        Smallest.register(session);
        NearTexts.register(session);
    }

    /** Says how many rows there are: of few, questions are answered before code for them is compiled or plans are improved. */
    void expect(long rows) {
        expected = rows;
        if (rows <= FEW_ROWS) {
            session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
            session.conf().set("spark.sql.codegen.wholeStage", "false");
            session.conf().set("spark.sql.adaptive.enabled", "false");
        }
    }

    SparkSession session() {
        return session;
    }

    int count() {
        return queries.get();
    }

    @Override
    public void each(String purpose, String query, Consumer<Queries.Row> rows) {
        run(purpose, () -> {
            session.sql(query).collectAsList().forEach(row -> rows.accept(new SparkRow(row)));
            return true;
        });
    }

    /** Like {@link #each}, for results that need not fit into memory at once: a part of the result at a time. */
    void stream(String purpose, String query, Consumer<Queries.Row> rows) {
        run(purpose, () -> {
            Iterator<org.apache.spark.sql.Row> all = session.sql(query).toLocalIterator();
            while (all.hasNext()) {
                rows.accept(new SparkRow(all.next()));
            }
            return true;
        });
    }

    @Override
    public void keep(String purpose, String name, String query) {
        run(purpose, () -> {
            keep(name, session.sql(query));
            return true;
        });
    }

    /** Keeps rows under a name, as soon as something asks for them. */
    void keep(String name, Dataset<org.apache.spark.sql.Row> rows) {
        if (kept.containsKey(name)) {
            throw new IllegalArgumentException("'" + name + "' is kept already");
        }
        kept.put(name, rows.persist(StorageLevel.MEMORY_AND_DISK()));
        rows.createOrReplaceTempView(name);
    }

    @Override
    public void keepBins(String name, int[] bins) {
        List<org.apache.spark.sql.Row> rows = new ArrayList<>();
        for (int unit = 0; unit < bins.length; unit++) {
            rows.add(RowFactory.create(unit, bins[unit]));
        }
        StructType columns =
                new StructType().add("unit", DataTypes.IntegerType, false).add("bin", DataTypes.IntegerType, false);
        session.createDataFrame(rows, columns).createOrReplaceTempView(name);
    }

    /** By ranges of the order, each by a task of its own: a window without partitions would take all rows to one task. */
    @Override
    public String ranked(String from, String order) {
        return run("putting rows in order", () -> {
            Dataset<org.apache.spark.sql.Row> sorted = session.sql("SELECT * FROM " + from + " ORDER BY " + order);
            StructType columns = sorted.schema().add("position", DataTypes.LongType, false);
            String name = "watertight_ranked_" + views.incrementAndGet();
            JavaRDD<org.apache.spark.sql.Row> numbered =
                    sorted.javaRDD().zipWithIndex().map(pair -> Numbered.row(pair._1(), pair._2()));
            session.createDataFrame(numbered, columns).createOrReplaceTempView(name);
            return name;
        });
    }

    /** Of many rows by their positions in the order: a window would take all distinct values to one task. */
    @Override
    public String accumulated(String from, String value) {
        if (expected <= MOST_IN_ONE_TASK) {
            return Queries.super.accumulated(from, value);
        }
        String ranked = ranked("(SELECT " + value + " FROM " + from + ") AS valued", value);
        return "SELECT " + value + ", max(position) + 1 AS upto FROM " + ranked + " GROUP BY " + value;
    }

    @Override
    public String lined(String rows, String value, String id, String order) {
        if (expected <= MOST_IN_ONE_TASK) {
            return Queries.super.lined(rows, value, id, order);
        }
        String[] keys = order.replaceFirst("ORDER BY ", "").split(", ", -1);
        StringBuilder select = new StringBuilder("(SELECT " + value + " AS y, " + id + " AS id");
        StringJoiner by = new StringJoiner(", ");
        for (int index = 0; index < keys.length; index++) {
            select.append(", ").append(keys[index]).append(" AS k").append(index);
            by.add("k" + index);
        }
        String ranked = ranked(select + " FROM " + rows + ") AS keyed", by.toString());
        return "(SELECT here.y, there.y AS p, here.id, there.id AS before, here.position FROM " + ranked
                + " AS here LEFT JOIN " + ranked + " AS there ON there.position = here.position - 1) AS lined";
    }

    @Override
    public void drop(String name) {
        session.catalog().dropTempView(name);
        Dataset<org.apache.spark.sql.Row> rows = kept.remove(name);
        if (rows != null) {
            rows.unpersist(false);
        }
    }

    /** Does work that starts jobs, so that they can be cancelled, their failures are explained, and Spark's pages name them. */
    <T> T run(String purpose, Supplier<T> work) {
        queries.incrementAndGet();
        String before = session.sparkContext().getLocalProperty(DESCRIPTION);
        session.sparkContext().setJobDescription("watertight: " + purpose);
        session.sparkContext().addJobTag(tag);
        try {
            if (closed) {
                throw new IllegalStateException("the table is closed");
            }
            return work.get();
        } catch (WatertightException told) {
            throw told;
        } catch (Exception failure) { // Spark throws checked ones that Java does not see coming
            throw explained(purpose, failure);
        } finally {
            session.sparkContext().removeJobTag(tag);
            session.sparkContext().setJobDescription(before);
        }
    }

    private RuntimeException explained(String purpose, Exception failure) {
        String message = chain(failure);
        if (closed || message.contains("cancelled")) {
            return new WatertightException("Cancelled while " + purpose + ".", "run it again", failure);
        }
        if (message.contains("OutOfMemoryError") || message.contains("spark.driver.maxResultSize")) {
            return new WatertightException(
                    "Out of memory while " + purpose + ".",
                    "more memory helps: spark.driver.memory and spark.executor.memory, or fewer columns: --features",
                    failure);
        }
        if (message.contains("No space left")) {
            return new WatertightException(
                    "The disk is full while " + purpose + ".", "make room in spark.local.dir", failure);
        }
        Matcher footer = FOOTER.matcher(message);
        if (footer.find()) {
            return new WatertightException(
                    "'" + footer.group(1) + "' is no whole Parquet file: its end cannot be read.",
                    "it was cut while it was written or copied; write it again, or leave it out",
                    failure);
        }
        if (message.contains("FAILED_READ_FILE") || message.contains("FileNotFoundException")) {
            return new WatertightException(
                    "Files cannot be read while " + purpose + ": "
                            + message.lines().findFirst().orElse("") + ".",
                    "they changed meanwhile; or the machines of the cluster do not see them, and they have to lie where all do, such as hdfs:// or"
                            + " s3a://",
                    failure);
        }
        return new IllegalStateException("failed while " + purpose + ": " + message, failure);
    }

    /** What the failure and all its causes say: that of a job tells what became of it, that of a task why. */
    private static String chain(Exception failure) {
        StringJoiner said = new StringJoiner("\n");
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            said.add(String.valueOf(cause.getMessage()));
            cause = cause.getCause();
        }
        return said.toString();
    }

    @Override
    public void close() {
        closed = true;
        if (!session.sparkContext().isStopped()) {
            session.sparkContext().cancelJobsWithTag(tag);
            List.copyOf(kept.keySet()).forEach(this::drop);
        }
    }
}
