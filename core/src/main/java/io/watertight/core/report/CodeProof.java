package io.watertight.core.report;

import io.watertight.core.check.Finding;
import io.watertight.core.check.FlowStep;
import io.watertight.core.check.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words about the lines of code in an audit's findings: those that a finding is about, and those that support it. */
public final class CodeProof {

    private CodeProof() {}

    /** The findings about code within the story, the finding itself first. */
    public static List<Finding> within(Finding finding) {
        return Stream.concat(Stream.of(finding), finding.supporting().stream())
                .filter(one -> one.subject().place().isPresent())
                .toList();
    }

    /** What else tells the story, and is not about code: only that is left to be said of it. */
    public static List<Finding> others(Finding finding) {
        return finding.supporting().stream()
                .filter(one -> one.subject().place().isEmpty())
                .toList();
    }

    /** {@code The code does it at train.py:41}; of code alone, where it stands. Empty if it is not about code. */
    public static String where(Finding code, Finding story) {
        Optional<String> place = code.subject().place().map(Place::words);
        if (code.equals(story) || place.isEmpty()) {
            return place.orElse("");
        }
        return (code.confidence().isSure() ? "The code does it at " : "The code seems to do it at ") + place.get();
    }

    /** The way from the source to the model in one line: {@code source 3, statistic 5, split 6}; empty if nobody knows it. */
    public static String flow(Finding code) {
        List<FlowStep> steps = code.evidence().flow();
        return steps.stream()
                .map(step -> step.role() + " " + LintWords.line(step, code))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
