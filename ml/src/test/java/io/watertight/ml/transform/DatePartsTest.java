package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.apply;
import static io.watertight.ml.transform.FirstRows.fit;
import static io.watertight.ml.transform.FirstRows.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.learn.Fitted;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DatePartsTest {

    private static NumberBlock times(String... times) {
        return new NumberBlock(
                "issued",
                NumberBlock.Kind.TIME,
                Arrays.stream(times)
                        .mapToDouble(time -> time.isEmpty()
                                ? Double.NaN
                                : Instant.parse(time).getEpochSecond())
                        .toArray());
    }

    @Test
    void timesAreCutByTheCalendar() {
        // A Thursday, a leap day on a Saturday, and a Wednesday before 1970.
        Fitted fitted = fit(
                DateParts.plain(Columns.times()),
                times("2026-01-01T00:00:00Z", "2020-02-29T13:59:59Z", "1969-12-31T23:00:00Z"));
        Features features = fitted.training().features();
        assertThat(features.columnNames())
                .containsExactly(
                        "issued (year)",
                        "issued (month)",
                        "issued (day of week)",
                        "issued (hour)",
                        "issued (elapsed days)");
        assertThat(numbers(features, "issued (year)")).containsExactly(2026, 2020, 1969);
        assertThat(numbers(features, "issued (month)")).containsExactly(1, 2, 12);
        assertThat(numbers(features, "issued (day of week)")).containsExactly(4, 6, 3);
        assertThat(numbers(features, "issued (hour)")).containsExactly(0, 13, 23);
    }

    @Test
    void daysElapseFromTheMedianOfTheTrainingRows() {
        Fitted fitted = fit(
                DateParts.plain(Columns.times()),
                times("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "2026-03-01T00:00:00Z"));
        assertThat(numbers(apply(fitted, times("2026-01-03T12:00:00Z", "")), "issued (elapsed days)"))
                .containsExactly(1.5, Double.NaN);
    }

    @Test
    void decemberLiesBesideJanuaryOnACircle() {
        Fitted fitted = fit(
                DateParts.cyclic(Columns.times()),
                times("2026-01-01T00:00:00Z", "2026-12-01T00:00:00Z", "2026-06-01T00:00:00Z"));
        Features features = fitted.training().features();
        double[] sines = numbers(features, "issued (month, sine)");
        double[] cosines = numbers(features, "issued (month, cosine)");
        assertThat(sines).containsExactly(new double[] {0.5, 0, 0}, within(1e-12));
        assertThat(cosines).containsExactly(new double[] {Math.sqrt(0.75), 1, -1}, within(1e-12));
        assertThat(features.find("issued (month)")).isEmpty();
    }

    @Test
    void partsThatDoNotVaryInTrainingAreLeftOut() {
        Fitted fitted =
                fit(DateParts.plain(Columns.times()), times("2026-01-05T00:00:00Z", "2026-01-12T00:00:00Z", ""));
        assertThat(fitted.training().features().columnNames()).containsExactly("issued (elapsed days)");
    }

    @Test
    void missingTimesHaveMissingParts() {
        Fitted fitted = fit(DateParts.plain(Columns.times()), times("2026-01-05T00:00:00Z", "2027-02-12T05:00:00Z"));
        Features features = apply(
                fitted, new NumberBlock("issued", NumberBlock.Kind.TIME, new double[] {Double.NaN, 1e300, -1e300}));
        for (String name : features.columnNames()) {
            assertThat(numbers(features, name)).containsOnly(Double.NaN);
        }
    }

    @Test
    void numbersThatAreNoTimesStay() {
        NumberBlock size = NumberBlock.of("size", new double[] {1, 2});
        assertThat(fit(DateParts.plain(Columns.times()), size)
                        .training()
                        .features()
                        .columnNames())
                .containsExactly("size");
    }
}
