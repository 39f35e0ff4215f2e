package io.watertight.code.lint;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A notebook's cells may have been run in another order than they stand in: what holds in one order only is less sure. */
final class Orders {

    private Orders() {}

    static List<Finding> both(List<Finding> documented, List<Finding> executed) {
        Map<String, Finding> first = byFingerprint(documented);
        Map<String, Finding> second = byFingerprint(executed);
        List<Finding> all = new ArrayList<>();
        first.forEach((fingerprint, finding) ->
                all.add(second.containsKey(fingerprint) ? finding : unsure(finding, "from top to bottom")));
        second.forEach((fingerprint, finding) -> {
            if (!first.containsKey(fingerprint)) {
                all.add(unsure(finding, "in the order of their numbers"));
            }
        });
        return all;
    }

    private static Map<String, Finding> byFingerprint(List<Finding> findings) {
        Map<String, Finding> map = new LinkedHashMap<>();
        findings.forEach(finding -> map.putIfAbsent(finding.fingerprint(), finding));
        return map;
    }

    private static Finding unsure(Finding finding, String order) {
        Finding told = finding.withMessage(finding.message() + " (Only if the cells are run " + order + ".)");
        return finding.confidence().isSure() ? told.withConfidence(Confidence.MEDIUM) : told;
    }
}
