package io.watertight.code.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.Code;
import io.watertight.code.fix.CodeEdits;
import io.watertight.code.fix.EditedFile;
import io.watertight.code.fix.ReadFile;
import io.watertight.code.lint.LintOptions;
import io.watertight.code.lint.Linter;
import io.watertight.code.lint.Rules;
import io.watertight.code.rule.Rule;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EveryRepairTest {

    /** Text blocks of the tests. */
    private static final Pattern BLOCK = Pattern.compile("\"\"\"\n(.*?)\"\"\"", Pattern.DOTALL);

    private static final Pattern PAGE = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void everyRuleHasAdviceOfOneSentence() {
        assertThat(Rules.all()).allSatisfy(rule -> assertThat(Advice.on(rule.info().id()))
                .as(rule.info().id())
                .hasValueSatisfying(fix -> assertThat(fix.summary()).matches("[a-z][^\\n]{10,120}[^.\\n]")));
    }

    @Test
    void noEditOfAnySnippetMakesCodeThatDoesNotParseOrAddsToWhatIsFound() throws IOException {
        List<Linter.Input> inputs = new ArrayList<>();
        Map<String, ReadFile> files = new HashMap<>();
        for (String snippet : snippets()) {
            String name = "s" + inputs.size() + ".py";
            Path file = Code.write(folder, name, snippet);
            inputs.add(new Linter.Input(file, name));
            files.put(name, ReadFile.of(file, name));
        }
        LintReport before = new Linter(LintOptions.standard("test")).lint(inputs, unused -> {});
        CodeEdits edits = CodeEdits.of(before.findings(), files);

        assertThat(edits.files()).hasSizeGreaterThan(15);
        edits.files().forEach(EditedFile::write);

        LintReport after = new Linter(LintOptions.standard("test")).lint(inputs, unused -> {});
        assertThat(after.files().stream().filter(file -> !file.notices().isEmpty()).map(LintedFile::name))
                .isSubsetOf(before.files().stream()
                        .filter(file -> !file.notices().isEmpty())
                        .map(LintedFile::name)
                        .toList());
        for (EditedFile edited : edits.files()) {
            String name = edited.file().name();
            assertThat(serious(after, name)).as(edited.after()).isLessThanOrEqualTo(serious(before, name));
            assertThat(edited.after()).isNotEqualTo(edited.before());
        }
    }

    private static long serious(LintReport report, String file) {
        return report.findings().stream()
                .filter(finding -> finding.subject().place().orElseThrow().file().equals(file))
                .map(Finding::severity)
                .filter(severity -> severity != Severity.INFO)
                .count();
    }

    private static List<String> snippets() throws IOException {
        List<String> snippets = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java/io/watertight/code"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).sorted().toList()) {
                BLOCK.matcher(Files.readString(source)).results()
                        .map(block -> block.group(1).stripIndent())
                        .filter(text -> !text.contains("\\"))
                        .forEach(snippets::add);
            }
        }
        for (Rule rule : Rules.all()) {
            try (InputStream page = rule.getClass().getResourceAsStream(rule.info().id() + ".md")) {
                String text = new String(page == null ? new byte[0] : page.readAllBytes(), StandardCharsets.UTF_8);
                PAGE.matcher(text).results().map(block -> block.group(1)).forEach(snippets::add);
            }
        }
        assertThat(snippets).hasSizeGreaterThan(100);
        // Parts of scripts: most need what the others of their class begin with.
        String begin = """
                import pandas as pd
                from sklearn.linear_model import LogisticRegression
                from sklearn.model_selection import cross_val_score, train_test_split
                from sklearn.preprocessing import StandardScaler
                from imblearn.over_sampling import SMOTE

                df = pd.read_csv("a.csv")
                X = df.drop("label", axis=1)
                y = df["label"]
                """;
        String end = """
                model = LogisticRegression()
                model.fit(X_train, y_train)
                print(model.score(X_test, y_test))
                """;
        snippets.addAll(snippets.stream().map(snippet -> begin + snippet + end).toList());
        return snippets;
    }
}
