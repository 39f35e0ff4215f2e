package io.watertight.checks.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Need;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.numeric.Strength;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.testkit.CheckTester;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SampleStrengthTest {

    /** Remarks on how far the strength on the sample is from the engine's on all rows, and on relatives. */
    @CheckInfo(
            id = "compare",
            title = "Compares strengths",
            category = Category.NONE,
            severity = Severity.INFO,
            requires = Need.TARGET)
    private static final class Compare implements Check<List<Strength>> {

        @Override
        public List<Strength> propose(StudyView view) {
            SampleStrength sample = new SampleStrength(view);
            return FeatureStrength.features(view).stream()
                    .map(column -> sample.of(column.name()))
                    .toList();
        }

        @Override
        public Set<Statistic<?>> needs(StudyView view, List<Strength> proposed) {
            return FeatureStrength.needs(view, FeatureStrength.features(view));
        }

        @Override
        public void evaluate(StudyView view, List<Strength> proposed, Statistics statistics, Findings findings) {
            assertThat(proposed).hasSize(4);
            for (Strength strength : proposed) {
                Strength exact = FeatureStrength.of(view, statistics, strength.column());
                assertThat(strength.rows()).isEqualTo(exact.rows());
                assertThat(strength.measure()).isEqualTo(exact.measure());
                assertThat(strength.value()).isCloseTo(exact.value(), within(1e-9));
            }
            findings.remark("compared");
        }
    }

    private static void agrees(String target, String flags) {
        String table = "SELECT %s AS y, number, word, flag, day FROM (SELECT i, hash(i) %% 1000 AS number,"
                + " CASE WHEN i %% 5 = 0 THEN NULL ELSE 'w' || hash(i + 7) %% 9 END AS word, hash(i + 3) %% 2 = 0 AS flag,"
                + " CASE WHEN i %% 3 > 0 THEN DATE '2020-01-01' + (hash(i) %% 300)::INT END AS day FROM range(900) t(i))";
        assertThat(CheckTester.of(new Compare())
                        .sql(table.formatted(target))
                        .declare("--target y " + flags)
                        .result())
                .satisfies(result -> assertThat(result.reason()).isEmpty())
                .satisfies(result -> assertThat(result.remarks()).containsExactly("compared"));
    }

    @Test
    void strengthsOfClassesAreThoseOfTheEngineWhenTheSampleIsComplete() {
        agrees("CASE WHEN number < 500 THEN 'low' WHEN number < 700 THEN 'middle' WHEN i % 7 > 0 THEN 'high' END", "");
    }

    @Test
    void strengthsOfNumericClassesAreThoseOfTheEngine() {
        agrees("(number + hash(i + 5) % 500 > 700)::INT", "");
    }

    @Test
    void strengthsOfANumericTargetAreThoseOfTheEngine() {
        agrees("CASE WHEN i % 11 > 0 THEN number * 1.5 + hash(i + 9) % 800 END", "--task regression");
    }

    /** Remarks on the relatives of the column called head. */
    @CheckInfo(
            id = "relatives",
            title = "Lists relatives",
            category = Category.NONE,
            severity = Severity.INFO,
            requires = Need.TARGET)
    private static final class Relatives implements Check<List<String>> {

        @Override
        public List<String> propose(StudyView view) {
            List<Column> features = FeatureStrength.features(view);
            return Family.of(view, "head", features);
        }

        @Override
        public Set<Statistic<?>> needs(StudyView view, List<String> family) {
            return Set.of();
        }

        @Override
        public void evaluate(StudyView view, List<String> family, Statistics statistics, Findings findings) {
            family.forEach(findings::remark);
        }
    }

    @Test
    void relativesOrderTheRowsAlikeOrGoOneToOneWhenValuesRepeat() {
        String table =
                "SELECT i % 2 AS y, head, -head AS reversed, head + random() * 0.1 AS blurred, md5('' || head) AS coded,"
                        + " CASE WHEN i % 7 = 0 THEN 'x' ELSE md5('' || head) END AS spoiled, 'id' || i AS name, random() AS other"
                        + " FROM (SELECT i, (random() * 20)::INT AS head FROM range(800) t(i))";

        assertThat(CheckTester.of(new Relatives())
                        .sql(table)
                        .declare("--target y")
                        .result()
                        .remarks())
                .containsExactly("head", "reversed", "blurred", "coded");
    }
}
