package io.watertight.checks.target;

import io.watertight.checks.support.Family;
import io.watertight.checks.support.FeatureStrength;
import io.watertight.checks.support.SampleStrength;
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
import io.watertight.core.statistic.ModelScore;
import io.watertight.core.statistic.ReferenceModel;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.KnownAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds problems that a model of all features solves as no real problem is solved. */
@CheckInfo(
        id = "too-good-to-be-true",
        title = "A model of all features is too good to be true",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.WARNING,
        requires = {Need.TARGET, Need.FEATURES})
public final class TooGoodToBeTrue implements Check<ReferenceModel> {

    private static final double PERFECT_AUC = 0.995;

    private static final double PERFECT_R2 = 0.99;

    /** So many features of half the best one's power, or two that are this share of all, make a problem easy by nature. */
    private static final int COMPANY = 3;

    private static final double COMPANY_SHARE = 1.0 / 3;

    /** A column with this share of the model's gain is named. */
    private static final double NAMED_GAIN = 0.15;

    private static final int MOST_NAMED = 3;

    @Override
    public ReferenceModel propose(StudyView view) {
        return new ReferenceModel(
                FeatureStrength.features(view).stream().map(Column::name).toList());
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, ReferenceModel model) {
        return Set.of(model);
    }

    @Override
    public void evaluate(StudyView view, ReferenceModel question, Statistics statistics, Findings findings) {
        ModelScore model = statistics.get(question);
        double threshold = model.measure().equals("AUC") ? PERFECT_AUC : PERFECT_R2;
        if (model.score() < threshold || model.gain().isEmpty()) {
            return;
        }
        String measured = String.format(Locale.ENGLISH, "%s %.3f out of fold", model.measure(), model.score());
        List<Column> features = FeatureStrength.features(view);
        List<Strength> company = company(view, features);
        if (isEasy(company.size(), features.size())) {
            findings.remark("A model of all features is almost never wrong (" + measured + "). Nothing is accused: "
                    + company.size()
                    + " unrelated features are strong on their own, as in a problem that is easy by nature.");
            return;
        }
        List<String> named = named(view, model.gain());
        if (named.isEmpty()) {
            findings.remark("A model of all features is almost never wrong (" + measured
                    + "), by columns that are declared as known.");
            return;
        }
        String names = String.join(", ", named);
        findings.add(FindingDraft.about(named, Confidence.MEDIUM)
                .says(
                        "A model of all %d features is almost never wrong (%s), mostly by %s. Real problems are seldom solved"
                                + " so well by so few columns.",
                        features.size(), measured, names)
                .measured(model.measure() + " of a model of all features, out of fold", model.score(), threshold)
                .fact("standard_error", model.standardError())
                .fact("features", features.size())
                .fact(
                        "gain_of_the_named",
                        named.stream().mapToDouble(model.gain()::get).sum())
                .fact("strong_features_unrelated", company.size())
                .fact("rows_modelled", model.rows())
                .coverage(Math.min(
                        1, (double) model.rows() / Math.max(1, view.profile().rows())))
                .fix(Fix.leaveOut(named))
                .asks(Question.known(
                        named, (named.size() == 1 ? "Is " : "Are ") + names + " known when you predict?", 60)));
    }

    private static boolean isEasy(int company, int features) {
        return company >= COMPANY || company >= 2 && company >= COMPANY_SHARE * features;
    }

    /** Features with half the power of the strongest, sure to be more than luck; those that tell the same count once. */
    private static List<Strength> company(StudyView view, List<Column> features) {
        SampleStrength sample = new SampleStrength(view);
        List<Strength> strengths =
                features.stream().map(column -> sample.of(column.name())).toList();
        double best = strengths.stream().mapToDouble(Strength::power).max().orElse(0);
        List<Column> left = new ArrayList<>(features);
        List<Strength> company = new ArrayList<>();
        for (Strength strength : strengths) {
            boolean told = left.stream().noneMatch(column -> column.name().equals(strength.column()));
            if (!told && strength.power() >= best / 2 && strength.z() > 4) {
                List<String> family = Family.of(view, strength.column(), left);
                left.removeIf(column -> family.contains(column.name()));
                company.add(strength);
            }
        }
        return company;
    }

    /** The columns that carry the model, largest gain first, without those that are declared as known. */
    private static List<String> named(StudyView view, Map<String, Double> gain) {
        List<String> leading = gain.entrySet().stream()
                .filter(entry -> entry.getValue() >= NAMED_GAIN)
                .map(Map.Entry::getKey)
                .limit(MOST_NAMED)
                .toList();
        List<String> candidates =
                leading.isEmpty() ? gain.keySet().stream().limit(1).toList() : leading;
        return candidates.stream()
                .filter(name -> view.study().column(name).knownAt().kind() != KnownAt.Kind.ALWAYS)
                .toList();
    }
}
