package io.watertight.checks.preprocessing;

import io.watertight.checks.support.Decimals;
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
import io.watertight.core.data.Canonical;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.Moments;
import io.watertight.core.statistic.MomentsWhere;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A number that fills gaps is the mean or median of the other values over all parts, not over the training rows. */
@CheckInfo(
        id = "imputed-before-split",
        title = "Gaps were filled from training and test rows together",
        category = Category.PREPROCESSING,
        severity = Severity.WARNING,
        requires = Need.FEATURES)
public final class ImputedBeforeSplit implements Check<List<Atom>> {

    /** The two means differ by this many times what rounding explains, or nobody can tell which one was used. */
    private static final double DISCERNIBLE = 20;

    /** Arithmetic of a mean, relative. */
    private static final double ARITHMETIC = 1e-9;

    private static final double SURE = -6;
    private static final double SUSPICIOUS = -3;

    /** An atom that equals a statistic of the other values. */
    private record Filled(Atom atom, String statistic, double distance, double chance) {}

    @Override
    public List<Atom> propose(StudyView view) {
        return view.study().features().stream()
                .filter(Column::isNumber)
                .flatMap(column -> Atom.in(view.sample(), column.name()).stream())
                .toList();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Atom> atoms) {
        Set<Statistic<?>> needs = new HashSet<>();
        for (Atom atom : atoms) {
            needs.add(others(atom, Scope.ALL));
            needs.add(others(atom, Scope.TRAIN));
        }
        return needs;
    }

    private static MomentsWhere others(Atom atom, Scope scope) {
        Operand column = Operand.column(atom.column());
        Condition different = Condition.compare(column, Condition.Relation.DIFFERENT, Operand.number(atom.value()));
        return new MomentsWhere(column, Optional.of(different), scope);
    }

    @Override
    public void evaluate(StudyView view, List<Atom> atoms, Statistics statistics, Findings findings) {
        List<Filled> filled = new ArrayList<>();
        for (Atom atom : atoms) {
            Moments all = statistics.get(others(atom, Scope.ALL));
            Moments train = statistics.get(others(atom, Scope.TRAIN));
            double tolerance =
                    Decimals.errorOfValue(atom.decimals()) + ARITHMETIC * (Math.abs(all.mean()) + all.deviation());
            boolean split = view.study().hasSplit();
            if (isNear(atom, all.mean(), tolerance) && (!split || isFar(atom, train.mean(), tolerance))) {
                double chance = Math.log10(Math.min(1, 2 * tolerance / all.deviation()));
                filled.add(new Filled(atom, "mean", Math.abs(atom.value() - train.mean()), chance));
            } else if (isNear(atom, all.median(), tolerance) && split && isFar(atom, train.median(), tolerance)) {
                filled.add(new Filled(
                        atom, "median", Math.abs(atom.value() - train.median()), -Math.log10(atom.others())));
            }
        }
        double chance = Math.log10(Math.max(1, atoms.size()))
                + filled.stream().mapToDouble(Filled::chance).sum();
        if (!filled.isEmpty() && chance <= SUSPICIOUS) {
            findings.add(view.study().hasSplit() ? fitted(filled, chance) : foreseen(filled));
        }
    }

    private static boolean isNear(Atom atom, double statistic, double tolerance) {
        return Math.abs(atom.value() - statistic) <= tolerance;
    }

    private static boolean isFar(Atom atom, double statistic, double tolerance) {
        return Math.abs(atom.value() - statistic) > DISCERNIBLE * tolerance;
    }

    private static FindingDraft fitted(List<Filled> filled, double chance) {
        return draft(filled, chance <= SURE ? Confidence.HIGH : Confidence.MEDIUM)
                .says(
                        "In %s one repeated number is the mean or median of the other values over all parts together,"
                                + " not of the training rows: gaps were filled with the help of the test rows.",
                        count(filled))
                .measured("log10 of the chance of a coincidence", chance, SURE)
                .fix(new Fix.Advice("learn the fill value from the training rows, then fill both parts with it"));
    }

    private static FindingDraft foreseen(List<Filled> filled) {
        return draft(filled, Confidence.MEDIUM)
                .severity(Severity.INFO)
                .says(
                        "In %s one repeated number is the mean of all other values: gaps were filled before any split."
                                + " Rows that become the test set have had a say in it.",
                        count(filled))
                .fix(new Fix.Advice("split first, or fill the gaps again from the training rows"));
    }

    private static String count(List<Filled> filled) {
        return filled.size() == 1 ? "a column" : filled.size() + " columns";
    }

    private static FindingDraft draft(List<Filled> filled, Confidence confidence) {
        FindingDraft draft = FindingDraft.about(
                        filled.stream().map(one -> one.atom().column()).toList(), confidence)
                .fact("columns", filled.size());
        for (Filled one : filled.subList(0, Math.min(10, filled.size()))) {
            draft.fact(one.atom().column() + ": filled with the", one.statistic());
            draft.fact(one.atom().column() + ": distance from the training rows' own", one.distance());
            draft.cell(
                    one.atom().column() + ": filled with",
                    Canonical.text(one.atom().value()));
        }
        return draft;
    }
}
