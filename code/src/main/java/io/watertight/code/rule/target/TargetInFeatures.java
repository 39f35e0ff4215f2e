package io.watertight.code.rule.target;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.ColumnState;
import io.watertight.code.value.Columns;
import io.watertight.code.value.Data;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Tag;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The features hold the target, or a column made from it row by row. */
@CheckInfo(
        id = "target-in-features",
        title = "The target is among the features",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR)
public final class TargetInFeatures implements Rule {

    @Override
    public String family() {
        return "target";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        Map<String, List<Fit>> leaks = new LinkedHashMap<>();
        for (Fit fit : facts.fits()) {
            fit.target()
                    .flatMap(target -> leaking(facts, fit.features(), target))
                    .ifPresent(column -> leaks.computeIfAbsent(column, unused -> new ArrayList<>())
                            .add(fit));
        }
        leaks.forEach((column, fits) -> report(facts, findings, column, fits));
    }

    /** One finding a column, however many models learn from it. */
    private static void report(CodeFacts facts, Findings findings, String column, List<Fit> fits) {
        Fit first = fits.get(0);
        Flow flow = new Flow(facts)
                .source(first.features().rows())
                .step(first.site(), "features", "the features hold '" + column + "'");
        for (Fit fit : fits) {
            flow.fit(fit);
            facts.scores().stream()
                    .filter(score -> score.fits().contains(fit.id()))
                    .forEach(flow::score);
        }
        boolean itself = first.target().orElseThrow().origins().contains(column);
        findings.add(FindingDraft.at(Places.of(first.site()), List.of(column), Confidence.HIGH)
                .says(
                        itself
                                ? "%s learns '%s' from features that hold it."
                                : "%s learns from '%s', which is made from the target row by row.",
                        first.simpleName(),
                        column)
                .flow(flow.steps()));
    }

    /** The column that gives the target away. */
    private static Optional<String> leaking(CodeFacts facts, Data features, Data target) {
        Set<String> origins = target.origins();
        boolean named =
                features.kind() == Gives.FRAME || features.columns().selected().isPresent();
        boolean alone =
                features.columns().selected().filter(names -> names.size() == 1).isPresent();
        if (origins.size() != 1
                || origins.contains(ColumnState.OTHER_ROWS)
                || origins.iterator().next().startsWith("#")
                || alone
                || features.is(Tag.ASSUMED)
                || target.is(Tag.ASSUMED)
                || !named
                || !isKnown(features.columns())
                || !isAligned(facts, features.rows(), target.rows())) {
            return Optional.empty();
        }
        String name = origins.iterator().next();
        if (name.equals("target") && features.rows().root().key().matches("(fetch|load)_.*")) {
            // The labels of a bundled dataset are an attribute beside the features.
            return Optional.empty();
        }
        if (features.columns().has(name) && isUnchanged(features.columns(), name)) {
            return Optional.of(name);
        }
        return features.columns().own().entrySet().stream()
                .filter(own -> features.columns().has(own.getKey()))
                .filter(own -> own.getValue().origins().contains(name)
                        && !own.getValue().origins().contains(ColumnState.OTHER_ROWS))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Columns by position may or may not be the target; neither may those that some unknown list left out. */
    private static boolean isKnown(Columns columns) {
        return columns.dropped().stream().noneMatch(name -> name.startsWith("#") || name.equals(Columns.UNKNOWN))
                && columns.selected().orElse(Set.of()).stream().noneMatch(name -> name.startsWith("#"));
    }

    /** Whether the column of that name still is the target and was not written over. */
    private static boolean isUnchanged(Columns columns, String name) {
        return columns.column(name).origins().equals(Set.of(name));
    }

    /** Whether the target belongs to the features row by row; windows that a loop cuts out do not. */
    private static boolean isAligned(CodeFacts facts, Rows features, Rows target) {
        return features == target
                || features.loops().isEmpty()
                        && target.loops().isEmpty()
                        && (facts.algebra().within(features, target)
                                || facts.algebra().within(target, features));
    }
}
