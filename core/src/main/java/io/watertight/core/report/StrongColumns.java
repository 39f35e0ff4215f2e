package io.watertight.core.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.numeric.Strength;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Columns that predict well and that no finding accuses: the reader should see that they were weighed. */
public final class StrongColumns {

    /** On the scale of {@link Strength#power()}: AUC 0.65, or a tenth of the variance for a number. */
    private static final double NOTABLE = 0.3;

    private static final double NOTABLE_R2 = 0.1;

    /** Strength that luck would show in fewer than one column of ten thousand. */
    private static final double STANDARD_ERRORS = 4;

    private StrongColumns() {}

    /** Strongest first. */
    public static List<Strength> notAccused(AuditReport report) {
        Set<String> accused = new HashSet<>(report.accused());
        return report.strengths().stream()
                .filter(strength -> !accused.contains(strength.column()))
                .filter(strength -> strength.z() >= STANDARD_ERRORS
                        && strength.power() >= (strength.measure().equals("R2") ? NOTABLE_R2 : NOTABLE))
                .toList();
    }
}
