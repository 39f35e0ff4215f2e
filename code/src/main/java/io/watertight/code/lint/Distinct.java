package io.watertight.code.lint;

import io.watertight.core.check.Finding;
import io.watertight.core.check.FlowStep;
import io.watertight.core.check.Place;
import io.watertight.core.check.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One finding a rule and place: a function that is called often says a thing once, with all its flows. */
final class Distinct {

    private record Key(String check, Optional<Place> place, String aspect) {}

    private Distinct() {}

    static List<Finding> of(List<Finding> findings) {
        Map<Key, Finding> byPlace = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Subject subject = finding.subject();
            byPlace.merge(new Key(finding.check(), subject.place(), subject.aspect()), finding, Distinct::merged);
        }
        return numbered(new ArrayList<>(byPlace.values()));
    }

    /** The worse of the two, with the steps of both. */
    private static Finding merged(Finding one, Finding other) {
        boolean worse = other.severity().compareTo(one.severity()) < 0
                || other.severity() == one.severity() && other.confidence().compareTo(one.confidence()) < 0;
        Finding kept = worse ? other : one;
        Set<FlowStep> steps = new LinkedHashSet<>(kept.evidence().flow());
        steps.addAll((worse ? one : other).evidence().flow());
        return kept.withFlow(List.copyOf(steps));
    }

    /** The same text on several lines of a file: told apart by a number, so that each has a fingerprint of its own. */
    private static List<Finding> numbered(List<Finding> findings) {
        Map<String, Integer> seen = new HashMap<>();
        List<Finding> all = new ArrayList<>();
        for (Finding finding : findings) {
            int count = seen.merge(finding.fingerprint(), 1, Integer::sum);
            Subject subject = finding.subject();
            all.add(
                    count == 1
                            ? finding
                            : finding.withSubject(
                                    new Subject(subject.columns(), subject.aspect() + "#" + count, subject.place())));
        }
        return all;
    }
}
