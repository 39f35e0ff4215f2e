package io.watertight.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Category;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Evidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Place;
import io.watertight.core.check.Severity;
import io.watertight.core.check.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CodeStoriesTest {

    private static final CodeStories STORIES = new CodeStories(Optional.of("paid"));

    private static Finding finding(
            String check, Category category, Severity severity, Confidence confidence, Subject subject) {
        Evidence evidence =
                new Evidence("", Double.NaN, Double.NaN, Map.of(), Map.of(), List.of(), List.of(), 1, List.of());
        return new Finding(
                check,
                check,
                category,
                severity,
                confidence,
                subject,
                "It leaks.",
                evidence,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Finding data(String check, Severity severity, Confidence confidence, String... columns) {
        return finding(check, Category.PREPROCESSING, severity, confidence, new Subject(List.of(columns), ""));
    }

    private static Finding code(String rule, Severity severity, Confidence confidence, String... columns) {
        Place place = new Place("train.py", 0, 9, 0, 9, 5, 9, "fit(X)");
        return finding(
                rule,
                Category.PREPROCESSING,
                severity,
                confidence,
                new Subject(List.of(columns), "", Optional.of(place)));
    }

    private static Finding scaled(Confidence confidence, String... columns) {
        return data("scaled-before-split", Severity.WARNING, confidence, columns);
    }

    private static Finding scaling(Confidence confidence, String... columns) {
        return code("scaling-before-split", Severity.WARNING, confidence, columns);
    }

    @ParameterizedTest(name = "data {0} and code {1} are {2}")
    @CsvSource({
        "LOW, HIGH, MEDIUM",
        "LOW, LOW, LOW",
        "MEDIUM, HIGH, HIGH",
        "MEDIUM, MEDIUM, MEDIUM",
        "HIGH, HIGH, HIGH",
        "HIGH, PROVEN, HIGH",
        "PROVEN, LOW, PROVEN"
    })
    void agreementMakesItOneStepSurerAtMostAndNeverProven(Confidence data, Confidence code, Confidence told) {
        List<Finding> joined = STORIES.join(List.of(scaled(data, "age")), List.of(scaling(code, "age")));

        assertThat(joined).hasSize(1);
        assertThat(joined.get(0).check()).isEqualTo("scaled-before-split");
        assertThat(joined.get(0).confidence()).isEqualTo(told);
        assertThat(joined.get(0).supporting()).containsExactly(scaling(code, "age"));
    }

    @Test
    void codeThatNamesNoColumnIsTheSameStoryButMakesItNoSurer() {
        List<Finding> joined =
                STORIES.join(List.of(scaled(Confidence.MEDIUM, "age")), List.of(scaling(Confidence.HIGH)));

        assertThat(joined).singleElement().extracting(Finding::confidence).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void aColumnCalledAfterAnotherIsMadeOfIt() {
        assertThat(STORIES.join(
                        List.of(scaled(Confidence.HIGH, "age_scaled")), List.of(scaling(Confidence.HIGH, "age"))))
                .hasSize(1);
        assertThat(STORIES.join(List.of(scaled(Confidence.HIGH, "wage")), List.of(scaling(Confidence.HIGH, "age"))))
                .hasSize(2);
    }

    @Test
    void otherColumnsAreOtherStories() {
        assertThat(STORIES.join(List.of(scaled(Confidence.HIGH, "age")), List.of(scaling(Confidence.HIGH, "income"))))
                .hasSize(2);
    }

    @Test
    void anotherDefectOfTheSameColumnIsAnotherStory() {
        assertThat(STORIES.join(
                        List.of(scaled(Confidence.HIGH, "age")),
                        List.of(code("imputation-before-split", Severity.WARNING, Confidence.HIGH, "age"))))
                .hasSize(2);
    }

    @Test
    void theTargetAloneJoinsNothing() {
        Finding leak = finding(
                "target-copy",
                Category.ILLEGITIMATE_FEATURE,
                Severity.ERROR,
                Confidence.HIGH,
                new Subject(List.of("repaid", "paid"), ""));
        Place place = new Place("train.py", 0, 9, 0, 9, 5, 9, "fit(X)");
        Finding other = finding(
                "target-in-features",
                Category.ILLEGITIMATE_FEATURE,
                Severity.ERROR,
                Confidence.HIGH,
                new Subject(List.of("paid"), "", Optional.of(place)));

        assertThat(STORIES.join(List.of(leak), List.of(other))).hasSize(2);
        assertThat(STORIES.join(
                        List.of(leak),
                        List.of(other.withSubject(new Subject(List.of("repaid"), "", Optional.of(place))))))
                .singleElement()
                .extracting(Finding::check)
                .isEqualTo("target-copy");
    }

    @Test
    void theCodeLeadsWhereTheDataWouldSoundMilder() {
        Finding copies = code("copies-across-split", Severity.ERROR, Confidence.HIGH);
        Finding repeated = data("duplicate-rows-across-split", Severity.WARNING, Confidence.HIGH);

        List<Finding> joined = STORIES.join(List.of(repeated), List.of(copies));

        assertThat(joined).containsExactly(copies.withSupporting(List.of(repeated)));
        assertThat(joined.get(0).isDecisive()).isTrue();
        assertThat(STORIES.kinOf(List.of(repeated), List.of(copies)))
                .as("somebody answered for less than the code does")
                .isEmpty();
    }

    @Test
    void oneLineMaySupportSeveralFindings() {
        Finding line = scaling(Confidence.HIGH);

        List<Finding> joined =
                STORIES.join(List.of(scaled(Confidence.HIGH, "age"), scaled(Confidence.HIGH, "income")), List.of(line));

        assertThat(joined)
                .hasSize(2)
                .allSatisfy(story -> assertThat(story.supporting()).containsExactly(line));
    }

    @Test
    void withoutCodeNothingChanges() {
        List<Finding> findings = List.of(scaled(Confidence.MEDIUM, "age"));

        assertThat(STORIES.join(findings, List.of())).isEqualTo(findings);
    }
}
