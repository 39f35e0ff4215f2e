package io.watertight.core.audit;

import io.watertight.core.check.StudyView;
import io.watertight.core.numeric.OutOfFold;
import io.watertight.core.numeric.Strength;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.ContingencyTable;
import io.watertight.core.statistic.Statistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The strength of every feature whose contingency table was computed. */
final class FeatureStrengths {

    private FeatureStrengths() {}

    static List<Strength> of(StudyView view, Statistics statistics) {
        if (view.outcome().isEmpty()) {
            return List.of();
        }
        boolean classes = view.outcome().get().isClasses();
        List<Strength> result = new ArrayList<>();
        view.study().features().stream()
                .filter(column -> view.sample().has(column.name()))
                .forEach(column -> {
                    Contingency question = view.contingency(column.name());
                    if (statistics.has(question)) {
                        ContingencyTable table = statistics.get(question);
                        result.add(classes ? OutOfFold.ofClasses(table) : OutOfFold.ofNumbers(table));
                    }
                });
        result.sort(Comparator.comparingDouble(Strength::value).reversed());
        return result;
    }
}
