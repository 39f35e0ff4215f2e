package io.watertight.ml.workflow;

import io.watertight.core.WatertightException;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.study.Part;
import io.watertight.core.study.Study;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.evaluate.Assessment;
import io.watertight.ml.evaluate.Interval;
import io.watertight.ml.learn.EvaluationSet;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.learn.StudyData;
import io.watertight.ml.learn.VaultedSet;
import io.watertight.ml.ledger.AssessmentPermit;
import io.watertight.ml.ledger.AssessmentResult;
import io.watertight.ml.ledger.AssessmentSubject;
import io.watertight.ml.ledger.Ledger;
import io.watertight.ml.ledger.LedgerHistory;
import io.watertight.ml.ledger.TestSetIdentity;
import io.watertight.ml.measure.Measure;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** One look at the vault of a study: written to the ledger first, scored then, told last. */
public final class VaultAssessment {

    /** Half the width of a 95 % interval, in standard errors. */
    private static final double HALF = 1.96;

    private final Study study;
    private final ColumnBatch rows;
    private final Ledger ledger;
    private final TestSetIdentity identity;
    private final long seed;
    private final int threads;

    /**
     * @param rows all rows of the study, training and test
     * @param identity of the test rows; entered in the ledger
     */
    public VaultAssessment(
            Study study, ColumnBatch rows, Ledger ledger, TestSetIdentity identity, long seed, int threads) {
        this.study = study;
        this.rows = rows;
        this.ledger = ledger;
        this.identity = identity;
        this.seed = seed;
        this.threads = threads;
    }

    /**
     * What may be told.
     *
     * @param subject the model or the scores, in a few words
     * @param measure by which
     * @param told the score, or Thresholdout's answer
     * @param interval of the score; empty where only an answer may be told
     * @param trainingScore of a model that was fitted here
     * @param testRows rows scored
     * @param history of the test set, with this look in it
     */
    public record Result(
            String subject,
            Measure measure,
            double told,
            Optional<Interval> interval,
            OptionalDouble trainingScore,
            int testRows,
            LedgerHistory history) {}

    /** Fits the model on the training rows and scores it on the test rows. */
    public Result model(ModelRecipe recipe, Measure measure, String note) {
        StudyData data = StudyData.of(rows, study);
        RawTrainingSet training = data.training();
        Learner learner = new Workflow(study, recipe.wish(threads)).candidates().get(0);
        recipe.requireSame(training);
        Model model = learner.fit(training, FitContext.of(recipe.seed()).withThreads(threads));
        EvaluationSet seen = training.inSample();
        double trainingScore = measure.value(seen.response(), model.predict(seen), ones(seen.rows()));
        AssessmentPermit permit = ledger.assess(identity, new AssessmentSubject(recipe.hash(), measure.name(), note));
        EvaluationSet test = vault(data).open(permit);
        return tell(learner.name(), measure, test, model.predict(test), OptionalDouble.of(trainingScore), permit);
    }

    /** Takes scores from elsewhere. */
    public Result scores(TestScores given, Measure measure, String note) {
        StudyData data = StudyData.of(rows, study);
        VaultedSet vault = vault(data);
        int[] positions = positions(vault, given.rows());
        AssessmentPermit permit = ledger.assess(identity, new AssessmentSubject(given.hash(), measure.name(), note));
        EvaluationSet test = vault.open(permit);
        if (test.response() instanceof Response.Classes classes && !classes.isBinary()) {
            throw new WatertightException(
                    "One score a row cannot tell " + classes.names().size() + " classes apart.",
                    "assess one class against the rest");
        }
        Predictions predicted = predictions(given.of(positions), test.response());
        return tell("given scores", measure, test, predicted, OptionalDouble.empty(), permit);
    }

    private static Predictions predictions(double[] scores, Response response) {
        boolean probabilities = response instanceof Response.Classes
                && Arrays.stream(scores).allMatch(score -> score >= 0 && score <= 1);
        return probabilities ? Predictions.ofProbabilities(scores) : Predictions.ofScores(scores);
    }

    private Result tell(
            String subject,
            Measure measure,
            EvaluationSet test,
            Predictions predicted,
            OptionalDouble trainingScore,
            AssessmentPermit permit) {
        Interval interval = Assessment.score(test, predicted, measure, seed);
        OptionalDouble error =
                interval.isKnown() ? OptionalDouble.of(interval.width() / 2 / HALF) : OptionalDouble.empty();
        if (permit.needsTrainingScore() && trainingScore.isPresent()) {
            AssessmentResult answer = permit.answer(trainingScore.getAsDouble(), interval.value(), error);
            return new Result(
                    subject, measure, answer.value(), Optional.empty(), trainingScore, test.rows(), answer.history());
        }
        AssessmentResult result = permit.score(interval.value(), error);
        return new Result(
                subject, measure, result.value(), Optional.of(interval), trainingScore, test.rows(), result.history());
    }

    private VaultedSet vault(StudyData data) {
        return data.vault()
                .orElseThrow(() -> new WatertightException(
                        "No test row has a value in the target.", "the split column has other words"));
    }

    /** Where the vault's rows stand among all test rows: those without a target have no place in the vault, but have been scored. */
    private int[] positions(VaultedSet vault, int scored) {
        int[] tests = IntStream.range(0, rows.rows())
                .filter(row -> rows.part(row) == Part.TEST)
                .toArray();
        if (tests.length != scored) {
            throw new WatertightException(
                    "There are " + scored + " scores for " + tests.length + " test rows.",
                    "write one score a test row");
        }
        long[] ids = Arrays.stream(tests).mapToLong(row -> rows.rowIds()[row]).toArray();
        return Arrays.stream(vault.rowIds())
                .mapToInt(id -> Arrays.binarySearch(ids, id))
                .toArray();
    }

    private static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }
}
