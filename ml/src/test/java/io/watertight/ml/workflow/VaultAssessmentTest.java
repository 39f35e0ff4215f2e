package io.watertight.ml.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.Part;
import io.watertight.core.study.Role;
import io.watertight.core.study.SplitSource;
import io.watertight.core.study.Study;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import io.watertight.ml.learn.StudyData;
import io.watertight.ml.ledger.AssessmentPolicy;
import io.watertight.ml.ledger.AssessmentTerms;
import io.watertight.ml.ledger.Ledger;
import io.watertight.ml.ledger.TestSetIdentity;
import io.watertight.ml.ledger.TestSetSketcher;
import io.watertight.ml.ledger.WriterIdentity;
import io.watertight.ml.measure.Measure;
import io.watertight.ml.measure.Measures;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A look that can bring no score must not be a look. */
final class VaultAssessmentTest {

    private static final int ROWS = 200;

    private static final int TESTS = 50;

    @TempDir
    Path folder;

    private static Study study(Task task, String... classes) {
        return new Study(
                Declaration.builder().name("loans").build(),
                List.of(column("x", ColumnType.NUMBER, Role.FEATURE), column("y", ColumnType.TEXT, Role.TARGET)),
                Optional.of(new Target("y", task, false, List.of(classes), classes.length == 2 ? 1 : 0)),
                SplitSource.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Column column(String name, ColumnType type, Role role) {
        return new Column(name, type, false, role, false, KnownAt.UNKNOWN);
    }

    /** A feature that says something about the target, which is a number or one of the study's classes. */
    private static ColumnBatch rows(Study study) {
        Random random = new Random(3);
        double[] x = random.doubles(ROWS).toArray();
        int classes = study.target().orElseThrow().classes().size();
        int[] codes = Arrays.stream(x)
                .mapToInt(value -> (int) Math.min(classes - 1, (value + random.nextDouble()) / 2 * classes))
                .toArray();
        byte[] parts = new byte[ROWS];
        Arrays.fill(parts, (byte) Part.TRAIN.ordinal());
        Arrays.fill(parts, 0, TESTS, (byte) Part.TEST.ordinal());
        double[] numbers =
                Arrays.stream(x).map(value -> value + random.nextGaussian()).toArray();
        return new ColumnBatch(
                IntStream.range(0, ROWS).asLongStream().toArray(),
                parts,
                Map.of(
                        "x",
                        new NumberVector(x),
                        "y",
                        classes == 0
                                ? new NumberVector(numbers)
                                : new CodeVector(codes, study.target().get().classes())),
                ROWS);
    }

    private Ledger ledger() {
        return Ledger.open(folder, Clock.systemUTC(), new WriterIdentity("Ann", "ann"));
    }

    private VaultAssessment vault(Study study, Optional<AssessmentPolicy> policy) {
        ColumnBatch rows = rows(study);
        TestSetIdentity identity =
                TestSetSketcher.of(study).add(rows, Part.TEST).identity();
        return new VaultAssessment(study, rows, ledger(), identity, new AssessmentTerms("loans", policy), 7, 1);
    }

    private static TestScores scores(double from, double to) {
        return TestScores.inOrder(new Random(5).doubles(TESTS, from, to).toArray());
    }

    /** Neither an entry nor a file. */
    private void refusesUnseen(Supplier<VaultAssessment.Result> look, String... words) {
        assertThatThrownBy(look::get).isInstanceOf(WatertightException.class).hasMessageContainingAll(words);
        assertThat(ledger().read().exists()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void thresholdoutRefusesScoresAloneBeforeAnythingIsWritten() {
        VaultAssessment vault =
                vault(study(Task.BINARY, "no", "yes"), Optional.of(AssessmentPolicy.Reusable.of(TESTS)));

        refusesUnseen(() -> vault.scores(scores(0, 1), Measures.AUC, ""), "Thresholdout", "training rows");
    }

    @Test
    void severalClassesRefuseOneScoreARowBeforeAnythingIsWritten() {
        VaultAssessment vault = vault(study(Task.MULTICLASS, "red", "green", "blue"), Optional.empty());

        refusesUnseen(() -> vault.scores(scores(0, 1), Measures.AUC, ""), "3 classes");
    }

    @ParameterizedTest
    @CsvSource({"BINARY, R2, 0, 1", "BINARY, log loss, 2, 9", "REGRESSION, AUC, 0, 1", "REGRESSION, F1, 0, 1"})
    void aMeasureThatIsNotDefinedIsRefusedBeforeAnythingIsWritten(Task task, String name, double from, double to) {
        Study study = task == Task.REGRESSION ? study(task) : study(task, "no", "yes");
        Measure measure = Measures.named(name);

        refusesUnseen(() -> vault(study, Optional.empty()).scores(scores(from, to), measure, ""), name, "not defined");
    }

    @Test
    void aModelIsRefusedByAMeasureOfAnotherTaskBeforeAnythingIsWritten() {
        Study study = study(Task.BINARY, "no", "yes");
        ModelRecipe recipe = ModelRecipe.of(
                LearnerKind.LINEAR,
                Tuning.NONE,
                3,
                1,
                StudyData.of(rows(study), study).training());

        refusesUnseen(() -> vault(study, Optional.empty()).model(recipe, Measures.RMSE, ""), "RMSE", "not defined");
        assertThat(vault(study, Optional.empty())
                        .model(recipe, Measures.AUC, "")
                        .told())
                .isBetween(0.5, 1.0);
    }

    @Test
    void aRuleThatHoldsAlreadyIsKeptAndThenScoresAloneAreRefusedUnseen() {
        Study study = study(Task.BINARY, "no", "yes");
        VaultAssessment asked = vault(study, Optional.of(new AssessmentPolicy.Once()));
        assertThat(asked.scores(scores(0, 1), Measures.AUC, "").history().looks())
                .hasSize(1);
        int entries = ledger().read().records().size();

        assertThatThrownBy(() -> vault(study, Optional.of(AssessmentPolicy.Reusable.of(TESTS)))
                        .scores(scores(0, 1), Measures.AUC, ""))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("is 'once', and it was looked at 1 times");
        assertThatThrownBy(() -> vault(study, Optional.empty()).scores(scores(0.2, 0.7), Measures.AUC, ""))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("allows one assessment");
        assertThat(ledger().read().records()).hasSize(entries);
    }

    @Test
    void aRuleMayBeChangedBeforeTheFirstLook() {
        Study study = study(Task.REGRESSION);
        ColumnBatch rows = rows(study);
        TestSetIdentity identity =
                TestSetSketcher.of(study).add(rows, Part.TEST).identity();
        ledger().lock(identity, "loans", new AssessmentPolicy.Recorded());

        vault(study, Optional.of(new AssessmentPolicy.Once())).scores(scores(0, 1), Measures.R2, "");

        assertThat(ledger().history(identity).policy())
                .hasValueSatisfying(policy -> assertThat(policy.word()).isEqualTo("once"));
    }
}
