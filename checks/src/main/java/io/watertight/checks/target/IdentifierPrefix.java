package io.watertight.checks.target;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.RowHash;
import io.watertight.core.data.Vector;
import io.watertight.core.numeric.OutOfFold;
import io.watertight.core.numeric.Strength;
import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.ContingencyTable;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.study.Part;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** How well the beginning of a text identifier predicts the target, out of fold, on the sample's training rows. */
final class IdentifierPrefix {

    /** More beginnings than this are names again. */
    private static final int MOST_PREFIXES = 64;

    private static final int LONGEST = 6;

    private IdentifierPrefix() {}

    /** Folders further down a path than this are not looked at. */
    private static final int DEEPEST = 4;

    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    /** The strongest of the beginning and of the folders on the way to a file. */
    static Strength strength(StudyView view, String column) {
        Vector names = view.sample().column(column);
        Strength best = ofBeginning(view, column, names);
        for (int depth = 0; depth < DEEPEST; depth++) {
            int place = depth;
            Map<String, Integer> bins = forms(names, name -> folder(name, place));
            if (bins.size() > 1 && bins.size() <= MOST_PREFIXES) {
                Strength strength = strength(view, count(view, column, names, bins, name -> folder(name, place)));
                best = strength.power() > best.power() ? strength : best;
            }
        }
        return best;
    }

    private static String folder(String path, int depth) {
        String[] parts = SEPARATOR.split(path, -1);
        return depth < parts.length - 1 ? parts[depth] : "";
    }

    private static Strength strength(StudyView view, ContingencyTable table) {
        return view.outcome().orElseThrow().isClasses() ? OutOfFold.ofClasses(table) : OutOfFold.ofNumbers(table);
    }

    /** The longest beginning that still has few forms is the one judged; nothing when even one letter has many. */
    private static Strength ofBeginning(StudyView view, String column, Vector names) {
        Map<String, Integer> bins = Map.of();
        int length = 0;
        for (int tried = 1; tried <= LONGEST; tried++) {
            int end = tried;
            Map<String, Integer> found = forms(names, name -> prefix(name, end));
            if (found.size() > MOST_PREFIXES) {
                break;
            }
            bins = found;
            length = tried;
        }
        int end = length;
        return strength(view, count(view, column, names, bins, name -> prefix(name, end)));
    }

    private static Map<String, Integer> forms(Vector names, UnaryOperator<String> form) {
        Map<String, Integer> found = new LinkedHashMap<>();
        for (int row = 0; row < names.size() && found.size() <= MOST_PREFIXES; row++) {
            if (!names.isMissing(row)) {
                found.putIfAbsent(form.apply(names.text(row)), found.size());
            }
        }
        return found;
    }

    private static String prefix(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private static ContingencyTable count(
            StudyView view, String column, Vector names, Map<String, Integer> bins, UnaryOperator<String> form) {
        Outcome outcome = view.outcome().orElseThrow();
        Vector target = view.sample().column(outcome.target().column());
        Map<String, Integer> classes = new HashMap<>();
        outcome.target().classes().forEach(text -> classes.put(text, classes.size()));
        int width = outcome.isClasses() ? classes.size() : 5;
        double[][][] cells = new double[bins.size() + 2][Contingency.FOLDS][width];
        for (int row = 0; row < names.size(); row++) {
            if (view.sample().part(row) != Part.TRAIN || target.isMissing(row)) {
                continue;
            }
            int bin = names.isMissing(row)
                    ? bins.size() + 1
                    : bins.getOrDefault(form.apply(names.text(row)), bins.size());
            double[] cell = cells[bin][RowHash.fold(view.sample().rowIds()[row], Contingency.FOLDS)];
            if (outcome.isClasses()) {
                cell[classes.getOrDefault(target.text(row), 0)]++;
            } else {
                addNumber(cell, ((NumberVector) target).values()[row], outcome.rankCuts());
            }
        }
        return new ContingencyTable(column, new Binning.Levels(List.copyOf(bins.keySet())), cells);
    }

    private static void addNumber(double[] cell, double value, double[] cuts) {
        int below = 0;
        while (below < cuts.length && cuts[below] < value) {
            below++;
        }
        double rank = (double) below / Math.max(1, cuts.length);
        cell[0]++;
        cell[1] += value;
        cell[2] += value * value;
        cell[3] += rank;
        cell[4] += rank * rank;
    }
}
