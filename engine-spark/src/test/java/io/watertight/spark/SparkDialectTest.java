package io.watertight.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.data.RowHash;
import io.watertight.core.split.KeyHash;
import io.watertight.engine.sql.Hashes;
import io.watertight.engine.sql.Queries;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dialect spells means what its documentation says. */
final class SparkDialectTest {

    private static final SparkDialect DIALECT = new SparkDialect();
    private static final SparkQueries QUERIES = new SparkQueries(Opened.session());

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    private static double number(String expression) {
        double[] answer = new double[1];
        QUERIES.each("testing", "SELECT " + expression, row -> answer[0] = row.number(0));
        return answer[0];
    }

    private static long whole(String expression) {
        long[] answer = new long[1];
        QUERIES.each("testing", "SELECT " + expression, row -> answer[0] = row.whole(0));
        return answer[0];
    }

    private static boolean isMissing(String expression) {
        boolean[] answer = new boolean[1];
        QUERIES.each("testing", "SELECT " + expression, row -> answer[0] = row.isMissing(0));
        return answer[0];
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 0.5, 1.5, 2.5, -2.5, 1e300, -1e300, 4503599627370497.5, 1e-300})
    void floorsStayDoubles(double value) {
        assertThat(number(DIALECT.floor(DIALECT.number(value)))).isEqualTo(Math.floor(value) + 0.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's",
                "back\\slash",
                "\\'",
                "${user}",
                "line\nbreak",
                "日本 🚰",
                "%_\\%",
                "\"",
                "`",
                "-- no",
                "\\u0041"
            })
    void textsArriveAsTheyAre(String text) {
        List<String> answer = new ArrayList<>();
        QUERIES.each("testing", "SELECT " + DIALECT.text(text), row -> answer.add(row.text(0)));
        assertThat(answer).containsExactly(text);
    }

    @Test
    void numbersThatAreNoneAreMissing() {
        for (String text : List.of("x", "1.5d", "2F", "1,5", "")) {
            assertThat(isMissing(DIALECT.numberOrNull(DIALECT.text(text))))
                    .as(text)
                    .isTrue();
        }
        assertThat(number(DIALECT.numberOrNull("'-1.5e3'"))).isEqualTo(-1500);
        assertThat(isMissing(DIALECT.wholeOrNull("1e300D"))).isTrue();
        assertThat(whole(DIALECT.wholeOrNull("-12e3D"))).isEqualTo(-12_000);
    }

    @Test
    void finiteIsNeitherInfiniteNorNan() {
        assertThat(whole(DIALECT.isFinite("1e308D"))).isEqualTo(1);
        assertThat(whole(DIALECT.isFinite(DIALECT.number(Double.NEGATIVE_INFINITY))))
                .isZero();
        assertThat(whole(DIALECT.isFinite("CAST('NaN' AS DOUBLE)"))).isZero();
        assertThat(isMissing(DIALECT.isFinite("CAST(NULL AS DOUBLE)"))).isTrue();
        assertThat(whole(DIALECT.isNotANumber("CAST('NaN' AS DOUBLE)"))).isEqualTo(1);
        assertThat(whole(DIALECT.isNotANumber("1D"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 99, 2_147_483_646, 2_147_483_647, 123_456_789_012L, Long.MAX_VALUE})
    void rowsHaveTheHashOfJava(long id) {
        assertThat(whole(Hashes.of(DIALECT, "CAST(" + id + " AS BIGINT)", 42))).isEqualTo(RowHash.of(id, 42));
    }

    @Test
    void digestsAreThoseOfJava() {
        assertThat(whole(DIALECT.digestNumber("'4:Köln'", KeyHash.DIGITS))).isEqualTo(KeyHash.of(List.of("Köln")));
    }

    @Test
    void wholeNumbersAreDividedAndShifted() {
        assertThat(whole(DIALECT.wholeQuotient("CAST(17 AS BIGINT)", "5"))).isEqualTo(3);
        assertThat(whole(DIALECT.shiftedRight("CAST(1024 AS BIGINT)", 3))).isEqualTo(128);
        assertThat(whole(DIALECT.exclusiveOr("CAST(6 AS BIGINT)", "CAST(3 AS BIGINT)")))
                .isEqualTo(5);
        assertThat(number(DIALECT.epochSeconds("TIMESTAMP '1969-12-31 23:59:58.25Z'")))
                .isEqualTo(-1.75);
    }

    @Test
    void theSmallestComeInOrderAndAreFew() {
        String rows = " FROM (SELECT CAST(id * 7919 % 1000 - 500 AS BIGINT) AS v FROM range(0, 1000, 1, 8)) AS t";
        QUERIES.each(
                "testing",
                "SELECT " + DIALECT.smallest("v", 4, "v % 2 = 0") + ", " + DIALECT.smallest("v", 3, "v > 497") + ", "
                        + DIALECT.smallest("v", 3, "FALSE") + rows,
                row -> {
                    assertThat(row.wholes(0)).containsExactly(-500L, -498L, -496L, -494L);
                    assertThat(row.wholes(1)).containsExactly(498L, 499L);
                    assertThat(row.wholes(2)).isEmpty();
                });
        QUERIES.each(
                "testing",
                "SELECT " + DIALECT.smallestTexts("t", 3, "TRUE")
                        + " FROM VALUES ('b'), ('é'), (''), ('🚰'), ('a') AS v(t)",
                row -> assertThat(row.texts(0)).containsExactly("", "a", "b"));
    }

    @Test
    void distinctValuesAreCountedNearly() {
        String rows = " FROM (SELECT id % 20000 AS v, CAST(NULL AS STRING) AS n FROM range(100000)) AS t";
        QUERIES.each(
                "testing",
                "SELECT " + DIALECT.approximateDistinct("v") + ", " + DIALECT.approximateDistinct("n") + rows,
                row -> {
                    assertThat(row.whole(0)).isBetween(19_400L, 20_600L);
                    assertThat(row.whole(1)).isZero();
                });
    }

    @Test
    void rowsAreCountedAlongAValueByManyTasks() {
        String many =
                QUERIES.accumulated("(SELECT id DIV 10 AS ten FROM range(0, 1000, 1, 5)) AS tens WHERE ten > 0", "ten");
        List<Long> upto = new ArrayList<>();
        QUERIES.each("testing", many + " ORDER BY 1", row -> upto.add(row.whole(1)));
        assertThat(upto).hasSize(99).startsWith(10L, 20L, 30L).endsWith(990L);
    }

    @Test
    void rowsAreNumberedByManyTasks() {
        String ranked = QUERIES.ranked("(SELECT id, id * 37 % 1000 AS k FROM range(0, 1000, 1, 5)) AS t", "k");
        List<Queries.Row> wrong = new ArrayList<>();
        QUERIES.each("testing", "SELECT * FROM " + ranked + " WHERE position <> k", wrong::add);
        assertThat(wrong).isEmpty();
        assertThat(whole("count(*) FROM " + ranked)).isEqualTo(1_000);
    }
}
