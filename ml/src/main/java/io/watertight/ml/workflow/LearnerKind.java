package io.watertight.ml.workflow;

import io.watertight.core.study.Task;
import io.watertight.ml.algorithm.boosting.BoostedTrees;
import io.watertight.ml.algorithm.kernel.SupportVectorMachine;
import io.watertight.ml.algorithm.linear.LinearRegression;
import io.watertight.ml.algorithm.linear.LogisticRegression;
import io.watertight.ml.algorithm.neighbour.NearestNeighbours;
import io.watertight.ml.algorithm.tree.DecisionTree;
import io.watertight.ml.algorithm.tree.RandomForest;
import io.watertight.ml.algorithm.tree.TreeSettings;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Pipeline;
import io.watertight.ml.transform.DefaultPipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Families of learners that a person may ask for, each with the pipeline it needs and the few settings worth trying. */
public enum LearnerKind {
    /** Gradient boosted trees. */
    BOOSTING("boosted trees", DefaultPipeline.Kind.TREES) {
        @Override
        List<Setting> settings(Task task) {
            List<Setting> all = new ArrayList<>();
            for (int depth : new int[] {3, 6}) {
                for (double rate : new double[] {0.1, 0.3}) {
                    all.add(new Setting(
                            "depth " + depth + ", rate " + rate,
                            new BoostedTrees(BoostedTrees.Settings.standard()
                                    .withRounds(200)
                                    .withDepth(depth)
                                    .withRate(rate)
                                    .withPatience(20))));
                }
            }
            return all;
        }
    },
    /** Logistic or ridge regression. */
    LINEAR("linear model, tuned", DefaultPipeline.Kind.LINEAR) {
        @Override
        List<Setting> settings(Task task) {
            List<Setting> all = new ArrayList<>();
            for (double strength : new double[] {100, 10, 1, 0.1}) {
                all.add(new Setting(
                        String.format(Locale.ENGLISH, "penalty %s", plain(strength)), linear(task, strength)));
            }
            return all;
        }
    },
    /** Logistic or linear regression that leaves columns out. */
    LASSO("lasso", DefaultPipeline.Kind.LINEAR) {
        @Override
        List<Setting> settings(Task task) {
            List<Setting> all = new ArrayList<>();
            for (double strength : new double[] {10, 1, 0.1}) {
                Algorithm algorithm = task.isClassification()
                        ? new LogisticRegression(1 / strength, 1)
                        : LinearRegression.lasso(strength / 100);
                all.add(new Setting("penalty " + plain(strength), algorithm));
            }
            return all;
        }
    },
    /** A random forest. */
    FOREST("random forest", DefaultPipeline.Kind.TREES) {
        @Override
        List<Setting> settings(Task task) {
            return List.of(
                    new Setting("leaves of 5", new RandomForest(200, new TreeSettings(30, 5, 0))),
                    new Setting("leaves of 1", new RandomForest(200, new TreeSettings(30, 1, 0))));
        }
    },
    /** One tree. */
    TREE("tree", DefaultPipeline.Kind.TREES) {
        @Override
        List<Setting> settings(Task task) {
            return List.of(
                    new Setting("depth 3", new DecisionTree(new TreeSettings(3, 20, 1))),
                    new Setting("depth 6", new DecisionTree(new TreeSettings(6, 20, 1))),
                    new Setting("depth 12", new DecisionTree(new TreeSettings(12, 5, 1))));
        }
    },
    /** k nearest neighbours. */
    NEIGHBOURS("nearest neighbours", DefaultPipeline.Kind.DISTANCE) {
        @Override
        List<Setting> settings(Task task) {
            return List.of(
                    new Setting("k = 50", new NearestNeighbours(50)),
                    new Setting("k = 15", new NearestNeighbours(15)),
                    new Setting("k = 5", new NearestNeighbours(5)));
        }
    },
    /** A support vector machine with radial kernel. */
    SVM("support vector machine", DefaultPipeline.Kind.DISTANCE) {
        @Override
        List<Setting> settings(Task task) {
            return List.of(new Setting("standard", new SupportVectorMachine()));
        }
    };

    private final String title;
    private final DefaultPipeline.Kind pipeline;

    LearnerKind(String title, DefaultPipeline.Kind pipeline) {
        this.title = title;
        this.pipeline = pipeline;
    }

    /**
     * One point of the search.
     *
     * @param name unique within the kind
     * @param algorithm with its settings
     */
    record Setting(String name, Algorithm algorithm) {}

    abstract List<Setting> settings(Task task);

    /** As reports call it. */
    public String title() {
        return title;
    }

    /** The learner with each setting, from the simplest on. */
    public List<Learner> candidates(Task task) {
        return settings(task).stream()
                .<Learner>map(setting -> new Pipeline(
                        title + ", " + setting.name(), DefaultPipeline.steps(pipeline), setting.algorithm()))
                .toList();
    }

    /** A linear or logistic model with its usual penalty. */
    static Algorithm linear(Task task, double strength) {
        return task.isClassification() ? new LogisticRegression(1 / strength, 0) : LinearRegression.ridge(strength);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
