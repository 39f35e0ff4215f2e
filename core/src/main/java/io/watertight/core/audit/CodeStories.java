package io.watertight.core.audit;

import io.watertight.core.check.Category;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one finding of traces in the data and the line of code that left them. What the data shows leads, the line supports it; only where
 * the story would sound milder than the code alone does the code lead.
 */
final class CodeStories {

    /** Failure modes in which it is the column that leaks: code and data that accuse it so mean the same. */
    private static final Set<Category> OF_COLUMNS = Set.of(Category.ILLEGITIMATE_FEATURE, Category.TEMPORAL);

    private final Optional<String> target;

    /** @param target what is predicted: that two findings name it does not make them one story */
    CodeStories(Optional<String> target) {
        this.target = target;
    }

    /** Findings about data with those about code that tell the same, and the other findings about code; ranked by proof. */
    List<Finding> join(List<Finding> data, List<Finding> code) {
        List<Finding> told = new ArrayList<>();
        Map<Finding, List<Finding>> led = new LinkedHashMap<>();
        Set<Finding> spent = new HashSet<>();
        for (Finding finding : data) {
            List<Finding> kin =
                    code.stream().filter(other -> isOneStory(finding, other)).toList();
            Optional<Finding> worse = kin.stream()
                    .filter(other -> !canLead(raised(finding, kin), other))
                    .findFirst();
            if (worse.isPresent()) {
                led.computeIfAbsent(worse.get(), unused -> new ArrayList<>()).addAll(flat(finding));
            } else {
                told.add(supported(finding, kin));
                spent.addAll(kin);
            }
        }
        for (Finding finding : code) {
            if (led.containsKey(finding)) {
                told.add(finding.withSupporting(led.getOrDefault(finding, List.of())));
            } else if (!spent.contains(finding)) {
                told.add(finding);
            }
        }
        return told.stream().sorted(Stories.BY_PROOF).toList();
    }

    /** Code that does what somebody has already answered for, and no worse. */
    List<Finding> kinOf(List<Finding> data, List<Finding> code) {
        return code.stream()
                .filter(other ->
                        data.stream().anyMatch(finding -> canLead(finding, other) && isOneStory(finding, other)))
                .toList();
    }

    private Finding supported(Finding finding, List<Finding> kin) {
        if (kin.isEmpty()) {
            return finding;
        }
        List<Finding> supporting = new ArrayList<>(kin);
        supporting.addAll(finding.supporting());
        return finding.withConfidence(raised(finding, kin).confidence()).withSupporting(supporting);
    }

    /**
     * Two screens that know nothing of one another agree: a step surer where the code is surer and names what the data names. Never proven,
     * which takes a declared fact.
     */
    private Finding raised(Finding finding, List<Finding> kin) {
        boolean surer = kin.stream()
                .filter(other -> known(finding).isEmpty() || !known(other).isEmpty())
                .anyMatch(other -> other.confidence().compareTo(finding.confidence()) < 0);
        if (!surer) {
            return finding;
        }
        return switch (finding.confidence()) {
            case LOW -> finding.withConfidence(Confidence.MEDIUM);
            case MEDIUM, HIGH -> finding.withConfidence(Confidence.HIGH);
            case PROVEN -> finding;
        };
    }

    private static boolean canLead(Finding data, Finding code) {
        return data.severity().compareTo(code.severity()) <= 0 && (data.isDecisive() || !code.isDecisive());
    }

    private static List<Finding> flat(Finding finding) {
        List<Finding> all = new ArrayList<>();
        all.add(finding.withSupporting(List.of()));
        all.addAll(finding.supporting());
        return all;
    }

    private boolean isOneStory(Finding data, Finding code) {
        if (data.severity() == Severity.INFO && code.severity() != Severity.INFO) {
            return false; // a remark about the data is no trace of a deed
        }
        Set<String> named = known(data);
        Set<String> handled = known(code);
        if (KindredDefects.areKin(data.check(), code.check())) {
            // Code that names no columns handles whole tables, and a split has no columns at all.
            return named.isEmpty() || handled.isEmpty() || named.stream().anyMatch(one -> comesFrom(one, handled));
        }
        handled.retainAll(named);
        return data.category() == code.category() && OF_COLUMNS.contains(data.category()) && !handled.isEmpty();
    }

    /** The columns that are known by name and are not the target. */
    private Set<String> known(Finding finding) {
        Set<String> names = new HashSet<>(finding.columns());
        names.remove("?");
        target.ifPresent(names::remove);
        return names;
    }

    /** Whether a column is one of those, or is called after one: {@code age_scaled} after {@code age}. */
    private static boolean comesFrom(String column, Set<String> sources) {
        return sources.stream()
                .anyMatch(source ->
                        column.equals(source) || column.startsWith(source + "_") || column.endsWith("_" + source));
    }
}
