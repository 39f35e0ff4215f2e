import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.ml.algorithm.boosting.BoostedTrees;
import io.watertight.ml.algorithm.linear.LogisticRegression;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.EvaluationSet;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.Pipeline;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.measure.Measures;
import io.watertight.ml.search.Tuned;
import io.watertight.ml.split.Splitters;
import io.watertight.ml.transform.DefaultPipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** 5 x 3 nested cross-validation of one learner, default pipeline included: prints a line of JSON. Arguments: table, learner, threads, repeats. */
public final class Nested {

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        String learner = arguments[1];
        int threads = Integer.parseInt(arguments[2]);
        Dataset table = Learners.read(Path.of(arguments[0]), Integer.MAX_VALUE, 5);
        List<String> runs = new ArrayList<>();
        for (int repeat = 0; repeat < Integer.parseInt(arguments[3]); repeat++) {
            long start = System.nanoTime();
            double score = nested(table, learner, threads);
            runs.add(String.format(Locale.ROOT, "[%.4f, %.6f]", (System.nanoTime() - start) / 1e9, score));
        }
        System.out.printf(
                Locale.ROOT,
                "{\"side\": \"ours\", \"learner\": \"%s\", \"runs\": [%s], \"peak\": %.0f}%n",
                learner,
                String.join(", ", runs),
                Learners.peak());
    }

    /** Folds side by side, one thread each. */
    private static double nested(Dataset table, String learner, int threads)
            throws InterruptedException, ExecutionException {
        SplitPlan outer = new SplitPlan.Stratified(Shape.folds(5));
        Splitter inner = Splitters.inside(outer, 3);
        Learner tuned = Tuned.grid(learner, candidates(learner), inner, Measures.AUC);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Double>> scores = new ArrayList<>();
            for (Fold fold : Splitters.of(outer).split(table, 1)) {
                scores.add(pool.submit(() -> {
                    Model model = tuned.fit(fold.training(), FitContext.of(fold.number()));
                    EvaluationSet test = fold.evaluation();
                    double[] ones = new double[test.rows()];
                    Arrays.fill(ones, 1);
                    Response truth = test.response();
                    return Measures.AUC.value(truth, model.predict(test), ones);
                }));
            }
            double sum = 0;
            for (Future<Double> score : scores) {
                sum += score.get();
            }
            return sum / scores.size();
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Learner> candidates(String learner) {
        List<Learner> all = new ArrayList<>();
        if (learner.equals("boosting")) {
            for (int depth : new int[] {3, 6}) {
                for (double rate : new double[] {0.1, 0.3}) {
                    all.add(piped(
                            depth + "/" + rate,
                            DefaultPipeline.Kind.TREES,
                            new BoostedTrees(
                                    BoostedTrees.Settings.standard().withDepth(depth).withRate(rate))));
                }
            }
            return all;
        }
        double ratio = learner.equals("logistic-l1") ? 1 : 0;
        for (double c : new double[] {0.01, 0.1, 1, 10}) {
            all.add(piped("C " + c, DefaultPipeline.Kind.LINEAR, new LogisticRegression(c, ratio)));
        }
        return all;
    }

    private static Learner piped(String name, DefaultPipeline.Kind kind, Algorithm algorithm) {
        return new Pipeline(name, DefaultPipeline.steps(kind), algorithm);
    }
}
