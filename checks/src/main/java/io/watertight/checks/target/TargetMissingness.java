package io.watertight.checks.target;

import io.watertight.checks.support.ChanceOfPurity;
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
import io.watertight.core.report.ClassNames;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import io.watertight.core.study.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds columns whose being filled in, or empty, gives the target away. */
@CheckInfo(
        id = "target-missingness",
        title = "Whether a column is filled in gives the target away",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR,
        requires = {Need.TARGET, Need.FEATURES})
public final class TargetMissingness implements Check<List<Column>> {

    /** Rarer than one in a hundred million over all columns looked at. */
    private static final double RULED_OUT = -8;

    /** A pattern of gaps never tells honest classes apart this well. */
    private static final double NEARLY_ALL = 0.9;

    /** Worth a question. */
    private static final double NOTABLE = 0.65;

    private static final int ENOUGH_ROWS = 20;

    @Override
    public List<Column> propose(StudyView view) {
        return FeatureStrength.features(view).stream()
                .filter(column -> {
                    long missing = view.profile().column(column.name()).all().missing();
                    return missing > 0 && missing < view.profile().rows();
                })
                .toList();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Column> columns) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        columns.forEach(column -> needs.add(question(column.name())));
        return needs;
    }

    private static CountWhere question(String column) {
        return CountWhere.train(new Condition.IsMissing(column));
    }

    @Override
    public void evaluate(StudyView view, List<Column> columns, Statistics statistics, Findings findings) {
        Map<String, List<String>> patterns = new LinkedHashMap<>();
        Map<String, Pattern> byPattern = new LinkedHashMap<>();
        for (Column column : columns) {
            Tally tally = statistics.get(question(column.name()));
            Pattern pattern = Pattern.of(tally, columns.size());
            if (pattern.area() >= NOTABLE && pattern.log10Luck() < RULED_OUT || pattern.isPure()) {
                String key = Arrays.toString(tally.matchedByClass());
                patterns.computeIfAbsent(key, ignored -> new ArrayList<>()).add(column.name());
                byPattern.putIfAbsent(key, pattern);
            }
        }
        patterns.forEach((key, names) -> report(view, names, byPattern.getOrDefault(key, Pattern.NOTHING), findings));
    }

    private static void report(StudyView view, List<String> names, Pattern pattern, Findings findings) {
        boolean classes = view.outcome().orElseThrow().isClasses();
        boolean sure = classes && (pattern.isPure() || pattern.area() >= NEARLY_ALL);
        String label = classes
                ? new ClassNames(view.target(), false).name(pattern.label())
                : "fifth " + (pattern.label() + 1) + " of 5";
        String named = String.join(", ", names.subList(0, Math.min(4, names.size())))
                + (names.size() > 4 ? " and " + (names.size() - 4) + " more" : "");
        findings.add(FindingDraft.about(names, sure ? Confidence.HIGH : Confidence.MEDIUM)
                .severity(sure ? Severity.ERROR : Severity.WARNING)
                .says(
                        "%s: %s in %,d of %,d rows of %s = %s and in %,d of %,d others%s.",
                        named,
                        pattern.filled() ? "filled in" : "empty",
                        pattern.inside(),
                        pattern.ofClass(),
                        view.target().column(),
                        label,
                        pattern.outside(),
                        pattern.others(),
                        pattern.isPure() ? " (by luck: " + ChanceOfPurity.inWords(pattern.log10Luck()) + ")" : "")
                .measured("AUC of being filled in or not", pattern.area(), NOTABLE)
                .fact("log10_chance", pattern.log10Luck())
                .fact("columns", names.size())
                .fix(Fix.leaveOut(names))
                .asks(Question.known(
                        names.subList(0, 1),
                        "When is " + names.get(0) + " filled in: before the outcome, or only after it?",
                        60 + 30 * pattern.area())));
    }

    /** How being missing divides one class from the others. */
    private record Pattern(
            int label,
            boolean filled,
            long inside,
            long ofClass,
            long outside,
            long others,
            double area,
            double log10Luck) {

        private static final Pattern NOTHING = new Pattern(0, false, 0, 0, 0, 0, 0.5, 0);

        static Pattern of(Tally tally, int columns) {
            Pattern best = NOTHING;
            long rows = Arrays.stream(tally.definedByClass()).sum();
            long missing = Arrays.stream(tally.matchedByClass()).sum();
            for (int label = 0; label < tally.definedByClass().length; label++) {
                long ofClass = tally.definedByClass()[label];
                long gaps = tally.matchedByClass()[label];
                for (boolean filled : new boolean[] {true, false}) {
                    long inside = filled ? ofClass - gaps : gaps;
                    long region = filled ? rows - missing : missing;
                    double regions = 2.0 * columns * tally.definedByClass().length;
                    double luck = ChanceOfPurity.log10(region, inside, (double) ofClass / Math.max(1, rows), regions);
                    Pattern here = new Pattern(label, filled, inside, ofClass, region - inside, rows - ofClass, 0, luck)
                            .withArea();
                    if (here.isBetterThan(best)) {
                        best = here;
                    }
                }
            }
            return best;
        }

        private Pattern withArea() {
            double gap = ofClass == 0 || others == 0 ? 0 : (double) inside / ofClass - (double) outside / others;
            return new Pattern(label, filled, inside, ofClass, outside, others, 0.5 + Math.max(0, gap) / 2, log10Luck);
        }

        boolean isPure() {
            return outside == 0 && inside >= ENOUGH_ROWS && log10Luck < RULED_OUT;
        }

        private boolean isBetterThan(Pattern other) {
            return isPure() != other.isPure() ? isPure() : area > other.area;
        }
    }
}
