package io.watertight.checks.target;

import io.watertight.checks.support.FeatureStrength;
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
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnProfile;
import io.watertight.core.numeric.Strength;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Role;
import java.util.List;
import java.util.Set;

/** Finds identifiers whose order or prefix predicts the target: rows were numbered after the outcome, or class by class. */
@CheckInfo(
        id = "identifier-predicts",
        title = "An identifier predicts the target",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.WARNING,
        requires = Need.TARGET)
public final class IdentifierPredicts implements Check<List<Column>> {

    private static final double NOTABLE_AUC = 0.6;
    private static final double NOTABLE_R2 = 0.15;
    private static final double SURE = 8;

    /** The identifier is the answer: rows were numbered class by class, or the class is part of the name. */
    private static final double NEARLY_THE_TARGET = 0.99;

    /** Names of people and things have fewer spaces. */
    private static final double PROSE_SPACES = 3;

    @Override
    public List<Column> propose(StudyView view) {
        return view.study().columns().stream()
                .filter(column -> view.sample().has(column.name()) && isIdentifier(view, column))
                .toList();
    }

    private static boolean isIdentifier(StudyView view, Column column) {
        ColumnProfile profile = view.profile().column(column.name());
        boolean unique = profile.looksUnique()
                && profile.all().missing() == 0
                && profile.all().rows() >= 100;
        boolean dense = column.integral()
                && profile.all().maximum() - profile.all().minimum()
                        < 1.05 * profile.all().rows();
        return column.role() == Role.ID
                || column.role() == Role.FEATURE
                        && unique
                        && (dense || column.type() == ColumnType.TEXT && !isProse(view, column));
    }

    /** Sentences are content, not names: how a review begins may honestly go with the target. */
    private static boolean isProse(StudyView view, Column column) {
        return view.sample().column(column.name()) instanceof CodeVector words
                && words.dictionary().stream()
                                .mapToLong(text -> text.strip()
                                        .chars()
                                        .filter(Character::isWhitespace)
                                        .count())
                                .average()
                                .orElse(0)
                        >= PROSE_SPACES;
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Column> columns) {
        Set<Statistic<?>> needs = FeatureStrength.needs(
                view, columns.stream().filter(Column::isNumber).toList());
        return needs;
    }

    @Override
    public void evaluate(StudyView view, List<Column> columns, Statistics statistics, Findings findings) {
        for (Column column : columns) {
            Strength strength = column.isNumber()
                    ? FeatureStrength.of(view, statistics, column.name())
                    : IdentifierPrefix.strength(view, column.name());
            double notable = strength.measure().equals("AUC") ? NOTABLE_AUC : NOTABLE_R2;
            if (!column.isNumber()) {
                findings.coverage(view.sample().coverage());
            }
            if (strength.value() >= notable && strength.z() >= SURE) {
                report(column, strength, notable, findings);
            }
        }
    }

    private static void report(Column column, Strength strength, double notable, Findings findings) {
        boolean answer = strength.measure().equals("AUC") && strength.value() >= NEARLY_THE_TARGET;
        // Time orders numbers as well, and may order the classes; a name whose beginning is the class has no such
        // excuse.
        boolean sure = answer && !column.isNumber();
        boolean used = column.role() == Role.FEATURE || answer && column.roleGuessed();
        findings.add(FindingDraft.about(column.name(), sure ? Confidence.HIGH : Confidence.MEDIUM)
                .severity(!used ? Severity.INFO : sure ? Severity.ERROR : Severity.WARNING)
                .says(
                        "%s names rows, yet its %s predicts the target (%s %.3f): %s.",
                        column.name(),
                        column.isNumber() ? "order" : "beginning",
                        strength.measure(),
                        strength.value(),
                        answer
                                ? "whoever named the rows knew the outcome"
                                : "it was given out in an order that knows the outcome, or time")
                .measured(strength.measure() + " of the identifier alone, out of fold", strength.value(), notable)
                .fact("standard_errors_above_nothing", Math.round(strength.z()))
                .fix(Fix.leaveOut(List.of(column.name())))
                .asks(new Question(
                        "How was " + column.name() + " given out: by time, by site, or after the outcome?",
                        List.of("--id " + column.name(), "--time " + column.name()),
                        List.of(column.name()),
                        35)));
    }
}
