package io.watertight.checks.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RejectedRowsTest {

    private static final String ROWS = "y,x,note\n"
            + IntStream.range(0, 60).mapToObj(i -> i % 2 + "," + i + ",fine\n").collect(Collectors.joining());

    private final CheckTester tester = CheckTester.of(new RejectedRows()).declare("--target y");

    @Test
    void countsRowsWithTooFewAndTooManyFields() {
        Finding finding = tester.csv(ROWS + "1,61\n0,62,fine,surplus,cells\n").finding();

        assertThat(finding.evidence().value()).isEqualTo(2);
        assertThat(finding.message()).contains("2 rows").doesNotContain("surplus");
    }

    @Test
    void acquitsQuotedDelimitersAndEmptyFields() {
        assertThat(tester.csv(ROWS + "1,61,\n0,62,\"fine, and more\"\n").findings())
                .isEmpty();
    }
}
