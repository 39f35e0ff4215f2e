package io.watertight.core.report;

import io.watertight.core.check.Catalogue;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.Set;

/** Checks that find nothing by themselves: they lend their name, title and page to a hand-built report. */
public final class SampleChecks {

    private SampleChecks() {}

    public static Catalogue catalogue() {
        return Catalogue.of(
                new WrittenInOutcome(),
                new FilledAfterwards(),
                new LaterThanPrediction(),
                new RepeatedAcrossSplit(),
                new ScaledTogether(),
                new GroupStraddles(),
                new ShiftBetweenParts(),
                new Constant(),
                new BrokenCheck());
    }

    /** A check that does nothing. */
    abstract static class Silent implements Check<String> {

        @Override
        public String propose(StudyView view) {
            return "";
        }

        @Override
        public Set<Statistic<?>> needs(StudyView view, String candidates) {
            return Set.of();
        }

        @Override
        public void evaluate(StudyView view, String candidates, Statistics statistics, Findings findings) {}
    }

    @CheckInfo(
            id = "written-in-outcome",
            title = "The outcome is written in a column",
            category = Category.ILLEGITIMATE_FEATURE,
            severity = Severity.ERROR)
    static final class WrittenInOutcome extends Silent {}

    @CheckInfo(
            id = "filled-afterwards",
            title = "A column is filled in only after one outcome",
            category = Category.ILLEGITIMATE_FEATURE,
            severity = Severity.ERROR)
    static final class FilledAfterwards extends Silent {}

    @CheckInfo(
            id = "later-than-prediction",
            title = "Dates lie after the prediction",
            category = Category.TEMPORAL,
            severity = Severity.WARNING)
    static final class LaterThanPrediction extends Silent {}

    @CheckInfo(
            id = "repeated-across-split",
            title = "Rows of the test set occur in training",
            category = Category.DUPLICATES,
            severity = Severity.ERROR)
    static final class RepeatedAcrossSplit extends Silent {}

    @CheckInfo(
            id = "scaled-together",
            title = "Columns were scaled with the test rows",
            category = Category.PREPROCESSING,
            severity = Severity.WARNING)
    static final class ScaledTogether extends Silent {}

    @CheckInfo(
            id = "group-straddles",
            title = "A group is on both sides of the split",
            category = Category.NON_INDEPENDENCE,
            severity = Severity.ERROR)
    static final class GroupStraddles extends Silent {}

    @CheckInfo(
            id = "shift-between-parts",
            title = "Test rows differ from training rows",
            category = Category.SAMPLING_BIAS,
            severity = Severity.WARNING)
    static final class ShiftBetweenParts extends Silent {}

    @CheckInfo(id = "constant", title = "A column has one value", category = Category.NONE, severity = Severity.INFO)
    static final class Constant extends Silent {}

    @CheckInfo(
            id = "broken-check",
            title = "A check that fails",
            category = Category.FEATURE_SELECTION,
            severity = Severity.WARNING)
    static final class BrokenCheck extends Silent {}
}
