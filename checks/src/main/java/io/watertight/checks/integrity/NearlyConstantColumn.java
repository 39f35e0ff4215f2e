package io.watertight.checks.integrity;

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
import io.watertight.core.data.Vector;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import io.watertight.core.study.Column;
import io.watertight.core.study.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Features with one value in all training rows but a handful. */
@CheckInfo(
        id = "nearly-constant-column",
        title = "A column has the same value in nearly every training row",
        category = Category.NONE,
        severity = Severity.INFO,
        requires = Need.FEATURES)
public final class NearlyConstantColumn implements Check<Map<String, String>> {

    /** So many other rows are two in each of five folds: nothing is learnt from them, and nothing is measured on them. */
    private static final long FEW = 10;

    private static final double SHARE = 0.01;

    @Override
    public Map<String, String> propose(StudyView view) {
        Map<String, String> usual = new LinkedHashMap<>();
        for (Column column : view.study().features()) {
            // Approximate counts of few values are exact, so this spares the sample.
            if (view.sample().has(column.name())
                    && view.profile().column(column.name()).all().distinct() <= 2 * FEW) {
                usual(view.sample(), column.name()).ifPresent(text -> usual.put(column.name(), text));
            }
        }
        return usual;
    }

    /** The value of nearly all training rows of the sample. */
    private static Optional<String> usual(ColumnBatch sample, String column) {
        Vector vector = sample.column(column);
        Map<String, Integer> counts = new HashMap<>();
        int present = 0;
        for (int row = 0; row < sample.rows(); row++) {
            if (sample.part(row) == Part.TRAIN && !vector.isMissing(row)) {
                present++;
                counts.merge(vector.text(row), 1, Integer::sum);
            }
        }
        double least = (1 - 2 * SHARE) * present;
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static CountWhere question(String column, String text) {
        return CountWhere.train(new Condition.IsOneOf(column, List.of(text)));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Map<String, String> usual) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        usual.forEach((column, text) -> needs.add(question(column, text)));
        return needs;
    }

    @Override
    public void evaluate(StudyView view, Map<String, String> usual, Statistics statistics, Findings findings) {
        List<String> found = new ArrayList<>();
        long most = 0;
        for (Map.Entry<String, String> entry : usual.entrySet()) {
            Tally tally = statistics.get(question(entry.getKey(), entry.getValue()));
            if (isNearlyConstant(tally)) {
                found.add(entry.getKey());
                most = Math.max(most, tally.unmatched());
            }
        }
        if (!found.isEmpty()) {
            findings.add(FindingDraft.about(found, Confidence.HIGH)
                    .says(
                            "%s the same in all training rows but %s at most: too few to learn from, and which of them fall into the "
                                    + "test set is luck.",
                            Wording.are(found.size(), "column"), Wording.count(most, "row"))
                    .measured("other rows, at most", (double) most, FEW)
                    .fact("columns", found.size())
                    .fix(Fix.leaveOut(found)));
        }
    }

    private static boolean isNearlyConstant(Tally tally) {
        return tally.unmatched() > 0 && tally.unmatched() <= Math.min(FEW, SHARE * tally.defined());
    }
}
