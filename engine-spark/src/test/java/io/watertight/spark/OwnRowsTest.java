package io.watertight.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.ColumnProfile;
import io.watertight.core.engine.Resources;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.RepetitionReport;
import io.watertight.core.statistic.Sequence;
import io.watertight.core.statistic.SequenceReport;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of a user's own session. */
final class OwnRowsTest {

    private final SparkSession session = Opened.session().newSession();

    private Dataset<Row> rows(int count) {
        return session.range(count)
                .selectExpr(
                        "id % 97 AS customer",
                        "CAST(id % 13 AS DOUBLE) / 4 AS amount",
                        "concat('city ', id % 7) AS `the city.name`",
                        "id % 3 = 0 AS Flag",
                        "if(id % 5 = 0, NULL, id % 11) AS FLAG",
                        "TIMESTAMP '2024-01-01 00:00:00Z' + make_dt_interval(0, id % 50) AS day",
                        "named_struct('a', id % 4, 'b', array(id % 2)) AS nested",
                        "map('k', id % 3) AS pairs",
                        "if(id % 3 = 0, 'yes', 'no') AS `back``tick`");
    }

    @Test
    void namesNeedNoCareAndNestedColumnsAreNoTrouble() {
        try (Table table = Opened.of(rows(300))) {
            assertThat(table.columns())
                    .extracting(TableColumn::name)
                    .containsExactly(
                            "customer",
                            "amount",
                            "the city.name",
                            "Flag",
                            "FLAG",
                            "day",
                            "nested",
                            "pairs",
                            "back`tick");
            assertThat(table.columns())
                    .extracting(TableColumn::type)
                    .containsExactly(
                            ColumnType.NUMBER,
                            ColumnType.NUMBER,
                            ColumnType.TEXT,
                            ColumnType.BOOLEAN,
                            ColumnType.NUMBER,
                            ColumnType.TIME,
                            ColumnType.OTHER,
                            ColumnType.OTHER,
                            ColumnType.TEXT);
            assertThat(table.profile().column("FLAG").all().missing()).isEqualTo(60);
            assertThat(table.profile().column("nested").all().missing()).isZero();
            assertThat(table.profile().column("day").all().minimum()).isEqualTo(1_704_067_200);
        }
    }

    @Test
    void rowsHaveNoOrderButIdsThatStay() {
        Dataset<Row> rows = rows(500);
        List<String> columns = List.of("customer", "amount", "the city.name");
        try (Table table = Opened.of(rows);
                Table shuffled = Opened.of(rows.repartition(7).orderBy("amount"))) {
            assertThat(table.isOrdered()).isFalse();
            ColumnBatch one = table.scan(columns, 100, 5);
            ColumnBatch other = shuffled.scan(columns, 100, 5);
            assertThat(one.rowIds()).containsExactly(other.rowIds());
            assertThat(one.numbers("amount")).containsExactly(other.numbers("amount"));
            assertThat(one.rows()).isBetween(50, 150);
            assertThat(one.coverage()).isLessThan(1);
        }
    }

    @Test
    void aTaskThatDiesAndRunsAgainChangesNothing() throws TimeoutException {
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
        Dataset<Row> sound = rows(400).repartition(4);
        Dataset<Row> frail = session.range(400)
                .selectExpr("frail(id) AS id")
                .selectExpr(rowsOf())
                .repartition(4);
        AtomicInteger deaths = new AtomicInteger();
        SparkListener listener = new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd ended) {
                if (ended.reason() instanceof TaskFailedReason) {
                    deaths.incrementAndGet();
                }
            }
        };
        session.sparkContext().addSparkListener(listener);
        try {
            assertThat(answers(frail)).isEqualTo(answers(sound.selectExpr("customer", "amount")));
            session.sparkContext().listenerBus().waitUntilEmpty();
        } finally {
            session.sparkContext().removeSparkListener(listener);
        }
        assertThat(deaths).hasPositiveValue();
    }

    private static String[] rowsOf() {
        return new String[] {"id % 97 AS customer", "CAST(id % 13 AS DOUBLE) / 4 AS amount"};
    }

    private static List<Object> answers(Dataset<Row> rows) {
        try (Table table = Opened.of(rows)) {
            ColumnProfile profile = table.profile().column("amount");
            Repetition question = new Repetition(List.of("customer", "amount"));
            Statistics answers = table.compute(Optional.empty(), Set.of(question), Optional.empty());
            RepetitionReport repeated = answers.get(question);
            ColumnBatch sample = table.scan(List.of("amount"), 50, 1);
            return List.of(profile, repeated, java.util.Arrays.toString(sample.rowIds()));
        }
    }

    @Test
    void theFacadeAuditsAndSkipsWhatNeedsAnOrder() {
        Dataset<Row> rows = rows(600).withColumnRenamed("back`tick", "label").drop("pairs");
        AuditReport report =
                SparkAudit.audit(rows, Declaration.builder().target("label").build());
        assertThat(report.findings())
                .anySatisfy(finding -> assertThat(finding.columns()).contains("Flag"));
        assertThat(report.checks()).noneMatch(check -> check.status() == CheckStatus.FAILED);
        assertThat(report.checks()).anySatisfy(check -> {
            assertThat(check.status()).isEqualTo(CheckStatus.SKIPPED);
            assertThat(check.reason()).contains("order");
        });
        assertThat(report.provenance().engine()).startsWith("Spark 4");
    }

    @Test
    void rowsAreFollowedInTheOrderOfAColumnByManyTasks() {
        Dataset<Row> rows = session.range(1_000)
                .selectExpr("id AS day", "IF(id DIV 10 % 2 = 0, 'yes', 'no') AS y")
                .repartition(5);
        Outcome outcome = new Outcome(new Target("y", Task.BINARY, false, List.of("no", "yes"), 1), new double[0]);
        Sequence question = new Sequence(Optional.of("day"));
        try (Table table = Opened.of(rows)) {
            SequenceReport report = table.compute(Optional.of(outcome), Set.of(question), Optional.empty())
                    .get(question);
            assertThat(report.rows()).isEqualTo(1_000);
            assertThat(report.samePairs()).isEqualTo(900);
            assertThat(report.blocks()[0]).containsExactly(12, 20);
        }
    }

    @Test
    void modelsAreFittedOnASampleWhoseCoverageIsTold() {
        Dataset<Row> rows = rows(3_000).withColumnRenamed("back`tick", "label").select("customer", "amount", "label");
        AuditOptions few = new AuditOptions(
                Set.of(),
                Set.of(),
                Optional.empty(),
                1,
                OptionalInt.of(500),
                Resources.DEFAULT,
                Optional.empty(),
                Optional.empty());
        AuditReport report =
                SparkAudit.audit(rows, Declaration.builder().target("label").build(), few);
        assertThat(report.provenance().rows()).isEqualTo(3_000);
        assertThat(report.provenance().sampledRows()).isBetween(350L, 650L);
        assertThat(report.checks())
                .anySatisfy(check -> assertThat(check.coverage()).isBetween(0.1, 0.25));
    }

    @Test
    void tablesOfTheCatalogAreOpenedByName() {
        session.sql("CREATE OR REPLACE GLOBAL TEMP VIEW customers AS SELECT id, id % 2 AS y FROM range(50)");
        try (Table table = Opened.bySpark("table:global_temp.customers")) {
            assertThat(table.profile().rows()).isEqualTo(50);
            assertThat(table.isOrdered()).isFalse();
        }
        assertThatThrownBy(() -> Opened.bySpark("table:nobody.knows_it"))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("nobody.knows_it");
    }

    @Test
    void theUsersSessionStaysAsItIs() {
        SparkSession shared = Opened.session();
        String partitions = shared.conf().get("spark.sql.shuffle.partitions");
        shared.conf().set("spark.sql.shuffle.partitions", "7");
        Map<String, String> before = CollectionConverters.asJava(shared.conf().getAll());
        // Parts that other tests gave rows are kept until nobody has those rows.
        Set<Integer> kept = kept();
        try {
            rows(50).createOrReplaceTempView("mine");
            try (Table table = Opened.of(session.table("mine"))) {
                table.profile();
                table.compute(Optional.empty(), Set.of(new Repetition(List.of("customer"))), Optional.empty());
            }
            assertThat(Opened.session()).isSameAs(shared);
            assertThat(CollectionConverters.asJava(shared.conf().getAll())).isEqualTo(before);
            assertThat(session.sql("SHOW VIEWS").count()).isEqualTo(1);
            assertThat(session.sql("SHOW VIEWS IN global_temp LIKE 'watertight*'")
                            .count())
                    .isZero();
            assertThat(kept).containsAll(kept());
        } finally {
            shared.conf().set("spark.sql.shuffle.partitions", partitions);
        }
    }

    /** The numbers of what Spark keeps in memory or on disk. */
    private Set<Integer> kept() {
        Set<Integer> kept = new HashSet<>();
        CollectionConverters.asJava(session.sparkContext().getPersistentRDDs())
                .keySet()
                .forEach(number -> kept.add((Integer) number));
        return kept;
    }

    @Test
    void whatCannotBeReadAsDeclaredIsRefused() {
        Declaration named =
                Declaration.builder().target("Flag").test(List.of("test.csv")).build();
        assertThatThrownBy(() -> SparkAudit.audit(rows(20), named))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("test.csv");
        assertThatThrownBy(() -> SparkAudit.audit(rows(20).where("FALSE"), "customer"))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("no rows");
    }

    @Test
    void rowsThatDifferInWhereSomethingIsMissingAreToldApart() {
        Dataset<Row> rows = session.sql("SELECT 1 AS a, CAST(NULL AS INT) AS b UNION ALL SELECT NULL, 1");
        try (Table table = Opened.of(rows)) {
            assertThat(table.scan(List.of("a", "b"), 10, 1).rowIds()).doesNotHaveDuplicates();
        }
    }
}
