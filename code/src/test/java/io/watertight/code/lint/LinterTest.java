package io.watertight.code.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.lint.Linter.Input;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Finding;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinterTest {

    private static final String IMPORTS = """
            import pandas as pd
            from sklearn.linear_model import LogisticRegression
            from sklearn.model_selection import train_test_split
            from sklearn.preprocessing import StandardScaler
            """;

    private static final String LEAKY = IMPORTS + """
            df = pd.read_csv("a.csv")
            X = StandardScaler().fit_transform(df[["a"]])
            X_train, X_test, y_train, y_test = train_test_split(X, df["y"])
            print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
            """;

    @TempDir
    private Path folder;

    private Input file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return new Input(path, name);
    }

    private static LintReport lint(Input... inputs) {
        return new Linter(LintOptions.standard("test")).lint(List.of(inputs), name -> {});
    }

    private static List<String> found(LintReport report) {
        return report.findings().stream().map(LinterTest::text).toList();
    }

    private static String text(Finding finding) {
        var place = finding.subject().place().orElseThrow();
        return finding.check() + " " + place.file() + ":" + place.line();
    }

    @Test
    void findingsNameTheFileAsItWasGiven() throws IOException {
        assertThat(found(lint(file("src/leaky.py", LEAKY)))).containsExactly("scaling-before-split src/leaky.py:6");
    }

    @Test
    void modelsTriedInTheTestsOfALibraryAreNoTrialsButAFileOfThatNameAloneIsNoTest() throws IOException {
        String trials = IMPORTS + """
                from sklearn.tree import DecisionTreeClassifier
                df = pd.read_csv("a.csv")
                X_train, X_test, y_train, y_test = train_test_split(df[["a"]], df["y"])
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                print(DecisionTreeClassifier().fit(X_train, y_train).score(X_test, y_test))
                """;
        assertThat(found(lint(file("test_models.py", trials)))).contains("test-set-reused test_models.py:9");
        assertThat(found(lint(file("test_models.py", "import pytest\n" + trials))))
                .isEmpty();
    }

    @Test
    void aBrokenFileCostsOnlyItself() throws IOException {
        LintReport report = lint(
                file("broken.py", "def f(:\n  (((\n"),
                file("broken.ipynb", "{\"cells\": [\n"),
                new Input(folder.resolve("missing.py"), "missing.py"),
                file("leaky.py", LEAKY));

        assertThat(found(report)).containsExactly("scaling-before-split leaky.py:6");
        assertThat(report.files()).hasSize(4);
        assertThat(report.files().subList(0, 3))
                .allSatisfy(file -> assertThat(file.notices()).isNotEmpty());
        assertThat(report.files().get(3).notices()).isEmpty();
        assertThat(report.rules()).extracting(CheckResult::status).doesNotContain(CheckStatus.FAILED);
    }

    @Test
    void aBrokenStatementIsToldAndTheRestIsJudged() throws IOException {
        LintReport report = lint(file("leaky.py", LEAKY.replace("df = pd", "x = = 1\ndf = pd")));

        assertThat(found(report)).containsExactly("scaling-before-split leaky.py:7");
        assertThat(report.files().get(0).notices()).containsExactly("Line 5 was not read: invalid syntax.");
    }

    @Test
    void ruleThatIsSkippedIsNotRun() throws IOException {
        Input input = file("leaky.py", LEAKY);
        LintOptions all = LintOptions.standard("test");
        LintOptions skipping = new LintOptions(
                all.knowledge(), java.util.Set.of(), java.util.Set.of("scaling-before-split"), true, List.of(), "test");
        LintReport report = new Linter(skipping).lint(List.of(input), name -> {});

        assertThat(report.findings()).isEmpty();
        assertThat(report.rules()).extracting(CheckResult::id).doesNotContain("scaling-before-split");
    }

    @Test
    void severalFilesGiveTheReportsOfEachAlone() throws IOException {
        List<Input> inputs = new ArrayList<>();
        for (int number = 0; number < 24; number++) {
            inputs.add(file(
                    "script" + number + ".py",
                    "# " + "\n# ".repeat(number) + "\n"
                            + (number % 3 == 0 ? LEAKY.replace("fit_transform", "abs") : LEAKY)));
        }
        List<String> oneByOne =
                inputs.stream().flatMap(input -> found(lint(input)).stream()).toList();

        List<String> first = found(lint(inputs.toArray(Input[]::new)));
        assertThat(first).containsExactlyInAnyOrderElementsOf(oneByOne);
        for (int time = 0; time < 3; time++) {
            LintReport together = lint(inputs.toArray(Input[]::new));
            assertThat(found(together)).isEqualTo(first);
            assertThat(together.files())
                    .extracting(LintedFile::name)
                    .isEqualTo(inputs.stream().map(Input::name).toList());
        }
        assertThat(oneByOne).hasSize(16);
    }

    @Test
    void importedModuleOfTheFolderIsFollowed() throws IOException {
        file("prepare.py", """
                from sklearn.preprocessing import StandardScaler
                COLUMNS = ["a", "b"]
                def scaled(table):
                    return StandardScaler().fit_transform(table[COLUMNS])
                """);
        LintReport report = lint(file("train.py", IMPORTS + """
                from prepare import scaled
                df = pd.read_csv("a.csv")
                X_train, X_test, y_train, y_test = train_test_split(scaled(df), df["y"])
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """));

        assertThat(found(report)).containsExactly("scaling-before-split prepare.py:4");
    }

    private static final String MODEL = """
            X_train, X_test, y_train, y_test = train_test_split(scaled(df), df["y"])
            print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
            """;

    private static String scaling(String columns) {
        return "from sklearn.preprocessing import StandardScaler\ndef scaled(table):\n"
                + "    return StandardScaler().fit_transform(table[" + columns + "])\n";
    }

    @ParameterizedTest
    @CsvSource({
        "from .prepare import scaled, project/deep/prepare.py",
        "from . import prepare; scaled = prepare.scaled, project/deep/prepare.py",
        "from ..common import scaled, project/common.py",
        "from ..parts.scale import scaled, project/parts/scale.py"
    })
    void relativeImportMeansAModuleOfThatFolderAndOfNoOther(String line, String module) throws IOException {
        file("common.py", "def scaled(table):\n    return table\n");
        file("prepare.py", "def scaled(table):\n    return table\n");
        file(module, scaling("['a']"));
        LintReport report =
                lint(file("project/deep/train.py", IMPORTS + line + "\ndf = pd.read_csv('a.csv')\n" + MODEL));

        assertThat(found(report))
                .containsExactly("scaling-before-split " + module.substring(module.lastIndexOf('/') + 1) + ":3");
    }

    @Test
    void relativeImportInsideAModuleStartsThere() throws IOException {
        file("b.py", "def scaled(table):\n    return table\n");
        file("pack/b.py", scaling("['b']"));
        file("pack/a.py", "from .b import scaled\n");
        file("other/__init__.py", "from .b import scaled\n");
        file("other/b.py", scaling("['c']"));
        for (String pack : List.of("pack.a", "other")) {
            LintReport report = lint(
                    file("train.py", IMPORTS + "from " + pack + " import scaled\ndf = pd.read_csv('a.csv')\n" + MODEL));

            assertThat(found(report)).as(pack).containsExactly("scaling-before-split b.py:3");
        }
    }

    @Test
    void relativeImportOfWhatIsMissingIsNoLibrary() throws IOException {
        LintReport report = lint(file(
                "train.py",
                IMPORTS.replace("from sklearn.preprocessing", "from .sklearn.preprocessing")
                        + "def scaled(table):\n    return StandardScaler().fit_transform(table[['a']])\n"
                        + "df = pd.read_csv('a.csv')\n" + MODEL));

        assertThat(found(report)).isEmpty();
    }

    @Test
    void importedModuleOfAPackageIsFollowedUnderItsAlias() throws IOException {
        file("project/__init__.py", "");
        file("project/data.py", "import pandas as pd\ndf = pd.read_csv('a.csv')\nX, y = df[['a']], df['y']\n");
        LintReport report = lint(file("train.py", """
                import project.data as data
                from sklearn.linear_model import LogisticRegression
                model = LogisticRegression().fit(data.X, data.y)
                print(model.score(data.X, data.y))
                """));

        assertThat(found(report)).contains("scored-on-training-rows train.py:4");
    }

    @Test
    void modulesThatImportEachOtherEnd() throws IOException {
        Input one = file("one.py", "from two import b\na = 1\n");
        Input two = file("two.py", "from one import a\nb = 2\n");

        assertThat(lint(one, two).files()).hasSize(2);
    }

    @Test
    void codeIsNeverRun() throws IOException {
        Path trace = folder.resolve("trace.txt");
        LintReport report = lint(
                file(
                        "evil.py",
                        "open(r'%s', 'w').write('x')\n__import__('os').system('touch %s')\n".formatted(trace, trace)),
                file("conftest.py", "import pathlib\npathlib.Path(r'%s').touch()\n".formatted(trace)),
                file("imports.py", "import evil\nimport conftest\n"));

        assertThat(report.files()).hasSize(3);
        assertThat(trace).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec(open('a.py').read())", "eval(code)"})
    void whatCannotBeFollowedIsTold(String line) throws IOException {
        LintReport report = lint(file("lost.py", line + "\n"));

        assertThat(report.files().get(0).notAnalysed()).isNotEmpty().allSatisfy(lost -> {
            assertThat(lost.reason()).isNotBlank();
            assertThat(lost.place().line()).isEqualTo(1);
        });
    }

    @Test
    void deepNestingIsReadOrRefusedWithANotice() throws IOException {
        StringBuilder loops = new StringBuilder();
        for (int depth = 0; depth < 90; depth++) {
            loops.append(" ".repeat(depth)).append("for i").append(depth).append(" in range(3):\n");
        }
        loops.append(" ".repeat(90)).append("x = 1\n");
        String functions = IntStream.range(0, 60)
                .mapToObj(number -> "def f%d(x):\n    return f%d(f%d(x))\n".formatted(number, number + 1, number + 1))
                .collect(Collectors.joining());
        LintReport report = lint(
                file("brackets.py", "x = " + "(".repeat(5_000) + ")".repeat(5_000) + "\n"),
                file("loops.py", loops.toString()),
                file("sums.py", "x = 1" + " + y".repeat(900) + "\n"),
                file("calls.py", functions + "f0(1)\n"));

        assertThat(report.files().get(0).notices()).isNotEmpty();
        assertThat(report.files()).allSatisfy(file -> assertThat(file.form()).isNotEqualTo("unread"));
    }

    @Test
    void fiftyThousandLinesEnd() throws IOException {
        String lines = IntStream.range(0, 50_000)
                .mapToObj(line -> "c" + line % 50 + " = df + " + line)
                .collect(Collectors.joining("\n"));
        LintedFile file = lint(file("long.py", "import pandas as pd\ndf = pd.read_csv('a.csv')\n" + lines + "\n"))
                .files()
                .get(0);

        assertThat(file.lines()).isEqualTo(50_002);
        assertThat(file.notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void binaryJunkIsANotice(long seed) throws IOException {
        byte[] junk = new byte[200_000];
        new Random(seed).nextBytes(junk);
        List<Input> inputs = new ArrayList<>();
        for (String name : List.of("junk.py", "junk.ipynb", "junk.qmd")) {
            Files.write(folder.resolve(name), junk);
            inputs.add(new Input(folder.resolve(name), name));
        }
        LintReport report = lint(inputs.toArray(Input[]::new));

        assertThat(report.findings()).isEmpty();
        assertThat(report.files().subList(0, 2))
                .allSatisfy(
                        file -> assertThat(file.notices()).as("seed %d", seed).isNotEmpty());
    }
}
