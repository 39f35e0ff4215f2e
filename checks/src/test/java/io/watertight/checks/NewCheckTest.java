package io.watertight.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code dev/new-check} writes a check that compiles; run on a copy of what it needs. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "dev/new-check is a POSIX shell script")
final class NewCheckTest {

    private static final Path SERVICES =
            Path.of("checks/src/main/resources/META-INF/services/io.watertight.core.check.Check");

    @TempDir
    private Path copy;

    /** The script's output, with its exit code in front. */
    private String run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "../dev/new-check"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ROOT", copy.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + output;
    }

    private void prepare() throws IOException {
        Files.createDirectories(copy.resolve(SERVICES).getParent());
        Files.createDirectories(copy.resolve("checks/src/main/java"));
        Files.writeString(copy.resolve(SERVICES), "io.watertight.checks.a.First\nio.watertight.checks.z.Last\n");
    }

    @Test
    void writesAClassATestAndAPageThatCompileAndKeepTheServicesSorted() throws Exception {
        prepare();

        assertThat(run("time", "feature-from-the-future")).startsWith("0\n");

        assertThat(Files.readAllLines(copy.resolve(SERVICES)))
                .containsExactly(
                        "io.watertight.checks.a.First",
                        "io.watertight.checks.time.FeatureFromTheFuture",
                        "io.watertight.checks.z.Last");
        Path page = copy.resolve("checks/src/main/resources/io/watertight/checks/time/feature-from-the-future.md");
        assertThat(page)
                .content()
                .startsWith("# Found: feature from the future\n")
                .doesNotContain("@ID@");
        assertThat(errorsOfCompiling(
                        copy.resolve("checks/src/main/java/io/watertight/checks/time/package-info.java"),
                        copy.resolve("checks/src/main/java/io/watertight/checks/time/FeatureFromTheFuture.java"),
                        copy.resolve("checks/src/test/java/io/watertight/checks/time/FeatureFromTheFutureTest.java")))
                .isEmpty();
    }

    private List<String> errorsOfCompiling(Path... files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(problems, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-d",
                    Files.createDirectories(copy.resolve("classes")).toString(),
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-proc:none");
            compiler.getTask(null, manager, problems, options, null, manager.getJavaFileObjects(files))
                    .call();
        }
        return problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    @Test
    void refusesWhatIsNoKebabCaseOrThereAlready() throws Exception {
        prepare();

        assertThat(run("time", "FeatureFromTheFuture")).startsWith("2\n").contains("not in kebab-case", "Maybe");
        assertThat(run("Time", "feature")).startsWith("2\n").contains("no name for a package");
        assertThat(run("time")).startsWith("2\n").contains("expected a package and an id");
        assertThat(run("time", "late-value")).startsWith("0\n");
        assertThat(run("time", "late-value")).startsWith("2\n").contains("is there already");
    }
}
