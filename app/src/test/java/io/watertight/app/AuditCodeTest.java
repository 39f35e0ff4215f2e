package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.lint.Rules;
import io.watertight.core.audit.KindredDefects;
import io.watertight.core.check.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An audit that reads the code beside the study. */
final class AuditCodeTest {

    private static final String LEAKY = """
            import pandas as pd
            from sklearn.linear_model import LogisticRegression
            from sklearn.model_selection import train_test_split
            from sklearn.preprocessing import StandardScaler

            data = pd.read_csv("raw.csv")
            X = data[["age", "income"]]
            y = data["paid"]
            X = StandardScaler().fit_transform(X)
            X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=1)
            model = LogisticRegression()
            model.fit(X_train, y_train)
            print(model.score(X_test, y_test))
            """;

    private static final String INNOCENT = """
            import pandas as pd
            from sklearn.linear_model import LogisticRegression
            from sklearn.model_selection import train_test_split
            from sklearn.pipeline import make_pipeline
            from sklearn.preprocessing import StandardScaler

            data = pd.read_csv("raw.csv")
            X = data[["age", "income"]]
            y = data["paid"]
            X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=1)
            model = make_pipeline(StandardScaler(), LogisticRegression())
            model.fit(X_train, y_train)
            print(model.score(X_test, y_test))
            """;

    private static final String[] AUDIT = {"audit", "loans.csv", "--target", "paid", "--split", "part"};

    @TempDir
    Path folder;

    /** 200 rows of two columns, scaled to mean 0 and deviation 1 over the rows of both parts or of the training part alone. */
    private void table(boolean together) {
        Random random = new Random(11);
        int rows = 200;
        double[][] columns = new double[2][rows];
        for (double[] column : columns) {
            for (int row = 0; row < rows; row++) {
                column[row] = 40 + 10 * random.nextGaussian();
            }
            List<Double> seen = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                if (together || row % 4 != 0) {
                    seen.add(column[row]);
                }
            }
            double mean = seen.stream().mapToDouble(value -> value).average().orElseThrow();
            double deviation = Math.sqrt(seen.stream()
                    .mapToDouble(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow());
            for (int row = 0; row < rows; row++) {
                column[row] = (column[row] - mean) / deviation;
            }
        }
        StringBuilder text = new StringBuilder("age,income,part,paid\n");
        for (int row = 0; row < rows; row++) {
            int paid = random.nextDouble() < 1 / (1 + Math.exp(-columns[0][row])) ? 1 : 0;
            text.append(String.format(
                    Locale.ROOT,
                    "%.12f,%.12f,%s,%d%n",
                    columns[0][row],
                    columns[1][row],
                    row % 4 == 0 ? "test" : "train",
                    paid));
        }
        Tables.write(folder, "loans.csv", text.toString());
    }

    private Run audit(String... more) {
        List<String> command = new ArrayList<>(List.of(AUDIT));
        command.addAll(List.of(more));
        return Run.in(folder, command.toArray(String[]::new));
    }

    private static JsonNode json(Run run) {
        return new JsonMapper().readTree(run.out());
    }

    private static List<JsonNode> of(JsonNode findings, String check) {
        return StreamSupport.stream(findings.spliterator(), false)
                .filter(finding -> finding.path("check").asString().equals(check))
                .toList();
    }

    @Test
    void aTableScaledBeforeTheSplitAndTheLineThatDidItAreOneStory() {
        table(true);
        Tables.write(folder, "train.py", LEAKY);

        JsonNode findings =
                json(audit("--code", "train.py", "--format", "json").exits(0)).path("findings");

        assertThat(of(findings, "scaling-before-split")).isEmpty();
        JsonNode story = of(findings, "scaled-before-split").get(0);
        assertThat(story.path("message").asString()).contains("over all parts together");
        JsonNode line = of(story.path("related"), "scaling-before-split").get(0);
        assertThat(line.path("file").asString()).isEqualTo("train.py");
        assertThat(line.path("line").asInt()).isEqualTo(9);
        assertThat(line.path("subject").path("line").asInt()).isEqualTo(9);
        assertThat(line.path("related"))
                .extracting(step -> step.path("role").asString())
                .contains("split", "fit");
    }

    @Test
    void theTextAndThePageShowTheLine() {
        table(true);
        Tables.write(folder, "train.py", LEAKY);

        audit("--code", "train.py", "--format", "text")
                .exits(0)
                .says(
                        "The code does it at train.py:9:   X = StandardScaler().fit_transform(X)",
                        "Flow by line: source 6");
        audit("--code", "train.py", "--format", "html").exits(0).says("The code does it at train.py:9");
        audit("--code", "train.py", "--format", "sarif")
                .exits(0)
                .says("\"uri\" : \"train.py\"", "codeFlows", "The code does it at train.py:9.");
        audit("--code", "train.py", "--format", "markdown").exits(0).says("The code does it at train.py:9");
        audit("--code", "train.py", "--format", "junit").exits(0).says("scaling-before-split");
        Run.in(folder, "explain", "1").exits(0).says("The code does it at train.py:9", "train.py:10  split");
    }

    @Test
    void codeThatIsNotAskedForIsNotRead() {
        table(true);
        Tables.write(folder, "train.py", LEAKY);

        assertThat(audit("--format", "text").exits(0).out()).contains("scaled").doesNotContain("train.py");
    }

    @Test
    void innocentCodeLeavesTheFindingsAsTheyWere() {
        table(true);
        Tables.write(folder, "train.py", INNOCENT);

        JsonNode alone = json(audit("--format", "json").exits(0));
        JsonNode beside = json(audit("--code", "train.py", "--format", "json").exits(0));

        assertThat(beside.path("findings")).isEqualTo(alone.path("findings"));
        assertThat(beside.path("code").get(0).path("status").asString()).isEqualTo("followed");
    }

    @Test
    void codeWithoutATraceInTheDataStandsOnItsOwn() {
        table(false);
        Tables.write(folder, "train.py", LEAKY);

        Run run = audit("--code", "train.py", "--format", "text").exits(0);

        assertThat(run.out()).contains("train.py:9   X = StandardScaler()").doesNotContain("The code does it");
    }

    @Test
    void theStudyFileNamesTheCode() throws IOException {
        table(true);
        Files.createDirectories(folder.resolve("src"));
        Tables.write(folder, "src/train.py", LEAKY);
        Tables.write(folder, "study.yml", "data: loans.csv\ncode: [src]\ntarget: paid\nsplit: part\n");

        Run.in(folder, "audit", "--format", "text").exits(0).says("The code does it at src/train.py:9");
    }

    @Test
    void theStudyFileNamesWhatIsKnownOfALibrary() {
        table(true);
        Tables.write(
                folder,
                "train.py",
                LEAKY.replace("from sklearn.preprocessing import StandardScaler", "from bank import Levels")
                        .replace("StandardScaler()", "Levels()"));
        Tables.write(
                folder,
                "bank.yml",
                "version: 1\nlibrary: bank\nsource: our own\nclasses:\n  bank.Levels: {role: transformer, learns: scale}\n");
        String study = "data: loans.csv\ncode: train.py\ntarget: paid\nsplit: part\n";

        Tables.write(folder, "study.yml", study);
        assertThat(Run.in(folder, "audit", "--format", "text").exits(0).out())
                .doesNotContain("The code does it at train.py:9");

        Tables.write(folder, "study.yml", study + "knowledge: bank.yml\n");
        Run.in(folder, "audit", "--format", "text").exits(0).says("The code does it at train.py:9");

        Tables.write(folder, "study.yml", study + "knowledge: banks.yml\n");
        Run.in(folder, "audit", "--format", "text").complains("There is no file", "banks.yml");
    }

    @Test
    void thePageGivesTheRulesOfCodeTheirTitles() {
        table(true);
        Tables.write(folder, "train.py", INNOCENT);

        audit("--code", "train.py", "--format", "html").exits(0).says("Rows in order of time are dealt at random");
    }

    @Test
    void theStudyFileOfTheManualIsOne() throws IOException {
        String manual = Files.readString(Path.of("..", "docs", "manual.md"));
        int start = manual.indexOf("```yaml\ndata: loans.csv") + 8;
        table(true);
        Files.createDirectories(folder.resolve("src"));
        Tables.write(folder, "src/other.py", INNOCENT);
        Tables.write(folder, "train.py", LEAKY);
        Tables.write(folder, "study.yml", manual.substring(start, manual.indexOf("```", start)));

        Run.in(folder, "audit", "--format", "text").exits(0).says("The code does it at train.py:9");
    }

    @Test
    void aFindingInCodeIsExplainedByNumber() {
        table(false);
        Tables.write(folder, "train.py", LEAKY);
        audit("--code", "train.py", "--format", "text").exits(0);

        Run.in(folder, "explain", "1").exits(0).says("train.py:9 (scaling-before-split", "train.py:10  split");
    }

    @Test
    void aPathThatLeadsNowhereIsAComplaint() throws IOException {
        table(true);
        Files.createDirectories(folder.resolve("empty"));

        audit("--code", "trian.py").complains("trian.py");
        audit("--code", "empty").complains("no code in empty");
        audit("--code", "-").complains("standard input");
    }

    @Test
    void whatCouldNotBeFollowedIsNeverClean() {
        table(false);
        Tables.write(folder, "train.py", INNOCENT);
        Tables.write(folder, "broken.py", "def (:\n");

        Run run = audit("--code", "train.py", "--code", "broken.py", "--format", "text");

        run.says("code: 1 of 2 files was not followed to the end", "broken.py");
        JsonNode checks = json(audit("--code", "train.py", "--code", "broken.py", "--format", "json"))
                .path("checks");
        assertThat(StreamSupport.stream(checks.spliterator(), false)
                        .filter(check -> check.path("id").asString().equals("scaling-before-split")))
                .extracting(check -> check.path("status").asString())
                .containsExactly("skipped");
    }

    @Test
    void whatACommentAnswersForIsAccepted() {
        table(false);
        Tables.write(
                folder,
                "train.py",
                LEAKY.replace(
                        "fit_transform(X)",
                        "fit_transform(X)  # watertight: ignore[scaling-before-split] because trees do not mind"));

        JsonNode report = json(audit("--code", "train.py", "--format", "json"));

        assertThat(of(report.path("findings"), "scaling-before-split")).isEmpty();
        assertThat(of(report.path("accepted"), "scaling-before-split")).hasSize(1);
    }

    @Test
    void everyKindredDefectIsACheckOrARule() {
        assertThat(Catalogue.load().checks())
                .extracting(check -> check.info().id())
                .containsAll(KindredDefects.checks());
        assertThat(Rules.all()).extracting(rule -> rule.info().id()).containsAll(KindredDefects.rules());
    }

    @Test
    void noRuleIsCalledLikeACheck() {
        assertThat(Rules.all())
                .extracting(rule -> rule.info().id())
                .doesNotContainAnyElementsOf(Catalogue.load().checks().stream()
                        .map(check -> check.info().id())
                        .toList());
    }
}
