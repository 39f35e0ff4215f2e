package io.watertight.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Category;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Evidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.core.check.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StoriesTest {

    private static Finding finding(String check, Confidence confidence, String measure, String... columns) {
        Evidence evidence = new Evidence(measure, 0, 1, Map.of(), Map.of(), List.of(), List.of(), 1);
        return new Finding(
                check,
                check,
                Category.ILLEGITIMATE_FEATURE,
                Severity.ERROR,
                confidence,
                new Subject(List.of(columns), ""),
                "It leaks.",
                evidence,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static List<String> told(Finding... findings) {
        return Stories.tell(List.of(findings)).stream().map(Finding::check).toList();
    }

    @Test
    void theSurerAccusationOfAColumnTakesInTheWeaker() {
        Finding sure = finding("target-copy", Confidence.HIGH, Evidence.EXCEPTIONS, "status");
        Finding weak = finding("a-strong-feature", Confidence.MEDIUM, "AUC", "status");

        List<Finding> stories = Stories.tell(List.of(weak, sure));

        assertThat(stories).hasSize(1);
        assertThat(stories.get(0).check()).isEqualTo("target-copy");
        assertThat(stories.get(0).supporting()).containsExactly(weak);
    }

    @Test
    void ofEquallySureOnesWhatHoldsInAllRowsLeads() {
        Finding part = finding("pure-region", Confidence.HIGH, "log10 of a chance", "status");
        Finding whole = finding("target-copy", Confidence.HIGH, Evidence.EXCEPTIONS, "status");

        assertThat(told(part, whole)).containsExactly("target-copy");
    }

    @Test
    void aSurerPartLeadsALessSureWhole() {
        Finding part = finding("pure-region", Confidence.HIGH, "log10 of a chance", "status");
        Finding whole = finding("target-copy", Confidence.MEDIUM, Evidence.EXCEPTIONS, "status");

        assertThat(told(part, whole)).containsExactly("pure-region");
    }

    @Test
    void differentColumnsAreDifferentStories() {
        Finding one = finding("pure-region", Confidence.HIGH, "log10 of a chance", "status");
        Finding other = finding("target-copy", Confidence.HIGH, Evidence.EXCEPTIONS, "outcome_2");

        assertThat(told(one, other)).containsExactly("target-copy", "pure-region");
    }
}
