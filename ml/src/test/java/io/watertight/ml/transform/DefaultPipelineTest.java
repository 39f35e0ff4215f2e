package io.watertight.ml.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.SparseBlock;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Lineage;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.Pipeline;
import io.watertight.ml.learn.TrainingSet;
import io.watertight.ml.learn.Transformer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefaultPipelineTest {

    private static final Fold FOLD = FirstRows.fold(MixedTable.of(300, 42), 200);

    private static Features prepared(DefaultPipeline.Kind kind) {
        TrainingSet current = FOLD.training();
        for (Transformer step : DefaultPipeline.steps(kind)) {
            current = step.fit(current, FitContext.of(1)).training();
        }
        return current.features();
    }

    private static Lineage lineage(DefaultPipeline.Kind kind) {
        return DefaultPipeline.of(kind, new ClassMeans())
                .fit(FOLD.training(), FitContext.of(1))
                .lineage()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void anAlgorithmGetsNoCategories(DefaultPipeline.Kind kind) {
        assertThat(prepared(kind).blocks()).noneMatch(block -> block instanceof CategoryBlock);
    }

    @ParameterizedTest
    @EnumSource
    void whatNoModelCanUseIsLeftOutWithANote(DefaultPipeline.Kind kind) {
        assertThat(lineage(kind).notes())
                .contains(
                        "'constant' is the same in all training rows and was left out.",
                        "'id' has 200 different values in 200 training rows: it names rows, and was left out.");
        assertThat(prepared(kind).columnNames())
                .noneMatch(name -> name.startsWith("id") || name.startsWith("constant"));
    }

    @Test
    void linearModelsGetScaledNumbersWithoutGaps() {
        for (Block block : prepared(DefaultPipeline.Kind.LINEAR).blocks()) {
            if (block instanceof NumberBlock numbers) {
                assertThat(Arrays.stream(numbers.values())).as(numbers.name()).allMatch(Double::isFinite);
                double mean = Numbers.mean(numbers.values());
                assertThat(Math.abs(mean)).isLessThan(1e-9);
                assertThat(Math.abs(Numbers.variance(numbers.values(), mean) - 1))
                        .isLessThan(1e-9);
            }
        }
    }

    @Test
    void columnsAreTreatedByTheirKind() {
        List<String> linear = prepared(DefaultPipeline.Kind.LINEAR).columnNames();
        assertThat(linear)
                .contains("x0", "x0 (missing)=yes", "when (month, sine)", "city (target mean)", "sex=m", "note:house")
                .doesNotContain("when", "city", "sex", "note", "sex=f");
        assertThat(prepared(DefaultPipeline.Kind.TREES).columnNames())
                .contains("x0", "when (month)", "city (target mean)", "sex=m")
                .doesNotContain("x0 (missing)=yes");
        assertThat(prepared(DefaultPipeline.Kind.DISTANCE).columnNames()).doesNotContain("x0 (missing)=yes");
    }

    @Test
    void treesKeepMissingNumbers() {
        NumberBlock numbers =
                (NumberBlock) prepared(DefaultPipeline.Kind.TREES).find("x0").orElseThrow();
        assertThat(Arrays.stream(numbers.values())).anyMatch(value -> Double.isNaN(value));
    }

    @Test
    void textBecomesWords() {
        assertThat(prepared(DefaultPipeline.Kind.LINEAR).find("note").orElseThrow())
                .isInstanceOf(SparseBlock.class);
    }

    @Test
    void theNumberOfLevelsIsCountedInTrainingRows() {
        // 20 levels in training, 60 in the table: one-hot, since the others are not known when it is fitted.
        int rows = 400;
        int[] codes = IntStream.range(0, rows)
                .map(row -> row < 200 ? row % 20 : row % 60)
                .toArray();
        CategoryBlock city = new CategoryBlock(
                "city",
                codes,
                IntStream.range(0, 60).mapToObj(code -> "c" + code).toList());
        Dataset dataset = Dataset.of(
                new Features(rows, List.of(city)),
                FirstRows.binary(IntStream.range(0, rows).map(row -> row % 2).toArray()));
        Lineage few = DefaultPipeline.of(DefaultPipeline.Kind.LINEAR, new ClassMeans())
                .fit(FirstRows.fold(dataset, 200).training(), FitContext.of(1))
                .lineage()
                .orElseThrow();
        assertThat(few.outputs()).hasSize(20);
        Lineage many = DefaultPipeline.of(DefaultPipeline.Kind.LINEAR, new ClassMeans())
                .fit(FirstRows.fold(dataset, 390).training(), FitContext.of(1))
                .lineage()
                .orElseThrow();
        assertThat(many.outputs()).extracting(output -> output.column()).containsExactly("city (target mean)");
    }

    @Test
    void everyColumnIsTracedToItsSources() {
        Lineage lineage = lineage(DefaultPipeline.Kind.LINEAR);
        assertThat(lineage.outputs())
                .extracting(output -> output.column())
                .containsExactlyElementsOf(prepared(DefaultPipeline.Kind.LINEAR).columnNames());
        Lineage.Output month = output(lineage, "when (month, sine)");
        assertThat(month.sources()).containsExactly("when");
        assertThat(month.steps())
                .extracting(step -> step.name())
                .containsExactly("dates to cyclic parts", "imputation by the median", "standard scaling");
        assertThat(month.steps()).allSatisfy(step -> {
            assertThat(step.rows()).isEqualTo(200);
            assertThat(step.digest()).hasSize(16).isEqualTo(month.steps().get(0).digest());
        });
        assertThat(output(lineage, "x0 (missing)=yes").steps())
                .extracting(step -> step.name())
                .containsExactly("imputation by the median");
        assertThat(output(lineage, "sex=m").sources()).containsExactly("sex");
    }

    private static Lineage.Output output(Lineage lineage, String column) {
        return lineage.outputs().stream()
                .filter(output -> output.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void componentsComeFromAllColumnsThatWentIn() {
        Model model = new Pipeline(
                        List.of(
                                Impute.mean(Columns.numbers()),
                                Products.interactions(Columns.named("x0", "x1")),
                                new Pca(Columns.named("x0 × x1", "x2"), 1),
                                LeaveOut.namesOfRows(Columns.all()),
                                Hashing.ofLevels(Columns.categories(), 4)),
                        new ClassMeans())
                .fit(FOLD.training(), FitContext.of(1));
        assertThat(output(model.lineage().orElseThrow(), "PCA 1").sources())
                .containsExactlyInAnyOrder("x0", "x1", "x2");
    }

    @Test
    void otherRowsHaveAnotherDigest() {
        Model other = DefaultPipeline.of(DefaultPipeline.Kind.LINEAR, new ClassMeans())
                .fit(FirstRows.fold(MixedTable.of(300, 42), 199).training(), FitContext.of(1));
        assertThat(output(other.lineage().orElseThrow(), "x0").steps().get(0).digest())
                .isNotEqualTo(output(lineage(DefaultPipeline.Kind.LINEAR), "x0")
                        .steps()
                        .get(0)
                        .digest());
        assertThat(new ClassMeans()
                        .fit(
                                FirstRows.fold(
                                                Dataset.of(
                                                        new Features(2, List.of(NumberBlock.of("x", new double[2]))),
                                                        FirstRows.binary(0, 1)),
                                                1)
                                        .training(),
                                FitContext.of(1))
                        .lineage())
                .isEmpty();
    }

    @Test
    void aTableWithoutColumnsFits() {
        Dataset nothing = Dataset.of(new Features(10, List.of()), FirstRows.binary(0, 1, 0, 1, 0, 1, 0, 1, 0, 1));
        Model model = DefaultPipeline.of(DefaultPipeline.Kind.LINEAR, new ClassMeans())
                .fit(FirstRows.fold(nothing, 6).training(), FitContext.of(1));
        assertThat(model.lineage().orElseThrow().outputs()).isEmpty();
    }
}
