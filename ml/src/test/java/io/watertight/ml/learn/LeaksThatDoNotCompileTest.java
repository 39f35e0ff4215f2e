package io.watertight.ml.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.split.RandomFolds;
import io.watertight.ml.transform.Columns;
import io.watertight.ml.transform.Scale;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that leak, written as a user would write them, each beside its right twin. The compiler is the guard, so it is the test. */
class LeaksThatDoNotCompileTest {

    private static final String PROGRAM = """
            package user;

            import io.watertight.ml.data.*;
            import io.watertight.ml.learn.*;
            import io.watertight.ml.measure.Measure;
            import io.watertight.ml.transform.*;
            import java.util.List;

            abstract class Program {
                Object run(
                        Dataset dataset, Splitter splitter, Learner learner, Algorithm algorithm, Transformer scaler,
                        Measure measure, double[] weights, FitContext context) {
                    Fold fold = splitter.split(dataset, 1).get(0);
                    Model model = learner.fit(fold.training(), context);
                    Splitter.Locked locked = splitter.lock(dataset, 1);
                    return %s;
                }
            }
            """;

    private static final String EXPRESSION_LINE = "return %s;";

    /** How javac calls an argument that fits no method: of one name, of several, and as the type of a value. */
    private static final List<String> MISMATCH =
            List.of("compiler.err.cant.apply.symbol", "compiler.err.cant.apply.symbols", "compiler.err.prob.found.req");

    private static final List<String> INACCESSIBLE = List.of(
            "compiler.err.report.access",
            "compiler.err.not.def.public.cant.access",
            "compiler.err.not.def.access.class.intf.cant.access",
            "compiler.err.cant.inherit.from.sealed",
            "compiler.err.non.sealed.sealed.or.final.expected",
            "compiler.err.local.classes.cant.extend.sealed");

    private static final List<String> ABSENT =
            List.of("compiler.err.cant.resolve.location.args", "compiler.err.cant.resolve.location");

    @TempDir
    Path folder;

    private List<Diagnostic<? extends JavaFileObject>> compile(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///user/Program.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        compiler.getTask(
                        null,
                        null,
                        collector,
                        List.of("-proc:none", "-d", folder.toString(), "-cp", classPath()),
                        null,
                        List.of(file))
                .call();
        return collector.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private void compiles(String expression) {
        assertThat(compile(PROGRAM.formatted(expression)))
                .as("the right program: %s", expression)
                .isEmpty();
    }

    private void isRefused(String expression, List<String> codes) {
        long line =
                PROGRAM.lines().takeWhile(one -> !one.contains(EXPRESSION_LINE)).count() + 1;
        assertThat(compile(PROGRAM.formatted(expression)))
                .as("the wrong program: %s", expression)
                .singleElement()
                .satisfies(error -> {
                    String message = error.getMessage(Locale.ROOT);
                    // Of several constructors javac names the nearest, and why it is out of reach.
                    boolean outOfReach = codes.equals(INACCESSIBLE)
                            && error.getCode().equals("compiler.err.cant.apply.symbol")
                            && message.contains("is not public");
                    if (!outOfReach) {
                        assertThat(error.getCode()).as(message).isIn(codes);
                    }
                    assertThat(error.getLineNumber()).isEqualTo(line);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # fit on an evaluation set, or on a vault
                    learner.fit(fold.training(), context)   | learner.fit(fold.evaluation(), context)
                    learner.fit(locked.training(), context) | learner.fit(locked.vault(), context)
                    algorithm.fit(fold.training(), context) | algorithm.fit(fold.evaluation(), context)
                    scaler.fit(fold.training(), context)    | scaler.fit(fold.evaluation(), context)
                    # fit on new rows, on all rows, or on features without their rows
                    learner.fit(fold.training(), context)   | learner.fit(new NewRows(fold.evaluation().features()), context)
                    learner.fit(fold.training(), context)   | learner.fit(dataset, context)
                    scaler.fit(fold.training(), context)    | scaler.fit(dataset, context)
                    scaler.fit(fold.training(), context)    | scaler.fit(fold.training().features(), context)
                    # split what was transformed
                    splitter.split(fold.training(), 2)      | splitter.split(scaler.fit(fold.training(), context), 2)
                    splitter.split(fold.training(), 2)      | splitter.split(scaler.fit(fold.training(), context).training(), 2)
                    splitter.split(fold.training(), 2)      | splitter.split(fold.evaluation(), 2)
                    # a pipeline would be refitted on prepared rows
                    new Pipeline(List.of(scaler), algorithm).fit(fold.training(), context) | new Pipeline(List.of(scaler), algorithm).fit(scaler.fit(fold.training(), context).training(), context)
                    # a selection outside the fold
                    new Pipeline(List.of(Select.bestByF(200)), algorithm).fit(fold.training(), context) | Select.bestByF(200).fit(dataset, context)
                    new Pipeline(List.of(new SelectByModel(algorithm, 9)), algorithm) | new SelectByModel(algorithm, 9).fit(dataset, context)
                    Select.bestByF(200).fit(fold.training(), context).apply(fold.evaluation()) | Select.bestByF(200).fit(fold.training(), context).apply(dataset)
                    # target encoding without cross-fitting
                    TargetEncoding.crossFitted(Columns.categories(), 5) | TargetEncoding.crossFitted(Columns.categories())
                    # over-sampling of rows that are scored
                    new Smote(5).sample(fold.training(), context) | new Smote(5).sample(fold.evaluation(), context)
                    ClassBalance.overSampling().sample(fold.training(), context) | ClassBalance.overSampling().sample(dataset, context)
                    splitter.split(fold.training(), 2)      | splitter.split(ClassBalance.overSampling().sample(fold.training(), context), 2)
                    # scoring a vault directly, or training rows as if they were held out
                    model.predict(fold.evaluation())        | model.predict(locked.vault())
                    model.predict(fold.training().inSample()) | model.predict(fold.training())
                    # a measure whose arguments are swapped
                    measure.value(fold.evaluation().response(), model.predict(fold.evaluation()), weights) | measure.value(model.predict(fold.evaluation()), fold.evaluation().response(), weights)
                    measure.value(fold.evaluation().response(), model.predict(fold.evaluation()), weights) | measure.value(fold.evaluation().response(), fold.evaluation().response(), weights)
                    """)
    void anArgumentOfTheWrongKindIsAMismatchOfTypes(String right, String wrong) {
        compiles(right);
        isRefused(wrong, MISMATCH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # sets made by hand
                    splitter.split(dataset, 1) | new RawTrainingSet(dataset, new int[] {0})
                    splitter.lock(dataset, 1)  | new VaultedSet(dataset, new int[] {0})
                    scaler.fit(fold.training(), context).training() | new FittedTrainingSet(fold.training(), fold.training().features())
                    # target encoding without cross-fitting
                    TargetEncoding.crossFitted(Columns.categories(), 5) | new TargetEncoding(Columns.categories(), 1)
                    # predictions behind the back of the sets
                    model.predict(fold.evaluation()) | model.score(fold.evaluation().features())
                    scaler.fit(fold.training(), context).apply(fold.evaluation()) | scaler.fit(fold.training(), context).mapping()
                    """)
    void whatIsNotForUsersIsNotAccessible(String right, String wrong) {
        compiles(right);
        isRefused(wrong, INACCESSIBLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # a vault shows neither features nor outcomes
                    locked.vault().rowIds() | locked.vault().features()
                    locked.vault().rowIds() | locked.vault().response()
                    # a fitted transformer does not go on learning
                    scaler.fit(fold.training(), context).training() | scaler.fit(fold.training(), context).fit(fold.training(), context)
                    # all rows have no features to look at before the split
                    dataset.rowIds() | dataset.features()
                    """)
    void whatWouldLeakIsNotThere(String right, String wrong) {
        compiles(right);
        isRefused(wrong, ABSENT);
    }

    @Test
    void nobodyElseImplementsATrainingSet() {
        assertThat(compile("""
                        package user;

                        import io.watertight.ml.learn.TrainingSet;

                        abstract class Mine implements TrainingSet {}
                        """))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.getLineNumber()).isEqualTo(5))
                .anySatisfy(error -> assertThat(error.getCode()).isIn(INACCESSIBLE));
    }

    @Test
    void nobodyGetsRoundTheFitLog() {
        String transformer = """
                package user;

                import io.watertight.ml.learn.*;

                abstract class Mine extends Transformer {
                    %s
                }
                """;
        assertThat(
                        compile(
                                transformer.formatted(
                                        "@Override protected Learnt learn(TrainingSet training, FitContext context) { throw new IllegalStateException(); }")))
                .isEmpty();
        assertThat(
                        compile(
                                transformer.formatted(
                                        "@Override public Fitted fit(TrainingSet training, FitContext context) { throw new IllegalStateException(); }")))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.getCode()).isEqualTo("compiler.err.override.meth");
                    assertThat(error.getLineNumber()).isEqualTo(6);
                });
    }

    /** The program of the manual, so that what people copy compiles. */
    @Test
    void theProgramOfTheManualCompiles() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "pipelines.md"));
        int start = page.indexOf("```java") + "```java".length();
        String program = page.substring(start, page.indexOf("```", start));
        assertThat(program).contains("pipeline.fit(fold.training()");
        assertThat(compile("""
                        package user;

                        import io.watertight.ml.data.*;
                        import io.watertight.ml.learn.*;
                        import io.watertight.ml.transform.*;

                        abstract class Manual {
                            void run(Dataset dataset, Splitter splitter, Algorithm algorithm) {
                                %s
                            }
                        }
                        """.formatted(program))).isEmpty();
    }

    /** Features have no rows of their own and carry no type of their past, so this one is refused when it runs. */
    @Test
    void preparedFeaturesMakeNoDataset() {
        Features raw = new Features(
                20,
                List.of(NumberBlock.of(
                        "x", IntStream.range(0, 20).asDoubleStream().toArray())));
        Response response = new Response.Numbers(new double[20]);
        Dataset dataset = Dataset.of(raw, response);
        Fitted fitted = Scale.standard(Columns.all())
                .fit(new RandomFolds(2, 1).split(dataset, 1).get(0).training(), FitContext.of(1));
        Features prepared = fitted.apply(new NewRows(raw));
        assertThatThrownBy(() -> Dataset.of(prepared, response))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("fitted transformer");
        assertThatThrownBy(() -> dataset.withFeatures(prepared)).isInstanceOf(WatertightException.class);
        assertThatThrownBy(() -> Dataset.of(
                        fitted.training().features(), fitted.training().response()))
                .isInstanceOf(WatertightException.class);
    }
}
