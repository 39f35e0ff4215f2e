package io.watertight.checks.preprocessing;

import io.watertight.checks.support.Wording;
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
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.ColumnProfile;
import io.watertight.core.data.PartProfile;
import io.watertight.core.numeric.Ranks;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Columns that are the ranks of something over all parts together. */
@CheckInfo(
        id = "rank-transformed-before-split",
        title = "Columns are ranks over training and test rows together",
        category = Category.PREPROCESSING,
        severity = Severity.WARNING,
        requires = {Need.SPLIT, Need.FEATURES})
public final class RankTransformedBeforeSplit implements Check<List<String>> {

    /** Fewer rows leave ranks too few to be told from a grid. */
    private static final int FEWEST_ROWS = 50;

    /** Mean and extremes of ranks are exact but for the decimals they are written with. */
    private static final double EXACT = 1e-6;

    /** Ties narrow the deviation a little. */
    private static final double SPREAD = 0.01;

    private static final double MOSTLY_DISTINCT = 0.5;

    /** A column that rises with the rows is a counter or a time, not a transformed feature. */
    private static final double RISING = 0.99;

    @Override
    public List<String> propose(StudyView view) {
        return view.study().features().stream()
                .filter(column -> column.isNumber() && !column.integral())
                .filter(column -> isRanked(view.profile().column(column.name())))
                .map(Column::name)
                .filter(name -> !risesWithRows(view.sample(), name))
                .toList();
    }

    private static boolean isRanked(ColumnProfile column) {
        PartProfile all = column.all();
        PartProfile training = column.parts().get(Part.TRAIN);
        return training != null
                && training.present() < all.present()
                && all.present() >= FEWEST_ROWS
                && all.distinct() >= MOSTLY_DISTINCT * all.present()
                && isUniform(all)
                && !isUniform(training);
    }

    /**
     * Whether minimum, mean, maximum and deviation are those of the ranks 1..n brought to (0, 1): (r-1)/(n-1), r/n, (r-1/2)/n,
     * or r/(n+1). The variance of ranks 1..n is (n*n-1)/12, with n-1 below n*(n+1)/12.
     */
    static boolean isUniform(PartProfile part) {
        double n = part.present();
        double deviation = Math.sqrt(n * (n + 1) / 12);
        double[][] forms = {{-1, n - 1}, {0, n}, {-0.5, n}, {0, n + 1}};
        return Arrays.stream(forms).anyMatch(form -> {
            double shift = form[0];
            double scale = form[1];
            return Math.abs(part.minimum() - (1 + shift) / scale) <= EXACT
                    && Math.abs(part.maximum() - (n + shift) / scale) <= EXACT
                    && Math.abs(part.mean() - ((n + 1) / 2 + shift) / scale) <= EXACT
                    && Math.abs(part.deviation() / (deviation / scale) - 1) <= SPREAD;
        });
    }

    private static boolean risesWithRows(ColumnBatch sample, String name) {
        double[] positions = Arrays.stream(sample.rowIds()).asDoubleStream().toArray();
        return Math.abs(Ranks.spearman(sample.numbers(name), positions)) > RISING;
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<String> columns) {
        return Set.of();
    }

    @Override
    public void evaluate(StudyView view, List<String> columns, Statistics statistics, Findings findings) {
        if (columns.isEmpty()) {
            return;
        }
        findings.add(FindingDraft.about(columns, Confidence.HIGH)
                .says(
                        "%s the evenly spaced ranks of all rows, training and test together, not of the training rows: each"
                                + " value tells where a row stands among the test rows.",
                        Wording.does(columns.size(), "column", "hold"))
                .measured("columns of pooled ranks", columns.size(), 0)
                .fact("all rows", view.profile().rows())
                .fact("training rows", view.profile().rows(Part.TRAIN))
                .fix(new Fix.Advice("learn the quantiles from the training rows, then apply them to both")));
    }
}
