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
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Dependency;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Features that say the same: equal in every row, or one-to-one. */
@CheckInfo(
        id = "duplicate-column",
        title = "Two columns say the same",
        category = Category.NONE,
        severity = Severity.INFO,
        requires = Need.FEATURES)
public final class DuplicateColumn implements Check<List<Twins>> {

    @Override
    public List<Twins> propose(StudyView view) {
        return Twins.propose(view);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Twins> candidates) {
        Set<Statistic<?>> needs = new HashSet<>();
        for (Twins twins : candidates) {
            if (twins.identical()) {
                needs.add(same(twins));
            } else {
                needs.add(dependency(twins));
                needs.add(gaps(twins));
            }
        }
        return needs;
    }

    private static CountWhere same(Twins twins) {
        return CountWhere.all(new Condition.SameText(twins.first(), twins.second()));
    }

    private static Dependency dependency(Twins twins) {
        return new Dependency(twins.first(), twins.second(), Scope.ALL);
    }

    private static CountWhere gaps(Twins twins) {
        return CountWhere.all(new Condition.IsMissing(twins.first()).and(new Condition.IsMissing(twins.second())));
    }

    @Override
    public void evaluate(StudyView view, List<Twins> candidates, Statistics statistics, Findings findings) {
        List<Twins> proven = candidates.stream()
                .filter(twins -> isProven(view, twins, statistics))
                .toList();
        if (proven.isEmpty()) {
            return;
        }
        Set<String> surplus = new HashSet<>();
        List<String> pairs = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (Twins twins : proven) {
            surplus.add(twins.second());
            pairs.add(twins.second() + (twins.identical() ? " = " : " ~ ") + twins.first());
            List.of(twins.first(), twins.second()).stream()
                    .filter(name -> !columns.contains(name))
                    .forEach(columns::add);
        }
        findings.add(FindingDraft.about(columns, Confidence.HIGH)
                .says(
                        "%s nothing that another column does not say: equal in every row, or one-to-one. Importances are"
                                + " shared out between them, and leaving one out changes nothing.",
                        Wording.does(surplus.size(), "column", "say"))
                .measured("columns that repeat another", surplus.size(), 0)
                .fact("pairs (= equal, ~ one-to-one)", pairs)
                .fix(Fix.leaveOut(surplus.stream().sorted().toList())));
    }

    private static boolean isProven(StudyView view, Twins twins, Statistics statistics) {
        long first = view.profile().column(twins.first()).all().missing();
        long second = view.profile().column(twins.second()).all().missing();
        if (first != second) {
            return false;
        }
        if (twins.identical()) {
            Tally tally = statistics.get(same(twins));
            return tally.unmatched() == 0 && tally.defined() == tally.rows() - first;
        }
        return statistics.get(dependency(twins)).isOneToOne()
                && statistics.get(gaps(twins)).matched() == first;
    }
}
