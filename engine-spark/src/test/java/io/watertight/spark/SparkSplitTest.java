package io.watertight.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.engine.Progress;
import io.watertight.core.split.Assignment;
import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlans;
import io.watertight.core.split.SplitWish;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Key;
import io.watertight.core.study.Lag;
import io.watertight.engine.duckdb.DuckDbEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a user's own dataset get a part. */
final class SparkSplitTest {

    private final SparkSession session = Opened.session().newSession();

    /** Compiling takes longer than a few rows. */
    @BeforeEach
    void interpret() {
        session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        session.conf().set("spark.sql.codegen.wholeStage", "false");
        session.conf().set("spark.sql.adaptive.enabled", "false");
    }

    @TempDir
    private Path folder;

    /** Visits of customers in time; every one has an id. */
    private Dataset<Row> visits(int count) {
        return session.range(count)
                .selectExpr(
                        "id",
                        "id * 31 % 23 AS customer",
                        "DATE '2024-01-01' + CAST(id * 7 % 60 AS INT) AS day",
                        "id % 4 / 4D AS amount",
                        "if(id * 13 % 10 < 3, 'yes', 'no') AS churned");
    }

    /** What tells nothing apart: many equal rows, and some that differ by where something is missing. */
    private static Dataset<Row> repeated(Dataset<Row> ids) {
        return ids.selectExpr(
                "if(id % 5 = 0, NULL, 1) AS `a.b`",
                "if(id % 5 = 1, NULL, 1) AS b",
                "map('k', id % 2) AS pairs",
                "named_struct('x', if(id % 7 = 0, NULL, 1D), 'y', if(id % 7 = 1, NULL, 1D)) AS nested",
                "if(id % 3 = 0, 'yes', 'no') AS churned");
    }

    private static Map<String, Long> counted(Dataset<Row> rows) {
        Map<String, Long> counts = new TreeMap<>();
        rows.collectAsList().forEach(row -> counts.merge(row.toString(), 1L, Long::sum));
        return counts;
    }

    private static Map<Long, String> partOfId(Dataset<Row> rows) {
        Map<Long, String> parts = new TreeMap<>();
        rows.selectExpr("id", "CAST(part AS STRING)")
                .collectAsList()
                .forEach(row -> parts.put(row.getLong(0), String.valueOf(row.get(1))));
        return parts;
    }

    /** What the local engine writes of the same rows, in a file where they stand in the order of their ids. */
    private Map<Long, String> local(Path file, Declaration study, SplitWish wish) throws IOException {
        Path lines = folder.resolve("lines.csv");
        Declaration named = study.toBuilder().data(List.of(file.toString())).build();
        Audit.with(new DuckDbEngine(), AuditOptions.DEFAULT, Progress.NONE)
                .with(
                        named,
                        (view, table) -> table.assign(new Assignment(
                                view.study(),
                                SplitPlans.of(view.study(), wish).plan(),
                                SplitOptions.DEFAULT.seed(),
                                lines,
                                Map.of())));
        int folds = wish.shape().divisions();
        Map<Long, String[]> parts = new TreeMap<>();
        Files.readAllLines(lines).stream().skip(1).map(line -> line.split(",")).forEach(line -> {
            String[] all = parts.computeIfAbsent(Long.valueOf(line[0]), row -> new String[folds]);
            all[Integer.parseInt(line[2])] = line[3];
        });
        Map<Long, String> result = new TreeMap<>();
        parts.forEach((row, all) -> result.put(row, folds == 1 ? all[0] : Arrays.toString(all)));
        return result;
    }

    @Test
    void groupsAndPeriodsAreThoseOfAParquetFileOfTheSameRows() throws IOException {
        Dataset<Row> rows = visits(300);
        Path file = folder.resolve("visits");
        rows.coalesce(1).write().parquet(file.toString());
        Declaration grouped = Declaration.builder()
                .target("churned")
                .groups(List.of(Key.of("customer")))
                .build();
        Declaration timed = grouped.toBuilder()
                .times(List.of(Key.of("day")))
                .horizon(Lag.parse("5d"))
                .build();
        Map<Declaration, Shape> shapes = Map.of(grouped, Shape.holdOut(0.25), timed, Shape.folds(2));
        for (Map.Entry<Declaration, Shape> one : shapes.entrySet()) {
            SplitWish wish = SplitWish.of(one.getValue());
            SplitRows split = SparkSplit.split(rows.repartition(5), one.getKey(), SplitOptions.DEFAULT.withWish(wish));
            Map<Long, String> here = partOfId(split.rows());
            assertThat(here).hasSize(300);
            here.values().removeIf("null"::equals);
            assertThat(here).as(split.plan().describe()).isEqualTo(local(file, one.getKey(), wish));
            assertThat(split.assigned().proof().holds()).isTrue();
            assertThat(split.describe()).contains("customer", "ok  no row is on two sides");
        }
    }

    @Test
    void neitherOrderNorPartitionsNorLostTasksDecideAboutARow() {
        session.udf()
                .register(
                        "frail",
                        (UDF1<Long, Long>) value -> {
                            TaskContext task = TaskContext.get();
                            if (task != null && task.attemptNumber() == 0 && value % 100 == 99) {
                                throw new IllegalStateException("the machine is gone");
                            }
                            return value;
                        },
                        DataTypes.LongType);
        Map<String, Object> words = Map.of(
                "target", "churned", "plan", "random", "test-share", 0.25, "validation-share", 0.15, "column", "set");
        SplitRows one = SparkSplit.split(repeated(session.range(200).toDF("id")).repartition(1), words);
        Dataset<Row> frail = repeated(session.range(200).selectExpr("frail(id) AS id"))
                .repartition(7)
                .orderBy("nested");
        Map<String, Long> counts = counted(one.rows());
        assertThat(counted(SparkSplit.split(frail, words).rows())).isEqualTo(counts);
        Map<String, Long> rows = new TreeMap<>();
        Map<String, Long> parts = new TreeMap<>();
        counts.forEach((row, count) -> {
            int comma = row.lastIndexOf(',');
            rows.merge(row.substring(0, comma) + "]", count, Long::sum);
            parts.merge(row.substring(comma + 1), count, Long::sum);
        });
        assertThat(rows).isEqualTo(counted(repeated(session.range(200).toDF("id"))));
        assertThat(parts).isEqualTo(Map.of("test]", 50L, "train]", 120L, "validation]", 30L));
        assertThat(counts.keySet().stream().filter(row -> row.endsWith(",train]")))
                .as("equal rows are dealt like others")
                .anyMatch(row -> counts.containsKey(row.replace(",train]", ",test]")));
        assertThat(one.rows().where("set = 'test'").count()).isEqualTo(50);
        assertThat(session.sql("SHOW VIEWS IN global_temp LIKE 'watertight*'").count())
                .isZero();
        assertThat(session.sql("SHOW VIEWS").count()).isZero();
    }

    @Test
    void duplicatesStayTogetherAndRowsWithoutATargetAreInNoPart() {
        Dataset<Row> rows = repeated(session.range(200).toDF("id"))
                .selectExpr(
                        "`a.b`", "b", "nested.x", "nested.y", "nullif(churned, IF(x IS NULL, 'no', '')) AS churned");
        SplitRows split = SparkSplit.split(rows, Map.of("target", "churned", "plan", "duplicates", "folds", 2));
        List<Row> seen = split.rows().collectAsList();
        assertThat(seen).hasSize(200);
        Map<String, String> parts = new TreeMap<>();
        for (Row row : seen) {
            if (row.isNullAt(4)) {
                assertThat(row.isNullAt(5)).isTrue();
            } else {
                List<String> part = row.getList(5);
                assertThat(part).containsExactlyInAnyOrder("train", "test");
                String features = row.toString().split("yes|no", -1)[0];
                assertThat(parts.merge(features, part.get(0), (old, now) -> old))
                        .isEqualTo(part.get(0));
            }
        }
        assertThat(split.assigned().withoutTarget()).isPositive();
        assertThat(parts.values()).contains("train", "test");
    }

    @Test
    void nearlyEqualRowsStayTogetherWhenAsked() {
        Dataset<Row> rows = session.range(300)
                .selectExpr(
                        "id DIV 2 AS pair",
                        "sin(1 + id DIV 2) * 100 + (id % 2) * 0.001 AS height",
                        "cos(7 * (1 + id DIV 2)) * 50 + (id % 2) * 0.0005 AS weight",
                        "id % 3 = 0 AS ill");
        Map<String, Object> words = Map.of("target", "ill", "ignore", "pair", "plan", "duplicates", "test-share", 0.5);
        Map<String, Object> near = new java.util.HashMap<>(words);
        near.put("near", 0.01);

        assertThat(severed(SparkSplit.split(rows, words))).isGreaterThan(40);
        assertThat(severed(SparkSplit.split(rows, near))).isZero();
        assertThat(SparkSplit.split(rows, near).describe()).contains("nearly equal rows");
        assertThatThrownBy(() -> SparkSplit.split(rows, Map.of("target", "ill", "near", 0.01)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("plan duplicates");
    }

    private static long severed(SplitRows split) {
        return split.rows()
                .groupBy("pair")
                .agg(functions.countDistinct("part").as("parts"))
                .where("parts > 1")
                .count();
    }

    @Test
    void anIdAloneDecidesAndATableIsSplitByIt() {
        Dataset<Row> rows = visits(120).withColumnRenamed("id", "the id");
        Map<String, Object> words = Map.of("target", "churned", "id", "the id", "seed", 7);
        Map<Long, String> parts = partOfId(renamed(SparkSplit.split(rows, words).rows()));

        rows.withColumn("day", functions.lit("never")).repartition(3).createOrReplaceGlobalTempView("visits");
        Path lines = folder.resolve("lines.parquet");
        Declaration study = Declaration.builder()
                .data(List.of("table:global_temp.visits"))
                .target("churned")
                .ids(List.of(Key.of("the id")))
                .build();
        assign(study, lines);
        Dataset<Row> written = session.read().parquet(lines.toString());
        assertThat(written.columns()).containsExactly("the id", "repeat", "fold", "part");
        assertThat(partOfId(renamed(written))).hasSize(120).isEqualTo(parts);

        assertThatThrownBy(() -> assign(study, folder.resolve("lines.csv")))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("text would not tell its type");
        assertThatThrownBy(() -> assign(
                        study.toBuilder().ids(List.of(Key.of("customer"))).build(), lines))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("120 rows have 23 different ids");
        assertThatThrownBy(() -> assign(study.toBuilder().ids(List.of()).build(), lines))
                .isInstanceOfSatisfying(
                        WatertightException.class,
                        refused -> assertThat(refused.remedy()).contains("--id COLUMN"));
    }

    private static Dataset<Row> renamed(Dataset<Row> rows) {
        return rows.withColumnRenamed("the id", "id");
    }

    private static void assign(Declaration study, Path lines) {
        SplitWish wish = SplitOptions.DEFAULT.wish();
        Audit.with(new SparkEngine(), AuditOptions.DEFAULT, Progress.NONE)
                .with(
                        study,
                        (view, table) -> table.assign(new Assignment(
                                view.study(),
                                SplitPlans.of(view.study(), wish).plan(),
                                7,
                                lines,
                                Map.of("plan", "x"))));
    }

    @Test
    void rowsThatChangeAreRefused() {
        session.udf().register("clock", (UDF1<Long, Long>) value -> System.nanoTime(), DataTypes.LongType);
        Dataset<Row> ticking = visits(50).withColumn("noise", functions.expr("clock(id)"));
        assertThatThrownBy(() -> SparkSplit.split(ticking, "churned"))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("50 rows are others");
    }

    @Test
    void wordsThatMeanNothingAreRefused() {
        Dataset<Row> rows = visits(50);
        Map<Map<String, Object>, String> refused = Map.of(
                Map.of("taget", "churned"), "'target'",
                Map.of("target", "churned", "column", "DAY"), "'day' already",
                Map.of("target", "churned", "folds", 3, "test-share", 0.2), "contradict",
                Map.of("target", List.of("churned", "day")), "2 times",
                Map.of("target", "churned", "seed", "x"), "'x' is not a number",
                Map.of("target", "churned", "plan", "grop"), "'group'");
        refused.forEach((words, message) -> assertThatThrownBy(() -> SparkSplit.split(rows, words))
                .isInstanceOfSatisfying(
                        WatertightException.class,
                        refusal -> assertThat(refusal.getMessage() + refusal.remedy())
                                .contains(message)));
        Declaration named = Declaration.builder().test(List.of("test.csv")).build();
        assertThatThrownBy(() -> SparkSplit.split(rows, named))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("test.csv");
    }
}
