package io.watertight.checks.target;

import io.watertight.checks.support.ChanceOfPurity;
import io.watertight.checks.support.FeatureStrength;
import io.watertight.checks.support.LabelledSample;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Need;
import io.watertight.core.check.Question;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.PartProfile;
import io.watertight.core.numeric.Strength;
import io.watertight.core.report.ClassNames;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds values after which the target is always the same: a level, or everything but one value. */
@CheckInfo(
        id = "pure-region",
        title = "Some values of a column come with one outcome only",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR,
        requires = {Need.CLASSES, Need.FEATURES})
public final class PureRegion implements Check<PureRegion.Candidates> {

    /** Rarer than one in ten billion over all regions looked at. */
    private static final double RULED_OUT = -10;

    /** Mistakes in the data may hide a pure region: up to this share of its rows is a question. */
    private static final double MOST_EXCEPTIONS = 0.005;

    /** And the other classes must be this many times rarer in it than elsewhere. */
    private static final double FEWER = 20;

    /** An AUC of 0.8. */
    private static final double STRONG = 0.6;

    /** Enough to see whether two regions come together. */
    private static final int ROWS = 20_000;

    /**
     * What is looked at.
     *
     * @param columns columns with their bins
     * @param spikes by name, a single value of a continuous number
     */
    public record Candidates(List<Column> columns, Map<String, Double> spikes) {}

    @Override
    public Candidates propose(StudyView view) {
        List<Column> columns = FeatureStrength.features(view);
        LabelledSample screen = LabelledSample.of(view).screen();
        Map<String, Double> spikes = new LinkedHashMap<>();
        columns.forEach(
                column -> Spikes.find(view, screen, column).ifPresent(value -> spikes.put(column.name(), value)));
        return new Candidates(columns, spikes);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Candidates candidates) {
        Set<Statistic<?>> needs = new LinkedHashSet<>(FeatureStrength.needs(view, candidates.columns()));
        candidates.spikes().forEach((column, value) -> needs.add(Spikes.question(column, value)));
        return needs;
    }

    @Override
    public void evaluate(StudyView view, Candidates candidates, Statistics statistics, Findings findings) {
        List<Column> columns = candidates.columns();
        boolean easy = isEasy(view, FeatureStrength.of(view, statistics, columns));
        Map<Column, List<Region>> pure = new LinkedHashMap<>();
        for (Column column : columns) {
            List<Region> regions = pure(view, column, candidates, statistics);
            if (!regions.isEmpty()) {
                pure.put(column, regions);
            }
        }
        if (pure.isEmpty()) {
            return;
        }
        if (easy) {
            findings.remark(
                    pure.size() + " columns with pure regions are not accused: many columns are strong together.");
            return;
        }
        PureRows rows = new PureRows(LabelledSample.of(view).atMost(ROWS));
        pure.forEach((column, regions) -> rows.add(column.name(), regions));
        pure.forEach((column, regions) -> report(
                view,
                column,
                regions,
                FeatureStrength.of(view, statistics, column.name()),
                rows.independentOf(column.name()),
                findings));
    }

    private static List<Region> pure(StudyView view, Column column, Candidates candidates, Statistics statistics) {
        PartProfile profile = view.profile().column(column.name()).all();
        int columns = candidates.columns().size();
        List<Region> regions =
                new ArrayList<>(Regions.of(column, statistics.get(view.contingency(column.name())), profile, columns));
        Optional.ofNullable(candidates.spikes().get(column.name()))
                .map(value -> Regions.ofSpike(value, statistics.get(Spikes.question(column.name(), value)), columns))
                .ifPresent(regions::addAll);
        return regions.stream()
                .filter(region -> region.log10Luck() < RULED_OUT && isNearlyPure(region))
                .sorted(Comparator.comparing(region -> region.exceptions() > 0))
                .toList();
    }

    /**
     * Company alone makes no problem easy: where the best column is weak, nature does not separate two classes. Of several classes a
     * column may tell one from all others and still be weak on average, so there weakness says nothing.
     */
    private static boolean isEasy(StudyView view, List<Strength> strengths) {
        boolean several =
                view.study().target().map(target -> target.classes().size() > 2).orElse(false);
        return FeatureStrength.isEasyProblem(strengths)
                && (several || strengths.get(0).power() >= STRONG);
    }

    /** Without exception, or with so few that they may be mistakes in the data. */
    private static boolean isNearlyPure(Region region) {
        double share = (double) region.exceptions() / region.rows();
        return region.exceptions() == 0 || share <= MOST_EXCEPTIONS && share * FEWER <= 1 - region.baseRate();
    }

    private static void report(
            StudyView view,
            Column column,
            List<Region> pure,
            Strength strength,
            Optional<String> independent,
            Findings findings) {
        Region best = pure.get(0);
        boolean exact = best.exceptions() == 0;
        boolean sure = exact && independent.isEmpty();
        long rows = pure.stream()
                .filter(region -> region.kind() == best.kind())
                .mapToLong(Region::rows)
                .sum();
        String label = new ClassNames(view.target(), false).name(best.label());
        findings.add(FindingDraft.about(column.name(), sure ? Confidence.HIGH : Confidence.MEDIUM)
                .severity(sure ? Severity.ERROR : Severity.WARNING)
                .says(
                        "%s: %,d of %,d rows %s are %s = %s, %s (by luck: %s).%s",
                        column.name(),
                        best.rows() - best.exceptions(),
                        best.rows(),
                        best.kind().words(),
                        view.target().column(),
                        label,
                        exact ? "without exception" : "where " + percent(best.baseRate()) + " of all rows are",
                        ChanceOfPurity.inWords(best.log10Luck()),
                        independent
                                .filter(other -> exact)
                                .map(other -> " So is " + other + ", and the two come together no more often than"
                                        + " independent causes do; effects of one outcome come together.")
                                .orElse(""))
                .measured("log10 of the chance of a pure region", best.log10Luck(), RULED_OUT)
                .fact("rows_in_pure_regions", rows)
                .fact("pure_regions", pure.size())
                .fact("base_rate", best.baseRate())
                .fact("strength_of_column", strength.value())
                .cell("value", best.value())
                .cell("class", view.target().classes().get(best.label()))
                .fix(Fix.leaveOut(List.of(column.name())))
                .asks(Question.known(
                        List.of(column.name()),
                        "Can " + column.name() + " have these values before the outcome is known?",
                        70)));
    }

    private static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.1f %%", 100 * share);
    }
}
