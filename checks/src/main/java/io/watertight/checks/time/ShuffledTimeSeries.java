package io.watertight.checks.time;

import io.watertight.checks.support.SerialDependence;
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
import io.watertight.core.statistic.Sequence;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A target that its neighbour in time gives away: a random split trains on both sides of every test row. */
@CheckInfo(
        id = "shuffled-time-series",
        title = "A random split would cut a time series",
        category = Category.TEMPORAL,
        severity = Severity.WARNING,
        requires = {Need.TARGET, Need.NO_SPLIT})
public final class ShuffledTimeSeries implements Check<ShuffledTimeSeries.Orders> {

    /** Without anything that names a time, the order of a file is a time's only when neighbours are nearly alike: files are sorted by much else. */
    private static final double LEAST_WITHOUT_TIME = 0.6;

    /**
     * The orders in which the target is read.
     *
     * @param asked one question an order
     * @param calendar columns that look like a time
     * @param groupedBy a column whose runs explain the dependence between neighbours
     */
    public record Orders(List<Sequence> asked, List<String> calendar, Optional<String> groupedBy) {}

    @Override
    public Orders propose(StudyView view) {
        Set<Sequence> asked = new LinkedHashSet<>();
        RowOrder.time(view).ifPresent(column -> asked.add(new Sequence(Optional.of(column))));
        if (view.isOrdered()) {
            asked.add(new Sequence(Optional.empty()));
        }
        return new Orders(List.copyOf(asked), RowOrder.calendar(view), RowOrder.explainingRuns(view));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Orders orders) {
        return new LinkedHashSet<>(orders.asked());
    }

    @Override
    public void evaluate(StudyView view, Orders orders, Statistics statistics, Findings findings) {
        boolean classes = view.outcome().orElseThrow().isClasses();
        int kinds = view.outcome().orElseThrow().classes();
        for (Sequence order : orders.asked()) {
            SerialDependence dependence = SerialDependence.of(statistics.get(order), classes);
            boolean sorted = classes && dependence.runs() <= 2L * kinds;
            boolean inTime = order.orderBy().isPresent() || !orders.calendar().isEmpty();
            if (sorted || !(dependence.isStrong() || (inTime && dependence.isNotable()))) {
                continue;
            }
            if (orders.groupedBy().isPresent() && order.orderBy().isEmpty()) {
                findings.remark("neighbouring rows share their target because rows of one "
                        + orders.groupedBy().get() + " lie together; between its values the target does not follow");
                continue;
            }
            boolean sure = dependence.isStrong() && (inTime || dependence.local() >= LEAST_WITHOUT_TIME);
            findings.add(draft(view, orders, order, dependence, sure ? Confidence.HIGH : Confidence.MEDIUM));
            return;
        }
    }

    private static FindingDraft draft(
            StudyView view, Orders orders, Sequence order, SerialDependence dependence, Confidence confidence) {
        boolean classes = view.outcome().orElseThrow().isClasses();
        String place =
                order.orderBy().map(column -> "in the order of " + column).orElse("in the order of the file");
        FindingDraft draft = FindingDraft.about(order.orderBy().stream().toList(), confidence)
                .says(
                        "%s a row's neighbour gives %s away (%s %.2f, %.2f within stretches of the order%s). A random split trains "
                                + "on the rows before and after each test row.",
                        place.substring(0, 1).toUpperCase(Locale.ROOT) + place.substring(1),
                        view.target().column(),
                        classes ? "kappa of neighbours" : "lag-1 correlation",
                        dependence.overall(),
                        dependence.local(),
                        classes
                                ? String.format(
                                        Locale.ENGLISH, "; %,d runs in %,d rows", dependence.runs(), dependence.rows())
                                : "")
                .measured("serial dependence within stretches of the order", dependence.local(), 0.3)
                .fact("overall", dependence.overall())
                .fact("z", dependence.z())
                .fact("drift", dependence.drift())
                .fact("rows", dependence.rows())
                .fact("columnsThatLookLikeTime", orders.calendar());
        if (order.orderBy().isPresent()) {
            return draft.fix(Fix.splitByTime(order.orderBy().get()));
        }
        return draft.fix(new Fix.Advice("train on the earlier rows and test on the later ones, with a gap"))
                .asks(new Question(
                        "Are the rows one recording or series in time order?",
                        orders.calendar().isEmpty()
                                ? List.of("--purpose future")
                                : List.of("--time " + orders.calendar().get(0)),
                        List.of(),
                        0.6));
    }
}
