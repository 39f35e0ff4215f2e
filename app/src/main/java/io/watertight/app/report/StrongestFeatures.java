package io.watertight.app.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.numeric.Strength;
import io.watertight.core.report.Numbers;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The features that predict most by themselves, with what people said of them: the sheet is not signed off while nobody has said when one
 * of them is known.
 */
final class StrongestFeatures {

    /** So many must be answered for. */
    static final int MOST = 5;

    private final AuditReport audit;

    StrongestFeatures(AuditReport audit) {
        this.audit = audit;
    }

    /** Those of which nobody has said when they are known. */
    List<String> unanswered() {
        return strongest().stream()
                .map(Strength::column)
                .filter(column -> knownAt(column).kind() == KnownAt.Kind.UNKNOWN)
                .toList();
    }

    SheetSection section() {
        List<List<String>> rows = new ArrayList<>();
        for (Strength one : strongest()) {
            KnownAt knownAt = knownAt(one.column());
            rows.add(List.of(
                    one.column(),
                    Numbers.measured(one.value()),
                    knownAt.kind() == KnownAt.Kind.UNKNOWN ? "nobody has said" : knownAt.toString(),
                    signature(one.column())
                            .map(OpenQuestion::signed)
                            .map(String::strip)
                            .orElse(knownAt.kind() == KnownAt.Kind.UNKNOWN ? "" : "declared in the study")));
        }
        String measure = strongest().isEmpty() ? "" : strongest().get(0).measure();
        return new SheetSection(
                "strongest",
                "Is each of the strongest features known at the prediction?",
                unanswered().isEmpty()
                        ? List.of()
                        : List.of("Not signed off while a feature below is unanswered: watertight answer N yes, or"
                                + " --known-at COLUMN=always."),
                rows.isEmpty()
                        ? List.of()
                        : List.of(new SheetSection.Table(
                                "each alone, " + measure + " on rows held out",
                                List.of("feature", measure, "known at", "said by"),
                                rows,
                                2)));
    }

    private List<Strength> strongest() {
        return audit.strengths().stream()
                .filter(one -> audit.study().features().stream()
                        .anyMatch(column -> column.name().equals(one.column())))
                .limit(MOST)
                .toList();
    }

    private KnownAt knownAt(String column) {
        return audit.study().column(column).knownAt();
    }

    private Optional<Signature> signature(String column) {
        Declaration declaration = audit.study().declaration();
        return declaration.signatures().values().stream()
                .filter(signature -> signature.columns().contains(column))
                .findFirst();
    }
}
