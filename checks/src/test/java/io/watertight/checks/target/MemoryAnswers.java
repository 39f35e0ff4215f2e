package io.watertight.checks.target;

import io.watertight.checks.support.LabelledSample;
import io.watertight.checks.support.OperandValues;
import io.watertight.core.check.Check;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Findings;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.Vector;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import java.util.List;

/** Takes a check through its three steps on a complete sample, so that hundreds of tables need no engine. */
final class MemoryAnswers {

    private MemoryAnswers() {}

    static <C> List<Finding> findings(Check<C> check, StudyView view) {
        C candidates = check.propose(view);
        Statistics.Builder answers = Statistics.builder();
        for (Statistic<?> need : check.needs(view, candidates)) {
            answer(view, answers, need);
        }
        Findings findings = new Findings(check.info());
        check.evaluate(view, candidates, answers.build(), findings);
        return findings.found();
    }

    private static void answer(StudyView view, Statistics.Builder answers, Statistic<?> need) {
        if (need instanceof CountWhere count) {
            answers.put(count, tally(view, count.condition()));
        } else {
            answers.leaveOut(need, "not answered in memory");
        }
    }

    private static Tally tally(StudyView view, Condition condition) {
        LabelledSample sample = LabelledSample.of(view);
        int classes = view.outcome().orElseThrow().classes();
        long[] definedBy = new long[classes];
        long[] matchedBy = new long[classes];
        long defined = 0;
        long matched = 0;
        int[] truth = truth(view, sample, condition);
        for (int row = 0; row < truth.length; row++) {
            int label = sample.labels().length == 0 ? 0 : sample.labels()[row];
            if (truth[row] >= 0) {
                defined++;
                definedBy[label]++;
            }
            if (truth[row] == 1) {
                matched++;
                matchedBy[label]++;
            }
        }
        return new Tally(truth.length, defined, matched, definedBy, matchedBy, List.of());
    }

    /** 1 for true, 0 for false, -1 for unknown. All rows of these tables are labelled training rows. */
    private static int[] truth(StudyView view, LabelledSample sample, Condition condition) {
        int[] result = new int[sample.size()];
        if (condition instanceof Condition.IsOneOf oneOf) {
            Vector vector = view.sample().column(oneOf.column());
            for (int row = 0; row < result.length; row++) {
                result[row] = vector.isMissing(row) ? -1 : oneOf.texts().contains(vector.text(row)) ? 1 : 0;
            }
        } else if (condition instanceof Condition.IsMissing missing) {
            Vector vector = view.sample().column(missing.column());
            for (int row = 0; row < result.length; row++) {
                result[row] = vector.isMissing(row) ? 1 : 0;
            }
        } else if (condition instanceof Condition.Compare compare) {
            double[] left = values(sample, compare.left());
            double[] right = values(sample, compare.right());
            for (int row = 0; row < result.length; row++) {
                boolean unknown = Double.isNaN(left[row]) || Double.isNaN(right[row]);
                result[row] = unknown ? -1 : holds(compare.relation(), left[row], right[row]) ? 1 : 0;
            }
        } else if (condition instanceof Condition.Close close) {
            double[] left = values(sample, close.left());
            double[] right = values(sample, close.right());
            for (int row = 0; row < result.length; row++) {
                boolean unknown = Double.isNaN(left[row]) || Double.isNaN(right[row]);
                double tolerance = close.absolute() + close.relative() * Math.abs(right[row]);
                result[row] = unknown ? -1 : Math.abs(left[row] - right[row]) <= tolerance ? 1 : 0;
            }
        } else if (condition instanceof Condition.Not not) {
            int[] of = truth(view, sample, not.of());
            for (int row = 0; row < result.length; row++) {
                result[row] = of[row] < 0 ? -1 : 1 - of[row];
            }
        } else if (condition instanceof Condition.And and) {
            int[] left = truth(view, sample, and.left());
            int[] right = truth(view, sample, and.right());
            for (int row = 0; row < result.length; row++) {
                boolean no = left[row] == 0 || right[row] == 0;
                result[row] = no ? 0 : Math.min(left[row], right[row]);
            }
        } else if (condition instanceof Condition.Or or) {
            int[] left = truth(view, sample, or.left());
            int[] right = truth(view, sample, or.right());
            for (int row = 0; row < result.length; row++) {
                boolean yes = left[row] == 1 || right[row] == 1;
                result[row] = yes ? 1 : Math.min(left[row], right[row]);
            }
        } else {
            throw new IllegalArgumentException("not answered in memory: " + condition);
        }
        return result;
    }

    private static double[] values(LabelledSample sample, Operand operand) {
        return operand instanceof Operand.ColumnValue value && value.column().equals("y")
                ? sample.target()
                : OperandValues.of(sample, operand);
    }

    private static boolean holds(Condition.Relation relation, double left, double right) {
        return switch (relation) {
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case EQUAL -> left == right;
            case AT_LEAST -> left >= right;
            case GREATER -> left > right;
            case DIFFERENT -> left != right;
        };
    }
}
