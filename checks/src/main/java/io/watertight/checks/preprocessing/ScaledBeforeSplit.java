package io.watertight.checks.preprocessing;

import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Need;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Columns whose scale is exactly 0 and 1 over all parts together, but not over the training rows. */
@CheckInfo(
        id = "scaled-before-split",
        title = "Columns were scaled on training and test rows together",
        category = Category.PREPROCESSING,
        severity = Severity.WARNING,
        requires = {Need.SPLIT, Need.FEATURES})
public final class ScaledBeforeSplit implements Check<Map<Scaling.Kind, List<Scaling>>> {

    /** All columns together are this unlikely (log10) to be scaled like that by chance. */
    private static final double SURE = -6;

    private static final double SUSPICIOUS = -3;

    @Override
    public Map<Scaling.Kind, List<Scaling>> propose(StudyView view) {
        Map<Scaling.Kind, List<Scaling>> byKind = new EnumMap<>(Scaling.Kind.class);
        for (Scaling.Kind kind : Scaling.Kind.values()) {
            byKind.put(kind, Scalings.of(kind, view));
        }
        return byKind;
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Map<Scaling.Kind, List<Scaling>> candidates) {
        return Set.of();
    }

    @Override
    public void evaluate(
            StudyView view, Map<Scaling.Kind, List<Scaling>> candidates, Statistics statistics, Findings findings) {
        List<String> told = new ArrayList<>();
        candidates.forEach((kind, columns) -> {
            List<Scaling> fresh = columns.stream()
                    .filter(scaling -> !told.contains(scaling.column()))
                    .toList();
            double chance = Math.log10(view.study().features().size())
                    + fresh.stream().mapToDouble(Scaling::chance).sum();
            if (!fresh.isEmpty() && chance <= SUSPICIOUS) {
                findings.add(draft(view, kind, fresh, chance));
                fresh.forEach(scaling -> told.add(scaling.column()));
            }
        });
        if (!view.sample().isComplete()) {
            findings.remark("Scaling by median and quartiles was not looked for: it needs all rows in memory.");
        }
    }

    private static FindingDraft draft(StudyView view, Scaling.Kind kind, List<Scaling> columns, double chance) {
        double pooled = columns.stream().mapToDouble(Scaling::pooled).max().orElseThrow();
        double training =
                columns.stream().mapToDouble(Scaling::training).average().orElseThrow();
        String count = columns.size() == 1 ? "A column has" : columns.size() + " columns have";
        return FindingDraft.about(
                        columns.stream().map(Scaling::column).toList(),
                        chance <= SURE ? Confidence.HIGH : Confidence.MEDIUM)
                .aspect(kind.name())
                .says(
                        "%s %s over all parts together, but not over the training rows alone: the scaler has seen the"
                                + " test rows.",
                        count, kind.words())
                .measured("largest distance from " + kind.words() + ", all parts together", pooled, 1e-3)
                .fact("columns", columns.size())
                .fact("mean distance over training rows alone", training)
                .fact("log10 of the chance of a coincidence", chance)
                .fact("training rows", view.profile().rows(Part.TRAIN))
                .fact("all rows", view.profile().rows())
                .fix(new Fix.Advice("fit the scaler on the training rows, then apply it to both"));
    }
}
