package io.watertight.checks.target;

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
import io.watertight.core.report.ClassNames;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Role;
import java.util.List;
import java.util.Set;

/** Values of one class are written in another form: with fewer decimals, at full minutes, without a time of day. */
@CheckInfo(
        id = "form-differs-by-class",
        title = "The form in which values are written goes with the target",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.WARNING,
        requires = {Need.CLASSES, Need.FEATURES})
public final class FormDiffersByClass implements Check<List<WrittenForm>> {

    /** Less is what two clinics or two clerks differ by. */
    private static final double LEAST_DIFFERENCE = 0.2;

    /** Standard errors: no chance over thousands of columns. */
    private static final double SURE = 8;

    private static final int ROWS = 10_000;

    @Override
    public List<WrittenForm> propose(StudyView view) {
        LabelledSample sample = LabelledSample.of(view).atMost(ROWS);
        return view.study().columns().stream()
                .filter(column -> column.role() == Role.FEATURE || column.role() == Role.TIME && column.roleGuessed())
                .filter(column -> column.isTime() || column.isNumber() && !column.integral())
                .filter(column -> view.sample().has(column.name()))
                .flatMap(column -> WrittenForm.strongest(sample, column.name(), column.isTime()).stream())
                .filter(form -> Math.abs(form.difference()) >= LEAST_DIFFERENCE && form.z() >= SURE)
                .toList();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<WrittenForm> forms) {
        return Set.of();
    }

    @Override
    public void evaluate(StudyView view, List<WrittenForm> forms, Statistics statistics, Findings findings) {
        double coverage = Math.min(1, (double) ROWS / Math.max(1, view.profile().rows()));
        findings.coverage(coverage);
        for (WrittenForm form : forms) {
            String column = form.column();
            findings.add(FindingDraft.about(column, Confidence.MEDIUM)
                    .says(
                            "%s: values of like size are %s in %.0f%% of the rows of %s = %s and in %.0f%% of the others: they were "
                                    + "written down by someone, or at a moment, that knew the outcome.",
                            column,
                            form.words(),
                            100 * form.ofClass(),
                            view.target().column(),
                            new ClassNames(view.target(), false).name(form.label()),
                            100 * form.ofOthers())
                    .measured(
                            "difference in the share of this form, among values of like size",
                            Math.abs(form.difference()),
                            LEAST_DIFFERENCE)
                    .fact("standardErrors", Math.round(form.z()))
                    .coverage(coverage)
                    .fix(new Fix.Advice(
                            "write all values of the column in one form: round them, or leave the column out"))
                    .asks(Question.known(
                            List.of(column),
                            "Was " + column + " recorded before the outcome, in one way for all rows?",
                            40)));
        }
    }
}
