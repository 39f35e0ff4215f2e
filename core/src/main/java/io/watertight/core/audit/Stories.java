package io.watertight.core.audit;

import io.watertight.core.check.Category;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Price;
import io.watertight.core.check.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes one finding of those that tell one story: a surer accusation of a column takes in the weaker ones of the same column. */
final class Stories {

    /** Surest first, then worst, then dearest, then what holds in all rows, then what is about most columns; ids make it total. */
    static final Comparator<Finding> BY_PROOF = Comparator.comparing(Stories::isMild)
            .thenComparing(Finding::confidence)
            .thenComparing(Finding::severity)
            .thenComparing(finding -> -worth(finding))
            .thenComparing(finding -> !finding.evidence().isOfAllRows())
            .thenComparing(finding -> -finding.columns().size())
            .thenComparing(Finding::check)
            .thenComparing(Finding::fingerprint);

    private Stories() {}

    /** The findings ranked by proof, weaker ones about the same columns moved into the surer one. */
    static List<Finding> tell(List<Finding> findings) {
        List<Finding> ranked = findings.stream().sorted(BY_PROOF).toList();
        List<Finding> heads = new ArrayList<>();
        List<List<Finding>> supporters = new ArrayList<>();
        for (Finding finding : ranked) {
            int head = accusesAFeature(finding) ? headOf(finding, heads) : -1;
            if (head >= 0) {
                supporters.get(head).add(finding);
            } else {
                heads.add(finding);
                supporters.add(new ArrayList<>());
            }
        }
        List<Finding> told = new ArrayList<>();
        for (int index = 0; index < heads.size(); index++) {
            told.add(heads.get(index).withSupporting(supporters.get(index)));
        }
        return told;
    }

    private static int headOf(Finding finding, List<Finding> heads) {
        for (int index = 0; index < heads.size(); index++) {
            Set<String> accused = new HashSet<>(heads.get(index).columns());
            if (accusesAFeature(heads.get(index)) && accused.containsAll(finding.columns())) {
                return index;
            }
        }
        return -1;
    }

    private static boolean accusesAFeature(Finding finding) {
        return finding.category() == Category.ILLEGITIMATE_FEATURE
                && !finding.columns().isEmpty();
    }

    /** Price ranks within a tier of proof only, and what has none ranks as if it cost nothing. */
    private static double worth(Finding finding) {
        return finding.price()
                .map(Price::difference)
                .filter(Double::isFinite)
                .map(difference -> Math.max(0, difference))
                .orElse(0.0);
    }

    private static boolean isMild(Finding finding) {
        return finding.severity() == Severity.INFO;
    }
}
