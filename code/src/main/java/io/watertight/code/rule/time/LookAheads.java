package io.watertight.code.rule.time;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.ColumnState;
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Tag;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds steps that look at later rows and whose values are learnt from. What goes into the labels alone is how a forecast is posed, and
 * no leak.
 */
final class LookAheads {

    /** Fits whose labels lie in the data set that they are given. */
    private static final Pattern BOOSTER = Pattern.compile("^(xgboost|lightgbm)\\..*Booster$");

    private LookAheads() {}

    /** A step that looks ahead, with the fits that learn from it. */
    record Leak(Influence influence, List<Fit> fits, Set<String> columns, Confidence confidence) {}

    /**
     * Finds them.
     *
     * @param excused whether a step that went into all columns is excused if it went into the labels too, for then it may have been meant
     *     for them
     */
    static List<Leak> find(CodeFacts facts, Predicate<Influence> which, boolean excused) {
        Map<Span, Leak> leaks = new LinkedHashMap<>();
        for (Fit fit : facts.fits()) {
            for (Influence influence : fit.features().influences()) {
                if (which.test(influence)) {
                    confidence(fit, influence, excused)
                            .ifPresent(confidence -> leaks.merge(
                                    influence.site(),
                                    new Leak(influence, List.of(fit), own(fit.features(), influence), confidence),
                                    LookAheads::both));
                }
            }
        }
        return List.copyOf(leaks.values());
    }

    /** How sure it is that the values are among the features; empty if they may as well be the labels alone. */
    private static Optional<Confidence> confidence(Fit fit, Influence influence, boolean excused) {
        if (fit.target().isEmpty() && !BOOSTER.matcher(fit.name()).find()) {
            return Optional.empty();
        }
        Data features = fit.features();
        Set<Influence> labels = fit.target().map(Data::influences).orElse(Set.of());
        Set<String> named =
                fit.target().flatMap(target -> target.columns().selected()).orElse(Set.of());
        boolean chosen = features.is(Tag.CHOSEN_COLUMNS);
        boolean general = features.columns().influences().contains(influence);
        Set<String> own = own(features, influence);
        if (!general && named.containsAll(own)) {
            return Optional.empty();
        }
        boolean looks = labels.stream().anyMatch(label -> label.kind() == influence.kind())
                || named.stream().anyMatch(name -> name.startsWith("#"));
        if (excused && looks && (chosen || general)) {
            return Optional.empty();
        }
        if (chosen || features.is(Tag.ASSUMED) && general) {
            return Optional.of(Confidence.LOW);
        }
        return Optional.of(general || features.is(Tag.ASSUMED) ? Confidence.MEDIUM : Confidence.HIGH);
    }

    /** The columns that have it on their own. */
    private static Set<String> own(Data features, Influence influence) {
        Set<String> own = new LinkedHashSet<>();
        for (Map.Entry<String, ColumnState> column : features.columns().own().entrySet()) {
            if (column.getValue().influences().contains(influence)) {
                own.add(column.getKey());
            }
        }
        return own;
    }

    private static Leak both(Leak one, Leak other) {
        List<Fit> fits = new ArrayList<>(one.fits());
        fits.addAll(other.fits());
        Set<String> columns = new LinkedHashSet<>(one.columns());
        columns.addAll(other.columns());
        Confidence confidence =
                one.confidence().compareTo(other.confidence()) <= 0 ? one.confidence() : other.confidence();
        return new Leak(one.influence(), fits, columns, confidence);
    }

    /** Whether a model that learns from it is also evaluated on rows that it read, or that have it too. */
    static boolean reachesEvaluation(CodeFacts facts, Leak leak) {
        return facts.pairs().stream()
                .filter(pair -> leak.fits().contains(pair.fit()))
                .anyMatch(pair -> pair.score().features().influences().contains(leak.influence()));
    }

    /** Whether rows are surely in an order of time: lags are made of them, or they are sorted or labelled by a time. */
    static boolean isTimeOrdered(Leak leak) {
        return leak.fits().stream()
                .anyMatch(fit ->
                        fit.features().is(Tag.TIME_ORDERED) || fit.features().is(Tag.TIME_SORTED));
    }

    /** Whether any feature is made of earlier rows. */
    static boolean hasLags(Leak leak) {
        return leak.fits().stream()
                .flatMap(fit -> fit.features().influences().stream())
                .anyMatch(influence -> influence.kind() == InfluenceKind.LAG);
    }

    static void report(CodeFacts facts, Findings findings, Leak leak, Confidence confidence, String format) {
        Flow flow = new Flow(facts).source(leak.influence().rows());
        flow.step(leak.influence().site(), "look-ahead", leak.influence().what() + " reads later rows");
        for (Fit fit : leak.fits().subList(0, Math.min(3, leak.fits().size()))) {
            flow.splits(fit.features().rows()).fit(fit);
        }
        List<String> columns =
                leak.columns().stream().filter(name -> !name.equals("?")).toList();
        findings.add(FindingDraft.at(Places.of(leak.influence().site()), columns, confidence)
                .says(format, leak.influence().what(), leak.fits().get(0).simpleName())
                .flow(flow.steps()));
    }
}
