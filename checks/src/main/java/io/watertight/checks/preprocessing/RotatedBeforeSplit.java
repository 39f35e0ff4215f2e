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
import io.watertight.core.data.PartProfile;
import io.watertight.core.statistic.MomentsWhere;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Columns that are centred and uncorrelated over all parts together, as principal components are where they were fitted. */
@CheckInfo(
        id = "rotated-before-split",
        title = "Components were computed from training and test rows together",
        category = Category.PREPROCESSING,
        severity = Severity.WARNING,
        requires = {Need.SPLIT, Need.FEATURES})
public final class RotatedBeforeSplit implements Check<List<RotatedBeforeSplit.Pair>> {

    /** Mean over deviation of a centred column. */
    private static final double CENTRED = 1e-6;

    /** Correlation of components over the rows they were computed from. */
    private static final double UNCORRELATED = 1e-5;

    /** Over other rows they are correlated by chance; this much more than where they were fitted. */
    private static final double DISCERNIBLE = 20;

    /** So many columns, each with its successor: enough to rule out luck, and linear in their number. */
    private static final int MOST_COLUMNS = 40;

    private static final int FEWEST_PAIRS = 2;
    private static final double CONTINUOUS = 0.5;

    /** Two columns next to each other that are centred over all parts. */
    public record Pair(String left, String right) {

        MomentsWhere product(Scope scope) {
            return new MomentsWhere(Operand.column(left).times(Operand.column(right)), Optional.empty(), scope);
        }
    }

    @Override
    public List<Pair> propose(StudyView view) {
        List<String> centred = view.study().features().stream()
                .filter(column -> column.isNumber() && !column.integral())
                .map(Column::name)
                .filter(name -> isCentred(view, name))
                .limit(MOST_COLUMNS)
                .toList();
        return java.util.stream.IntStream.range(1, centred.size())
                .mapToObj(index -> new Pair(centred.get(index - 1), centred.get(index)))
                .toList();
    }

    private static boolean isCentred(StudyView view, String name) {
        PartProfile all = view.profile().column(name).all();
        PartProfile training = view.profile().column(name).parts().get(Part.TRAIN);
        return training != null
                && all.missing() == 0
                && training.rows() < all.rows()
                && all.distinct() >= CONTINUOUS * all.rows()
                && Math.abs(all.mean()) <= CENTRED * all.deviation()
                && Math.abs(training.mean()) > DISCERNIBLE * CENTRED * training.deviation();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Pair> pairs) {
        Set<Statistic<?>> needs = new HashSet<>();
        for (Pair pair : pairs) {
            needs.add(pair.product(Scope.ALL));
            needs.add(pair.product(Scope.TRAIN));
        }
        return needs;
    }

    @Override
    public void evaluate(StudyView view, List<Pair> pairs, Statistics statistics, Findings findings) {
        List<Pair> rotated = pairs.stream()
                .filter(pair -> Math.abs(correlation(view, pair, Scope.ALL, statistics)) <= UNCORRELATED)
                .filter(pair -> Math.abs(correlation(view, pair, Scope.TRAIN, statistics)) > DISCERNIBLE * UNCORRELATED)
                .toList();
        if (rotated.size() < FEWEST_PAIRS || 2 * rotated.size() < pairs.size()) {
            return;
        }
        List<String> columns = rotated.stream()
                .flatMap(pair -> List.of(pair.left(), pair.right()).stream())
                .distinct()
                .toList();
        double training = rotated.stream()
                .mapToDouble(pair -> Math.abs(correlation(view, pair, Scope.TRAIN, statistics)))
                .max()
                .orElseThrow();
        findings.add(FindingDraft.about(columns, Confidence.HIGH)
                .says(
                        "%s centred and uncorrelated over all parts together, but not over the training rows: they are"
                                + " components that were computed with the test rows.",
                        Wording.are(columns.size(), "column"))
                .measured("largest correlation of neighbours over training rows", training, UNCORRELATED)
                .fact("pairs that are uncorrelated over all parts", rotated.size())
                .fact("pairs tried", pairs.size())
                .fix(new Fix.Advice("learn the rotation from the training rows, then apply it to both")));
    }

    private static double correlation(StudyView view, Pair pair, Scope scope, Statistics statistics) {
        PartProfile left = profile(view, pair.left(), scope);
        PartProfile right = profile(view, pair.right(), scope);
        double product = statistics.get(pair.product(scope)).mean();
        return (product - left.mean() * right.mean()) / (left.deviation() * right.deviation());
    }

    private static PartProfile profile(StudyView view, String name, Scope scope) {
        return scope == Scope.ALL
                ? view.profile().column(name).all()
                : Optional.ofNullable(view.profile().column(name).parts().get(Part.TRAIN))
                        .orElseThrow();
    }
}
