package io.watertight.checks.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConstantColumnTest {

    private final CheckTester tester = CheckTester.of(new ConstantColumn()).declare("--target y");

    @Test
    void tellsAllConstantColumnsInOneFinding() {
        Finding finding = tester.sql(
                        "SELECT i % 2 AS y, 1 AS a, 'x' AS b, true AS c, random() AS e FROM range(50) t(i)")
                .finding();

        assertThat(finding.columns()).containsExactly("a", "b", "c");
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.message()).startsWith("3 columns are the same in all 50 training rows");
    }

    @Test
    void judgesTheTrainingRowsWhereThereIsASplit() {
        String split = "SELECT i % 2 AS y, if(i < 40, 'train', 'test') AS half, i // 40 AS a FROM range(50) t(i)";

        assertThat(tester.declare("--target y --split half")
                        .sql(split)
                        .finding()
                        .columns())
                .containsExactly("a");
        assertThat(tester.declare("--target y --ignore half").sql(split).findings())
                .isEmpty();
    }

    @Test
    void acquitsAColumnThatIsEitherOneValueOrMissing() {
        assertThat(tester.sql("SELECT i % 2 AS y, if(i % 3 = 0, 'x', NULL) AS a FROM range(50) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void acquitsTheTargetAndIgnoredColumns() {
        assertThat(tester.declare("--target y --ignore a")
                        .sql("SELECT i % 2 AS y, 1 AS a, i AS b FROM range(50) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void saysNothingOfAHandfulOfRows() {
        assertThat(tester.sql("SELECT i % 2 AS y, 1 AS a FROM range(3) t(i)").findings())
                .isEmpty();
    }

    @Test
    void countsAThousandColumns() {
        String many = IntStream.range(0, 1000).mapToObj(k -> k + " AS f" + k).collect(Collectors.joining(", "));

        assertThat(tester.sql("SELECT i % 2 AS y, " + many + " FROM range(20) t(i)")
                        .finding()
                        .columns())
                .hasSize(1000);
    }
}
