package io.watertight.checks.target;

import io.watertight.checks.support.Words;
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
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.Condition.Relation;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import io.watertight.core.study.Column;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.PredictionPoint;
import io.watertight.core.study.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds date columns that lie after the moment of prediction. */
@CheckInfo(
        id = "date-after-prediction",
        title = "Dates lie after the prediction",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR,
        requires = Need.FEATURES)
public final class DateAfterPrediction implements Check<DateAfterPrediction.Candidates> {

    /** One in a hundred later dates is a mistake in the data, more is a later event. */
    private static final double SOME = 0.01;

    /** Without a declared prediction point, a column must lie later on most rows to be worth a question. */
    private static final double MOST = 0.5;

    /** Words of a column that usually holds the moment at which something begins and a prediction is made. */
    private static final Set<String> BEGINNINGS = Set.of(
            "issue",
            "issued",
            "application",
            "applied",
            "created",
            "create",
            "creation",
            "order",
            "ordered",
            "admission",
            "admitted",
            "admit",
            "start",
            "started",
            "opened",
            "request",
            "requested",
            "submitted",
            "booking",
            "booked",
            "signup",
            "registered",
            "registration",
            "enrolled",
            "purchase",
            "listed",
            "posted",
            "origination",
            "approved");

    /**
     * What is compared.
     *
     * @param point the prediction point, declared or guessed
     * @param columns date columns that are compared with it
     */
    public record Candidates(Optional<PredictionPoint> point, List<Column> columns) {}

    @Override
    public Candidates propose(StudyView view) {
        Optional<PredictionPoint> point = view.study().predictAt().or(() -> guess(view));
        List<Column> columns = view.study().columns().stream()
                .filter(Column::isTime)
                .filter(column -> column.role() == Role.FEATURE)
                .filter(column -> column.knownAt().kind() == KnownAt.Kind.UNKNOWN)
                .filter(column -> point.filter(other -> !other.column().equals(column.name()))
                        .isPresent())
                .toList();
        return new Candidates(point, columns);
    }

    private static Optional<PredictionPoint> guess(StudyView view) {
        return view.study().columns().stream()
                .filter(Column::isTime)
                .filter(column -> view.profile().column(column.name()).all().missingShare() < SOME)
                .filter(column -> Words.of(column.name()).stream().anyMatch(BEGINNINGS::contains))
                .findFirst()
                .map(column -> new PredictionPoint(column.name(), Optional.empty()));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Candidates candidates) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        candidates
                .columns()
                .forEach(column -> needs.add(question(column, candidates.point().orElseThrow())));
        return needs;
    }

    private static CountWhere question(Column column, PredictionPoint point) {
        return CountWhere.all(
                Condition.compare(PredictionTime.of(column.name()), Relation.GREATER, PredictionTime.of(point)));
    }

    @Override
    public void evaluate(StudyView view, Candidates candidates, Statistics statistics, Findings findings) {
        boolean declared = view.study().predictAt().isPresent();
        for (Column column : candidates.columns()) {
            PredictionPoint point = candidates.point().orElseThrow();
            Tally tally = statistics.get(question(column, point));
            double share = tally.defined() == 0 ? 0 : (double) tally.matched() / tally.defined();
            if (share < (declared ? SOME : MOST)) {
                continue;
            }
            FindingDraft draft = FindingDraft.about(column.name(), declared ? Confidence.PROVEN : Confidence.MEDIUM)
                    .severity(declared ? Severity.ERROR : Severity.WARNING)
                    .says(
                            "%s lies after %s%s in %,d of %,d rows: what it tells was not known then.",
                            column.name(), point, declared ? "" : " (a guess)", tally.matched(), tally.defined())
                    .measured("share of dates after the prediction", share, declared ? SOME : MOST)
                    .rows(tally.examples())
                    .fix(Fix.leaveOut(List.of(column.name())));
            findings.add(
                    declared
                            ? draft
                            : draft.asks(new Question(
                                    "Do you predict at " + point.column() + "?",
                                    List.of("--predict-at " + point.column()),
                                    List.of(point.column()),
                                    90)));
        }
    }
}
