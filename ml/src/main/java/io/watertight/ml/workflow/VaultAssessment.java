package io.watertight.ml.workflow;

import io.watertight.core.WatertightException;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.study.Part;
import io.watertight.core.study.Study;
import io.watertight.core.study.Task;
import io.watertight.core.study.Words;
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
import io.watertight.ml.ledger.AssessmentPolicy;
import io.watertight.ml.ledger.AssessmentResult;
import io.watertight.ml.ledger.AssessmentSubject;
import io.watertight.ml.ledger.AssessmentTerms;
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
    private final AssessmentTerms terms;
    private final long seed;
    private final int threads;

    /**
     * @param rows all rows of the study, training and test
     * @param identity of the test rows
     * @param terms by which they are entered in the ledger, once it is sure that a score can be told
     */
    public VaultAssessment(
            Study study,
            ColumnBatch rows,
            Ledger ledger,
            TestSetIdentity identity,
            AssessmentTerms terms,
            long seed,
            int threads) {
        this.study = study;
        this.rows = rows;
        this.ledger = ledger;
        this.identity = identity;
        this.terms = terms;
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

    /**
     * Fits the model on the training rows and scores it on the test rows.
     *
     * @throws WatertightException before anything is entered, if the measure cannot be told of the training rows already
     */
    public Result model(ModelRecipe recipe, Measure measure, String note) {
        StudyData data = StudyData.of(rows, study);
        VaultedSet vault = vault(data);
        RawTrainingSet training = data.training();
        Learner learner = new Workflow(study, recipe.wish(threads)).candidates().get(0);
        recipe.requireSame(training);
        terms.inForce(ledger.history(identity)); // a rule that cannot be had must not cost a fit
        Model model = learner.fit(training, FitContext.of(recipe.seed()).withThreads(threads));
        EvaluationSet seen = training.inSample();
        double trainingScore = measure.value(seen.response(), model.predict(seen), ones(seen.rows()));
        if (!Double.isFinite(trainingScore)) {
            throw undefined(measure);
        }
        AssessmentPermit permit = permit(new AssessmentSubject(recipe.hash(), measure.name(), note));
        EvaluationSet test = vault.open(permit);
        return tell(learner.name(), measure, test, model.predict(test), OptionalDouble.of(trainingScore), permit);
    }

    /**
     * Takes scores from elsewhere.
     *
     * @throws WatertightException before anything is entered, if the policy, the target or the measure asks for more than one score a row
     */
    public Result scores(TestScores given, Measure measure, String note) {
        StudyData data = StudyData.of(rows, study);
        VaultedSet vault = vault(data);
        double[] scores = given.of(positions(vault, given.rows()));
        requireTold(data.training().response(), scores, measure);
        AssessmentPermit permit = permit(new AssessmentSubject(given.hash(), measure.name(), note));
        EvaluationSet test = vault.open(permit);
        Predictions predicted = predictions(scores, test.response());
        return tell("given scores", measure, test, predicted, OptionalDouble.empty(), permit);
    }

    /** A look that brings no score is a look all the same, so whatever stands in the way must come out before. */
    private void requireTold(Response training, double[] scores, Measure measure) {
        if (terms.inForce(ledger.history(identity)) instanceof AssessmentPolicy.Reusable) {
            throw new WatertightException(
                    "This test set answers through Thresholdout, which needs the score on the training rows too.",
                    "give the model instead of its test scores: --model FILE");
        }
        if (training.outputs() > 1) {
            throw new WatertightException(
                    "One score a row cannot tell " + training.outputs() + " classes apart.",
                    "assess one class against the rest");
        }
        // The given scores, dealt to rows they do not belong to: what comes out means nothing, but must be a number.
        double[] dealt = IntStream.range(0, training.rows())
                .mapToDouble(row -> scores[row % scores.length])
                .toArray();
        if (!Double.isFinite(measure.value(training, predictions(dealt, training), ones(dealt.length)))) {
            throw undefined(measure);
        }
    }

    private WatertightException undefined(Measure measure) {
        Task task = study.target().orElseThrow().task();
        return new WatertightException(
                "The measure " + measure.name() + " is not defined on the training rows (" + Words.of(task)
                        + "), so the test set stays closed.",
                "another is meant: --measure " + (task.isClassification() ? "AUC" : "R2")
                        + "; losses of probabilities take scores from 0 to 1 only");
    }

    private AssessmentPermit permit(AssessmentSubject subject) {
        terms.enter(ledger, identity);
        return ledger.assess(identity, subject);
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
