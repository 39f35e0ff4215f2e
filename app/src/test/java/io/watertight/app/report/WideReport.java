package io.watertight.app.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Subject;
import io.watertight.core.numeric.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A report of a table with very many columns, most of which are accused. */
final class WideReport {

    private WideReport() {}

    static AuditReport of(AuditReport narrow, int columns, Random random) {
        List<Finding> findings = new ArrayList<>();
        List<Strength> strengths = new ArrayList<>();
        List<String> all = new ArrayList<>();
        Finding pattern = narrow.findings().get(0);
        for (int index = 0; index < columns; index++) {
            String name = "measurement_of_something_long_" + index;
            all.add(name);
            strengths.add(new Strength(name, "AUC", 1 - random.nextDouble() / 2, 1, 0.01, 1_000));
            findings.add(pattern.withSubject(new Subject(List.of(name), "")));
        }
        findings.add(0, pattern.withSubject(new Subject(all, "")));
        return new AuditReport(
                narrow.verdict(),
                narrow.view(),
                narrow.statistics(),
                findings,
                narrow.accepted(),
                narrow.questions(),
                narrow.checks(),
                strengths,
                narrow.provenance());
    }
}
