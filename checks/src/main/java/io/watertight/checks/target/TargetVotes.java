package io.watertight.checks.target;

import io.watertight.checks.support.ExactRelation;
import io.watertight.checks.support.LabelledSample;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Need;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Numbers of which the largest (or smallest) names the class: votes of annotators, probabilities, distances. */
@CheckInfo(
        id = "target-votes",
        title = "The largest of some columns names the class",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR,
        requires = {Need.CLASSES, Need.FEATURES})
public final class TargetVotes implements Check<List<VoteRule>> {

    private static final int MOST_CLASSES = 20;

    /** A column votes for a class if it is above chance about it. */
    private static final double ABOVE_CHANCE = 0.6;

    /** Columns tried for each class. */
    private static final int TRIED = 3;

    /** A column and the area under its ROC curve for a class. */
    private record Voter(String column, double area) {}

    /** A column and these areas, by class, for large numbers. */
    private record Voters(String column, double[] areas) {}

    @Override
    public List<VoteRule> propose(StudyView view) {
        LabelledSample all = LabelledSample.of(view);
        if (all.classes() > MOST_CLASSES || all.numericFeatures().size() < all.classes()) {
            return List.of();
        }
        LabelledSample few = all.screen();
        List<Voters> voters = few.numericFeatures().stream()
                .map(name -> new Voters(name, few.signedAreas(few.numbers(name))))
                .toList();
        return Stream.of(true, false)
                .flatMap(largest -> candidates(voters, few.classes(), largest).stream()
                        .map(columns -> new VoteRule(columns, largest)))
                .filter(rule -> rule.holds(few) && rule.hasCommonScale(few) && rule.holds(all))
                .limit(1)
                .toList();
    }

    /** For each class the column that is highest (lowest) in it: the best, and with one class given the next best. */
    private static List<List<String>> candidates(List<Voters> voters, int classes, boolean largest) {
        List<List<String>> ranked = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            int wanted = label;
            ranked.add(voters.stream()
                    .map(one -> new Voter(one.column(), largest ? one.areas()[wanted] : 1 - one.areas()[wanted]))
                    .filter(voter -> voter.area() >= ABOVE_CHANCE)
                    .sorted(Comparator.comparingDouble(Voter::area).reversed())
                    .limit(TRIED)
                    .map(Voter::column)
                    .toList());
        }
        if (ranked.stream().anyMatch(List::isEmpty)) {
            return List.of();
        }
        List<List<String>> candidates = new ArrayList<>();
        List<String> best = ranked.stream().map(one -> one.get(0)).toList();
        candidates.add(best);
        for (int label = 0; label < best.size(); label++) {
            for (String other : ranked.get(label).subList(1, ranked.get(label).size())) {
                List<String> changed = new ArrayList<>(best);
                changed.set(label, other);
                candidates.add(changed);
            }
        }
        return candidates.stream()
                .filter(columns -> columns.stream().distinct().count() == columns.size())
                .toList();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<VoteRule> candidates) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        candidates.forEach(rule -> needs.addAll(rule.needs()));
        return needs;
    }

    @Override
    public void evaluate(StudyView view, List<VoteRule> candidates, Statistics statistics, Findings findings) {
        double features = Math.log10(view.study().features().size());
        for (VoteRule rule : candidates) {
            ExactRelation relation =
                    rule.prove(statistics, 1 + features * rule.columns().size());
            if (relation.confidence().isPresent()) {
                String target = view.target().column();
                String columns = String.join(", ", rule.columns());
                findings.add(relation.draft(
                                relation.isSure(),
                                "Are " + columns + " votes or another model's answer about " + target + "?",
                                "The %s of %s names the class of %s: %s.",
                                rule.largest() ? "largest" : "smallest",
                                columns,
                                target,
                                relation.count())
                        .fact("rows with a tie", rule.ties(statistics)));
            }
        }
    }
}
