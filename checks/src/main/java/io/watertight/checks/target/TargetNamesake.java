package io.watertight.checks.target;

import io.watertight.checks.support.FeatureStrength;
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
import io.watertight.core.numeric.Strength;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.KnownAt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks about columns that share a rare word with the target, or with a column that all but equals it, and predict the target. */
@CheckInfo(
        id = "target-namesake",
        title = "The column is named like the target, and predicts it",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.WARNING,
        requires = {Need.TARGET, Need.FEATURES})
public final class TargetNamesake implements Check<List<Column>> {

    /** A word that more of the columns share says nothing. */
    private static final double COMMON = 0.2;

    private static final double SURE = 8;

    /** A column this strong is as good as the target: its namesakes are suspect too. */
    private static final double AS_GOOD_AS = 0.98;

    private static final double POWER = 0.2;

    /** A name longer than this is a sentence, whose words are shared by accident. */
    private static final int MOST_WORDS = 4;

    @Override
    public List<Column> propose(StudyView view) {
        return FeatureStrength.features(view);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Column> columns) {
        return FeatureStrength.needs(view, columns);
    }

    @Override
    public void evaluate(StudyView view, List<Column> columns, Statistics statistics, Findings findings) {
        List<Strength> strengths = FeatureStrength.of(view, statistics, columns);
        if (FeatureStrength.isEasyProblem(strengths)) {
            findings.remark(
                    "Names are not judged: many columns are strong together, as in a problem that is easy by nature.");
            return;
        }
        List<String> answers = new ArrayList<>(List.of(view.target().column()));
        strengths.stream()
                .filter(one ->
                        one.power() >= AS_GOOD_AS && Words.of(one.column()).size() <= MOST_WORDS)
                .forEach(one -> answers.add(one.column()));
        for (Strength strength : strengths) {
            boolean asked = view.study().column(strength.column()).knownAt().kind() == KnownAt.Kind.UNKNOWN;
            for (String answer :
                    asked && strength.power() >= POWER && strength.z() >= SURE ? answers : List.<String>of()) {
                Set<String> shared = rareWords(view, answer);
                shared.retainAll(Words.of(strength.column()));
                if (!answer.equals(strength.column()) && !shared.isEmpty()) {
                    report(view, strength, answer, shared.iterator().next(), findings);
                    break;
                }
            }
        }
    }

    private static Set<String> rareWords(StudyView view, String name) {
        Set<String> words = new HashSet<>(Words.of(name));
        long limit = Math.max(4, Math.round(COMMON * view.study().columns().size()));
        words.removeIf(word -> word.length() < 3
                || view.study().columns().stream()
                                .filter(column -> Words.of(column.name()).contains(word))
                                .count()
                        > limit);
        return words;
    }

    private static void report(StudyView view, Strength strength, String answer, String word, Findings findings) {
        boolean target = answer.equals(view.target().column());
        findings.add(FindingDraft.about(strength.column(), Confidence.MEDIUM)
                .says(
                        "%s shares the word '%s' with %s%s and predicts the target (%s %.3f alone): a part or a sibling of the"
                                + " outcome?",
                        strength.column(),
                        word,
                        target ? "the target " : answer,
                        target ? answer : ", which gives the target away,",
                        strength.measure(),
                        strength.value())
                .measured(strength.measure() + " of the column alone, out of fold", strength.value(), POWER)
                .fact("standard_errors_above_nothing", Math.round(strength.z()))
                .fix(Fix.leaveOut(List.of(strength.column())))
                .asks(Question.known(
                        List.of(strength.column()),
                        "Is " + strength.column() + " known before "
                                + view.target().column() + " is?",
                        45 + 40 * strength.power())));
    }
}
