package io.watertight.core.report;

import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.FlowStep;
import io.watertight.core.check.Place;
import io.watertight.core.check.Severity;
import io.watertight.core.lint.Excerpt;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintRule;
import io.watertight.core.lint.LintedFile;
import java.util.List;
import java.util.Map;

/** Lint reports built by hand, of made-up code. */
public final class LintReports {

    /** What stands in for the rule pages. */
    private static final String PAGE =
            "# Title\n\n## What it finds\n\nA step fitted on all rows.\n\n## Why it misleads\n\nTest rows *shape* the features.\n";

    private static final List<String> SCRIPT = List.of(
            "import pandas as pd",
            "",
            "df = pd.read_csv(\"loans.csv\")",
            "X, y = df.drop(columns=\"default\"), df[\"default\"]",
            "scaler = StandardScaler()",
            "X = scaler.fit_transform(X)",
            "X_train, X_test, y_train, y_test = train_test_split(X, y)",
            "model = LogisticRegression()",
            "model.fit(X_train, y_train)",
            "print(model.score(X_test, y_test))");

    private LintReports() {}

    @CheckInfo(
            id = "scaler-before-split",
            title = "A scaler is fitted before the split",
            category = Category.PREPROCESSING,
            severity = Severity.WARNING)
    private static final class ScalerBeforeSplit {}

    @CheckInfo(
            id = "negative-shift",
            title = "A feature looks into the future",
            category = Category.TEMPORAL,
            severity = Severity.ERROR)
    private static final class NegativeShift {}

    @CheckInfo(
            id = "test-set-again",
            title = "The same test set chooses and judges the model",
            category = Category.NO_TEST_SET,
            severity = Severity.INFO)
    private static final class TestSetAgain {}

    /** Three rules with pages, one of them without. */
    public static List<LintRule> rules() {
        return List.of(
                rule(NegativeShift.class, "time", PAGE),
                rule(ScalerBeforeSplit.class, "preprocessing", PAGE),
                rule(TestSetAgain.class, "multi-test", ""));
    }

    private static LintRule rule(Class<?> type, String family, String page) {
        CheckInfo info = type.getAnnotation(CheckInfo.class);
        return new LintRule(info.id(), info.title(), info.category(), info.severity(), family, page);
    }

    private static Finding finding(Class<?> rule, FindingDraft draft) {
        Findings findings = new Findings(rule.getAnnotation(CheckInfo.class));
        findings.add(draft);
        return findings.found().get(0);
    }

    private static Place script(int line) {
        String text = SCRIPT.get(line - 1);
        return new Place("src/train.py", 0, line, 0, line, text.length(), line, text.strip());
    }

    public static Place notebook(int cell, int line, int fileLine, String text) {
        return new Place("analysis/a b.ipynb", cell, line, 0, line, text.length(), fileLine, text);
    }

    /** A scaler before the split in a script, with an edit and a flow. */
    public static Finding scaler() {
        return finding(
                ScalerBeforeSplit.class,
                FindingDraft.at(script(6), Confidence.HIGH)
                        .says("The scaler learns mean and spread of all rows; the test rows of line 7 are among them.")
                        .flow(List.of(
                                new FlowStep(script(3), "source", "all rows of loans.csv"),
                                new FlowStep(script(6), "statistic", "mean and spread of all rows"),
                                new FlowStep(script(7), "split", "test rows drawn from them"),
                                new FlowStep(script(10), "score", "scored on rows that shaped the features")))
                        .fix(new Fix.CodeEdit(
                                "split first, fit the scaler on the training rows",
                                List.of(
                                        new Fix.LineEdit("src/train.py", 0, 6, 6, List.of()),
                                        new Fix.LineEdit(
                                                "src/train.py",
                                                0,
                                                8,
                                                7,
                                                List.of(
                                                        "X_train = scaler.fit_transform(X_train)",
                                                        "X_test = scaler.transform(X_test)"))))));
    }

    /** A look ahead in a notebook, the surer and worse one. */
    public static Finding shift() {
        Place place = notebook(4, 2, 37, "df[\"next\"] = df[\"price\"].shift(-1)  # \"quoted\"");
        return finding(
                NegativeShift.class,
                FindingDraft.at(place, List.of("next"), Confidence.PROVEN)
                        .says("next holds the price of the row after it, which is not known yet.")
                        .flow(List.of(
                                new FlowStep(place, "look-ahead", "the value of one row later"),
                                new FlowStep(
                                        notebook(6, 1, 61, "model.fit(df[[\"next\"]], y)"),
                                        "fit",
                                        "a feature of the model")))
                        .fix(new Fix.Advice("shift by a positive number")));
    }

    private static Finding again() {
        return finding(
                TestSetAgain.class,
                FindingDraft.at(script(10), Confidence.MEDIUM).says("It is scored 3 times; the best is reported."));
    }

    /** Two files with findings, one suppressed finding, a file that cannot be read, one that was lost, one that is clean. */
    public static LintReport full() {
        Place lost = new Place("src/spark.py", 0, 14, 0, 14, 20, 14, "df = spark.table(\"t\")");
        return new LintReport(
                List.of(
                        new LintedFile("src/train.py", "script", 1, 10, 12.5, List.of(), List.of(), 1, 1, 1)
                                .withExcerpts(List.of(new Excerpt(0, 1, SCRIPT))),
                        new LintedFile("analysis/a b.ipynb", "notebook", 7, 42, 20, List.of(), List.of(), 0, 1, 0)
                                .withExcerpts(List.of(
                                        new Excerpt(
                                                4,
                                                1,
                                                List.of(
                                                        "df = df.sort_values(\"day\")",
                                                        "df[\"next\"] = df[\"price\"].shift(-1)  # \"quoted\"",
                                                        "df.head()")),
                                        new Excerpt(6, 1, List.of("model.fit(df[[\"next\"]], y)")))),
                        new LintedFile(
                                "src/spark.py",
                                "script",
                                1,
                                20,
                                3,
                                List.of(),
                                List.of(new LintedFile.NotAnalysed(lost, "rows of spark.table are not known")),
                                1,
                                1,
                                1),
                        new LintedFile(
                                "broken.ipynb",
                                "notebook",
                                0,
                                0,
                                0.4,
                                List.of("it is not JSON (line 3)"),
                                List.of(),
                                0,
                                0,
                                0),
                        new LintedFile("clean.py", "script", 1, 5, 1, List.of(), List.of(), 1, 1, 1)),
                List.of(scaler(), shift()),
                List.of(new LintReport.Suppressed(again(), "the best of three is only a smoke test")),
                List.of(
                        result("negative-shift", CheckStatus.FOUND, ""),
                        result("scaler-before-split", CheckStatus.FOUND, ""),
                        result("test-set-again", CheckStatus.FAILED, "unexpected 'secret' value")),
                Map.of(
                        "negative-shift",
                        "time",
                        "scaler-before-split",
                        "preprocessing",
                        "test-set-again",
                        "multi-test"),
                "1.2.3");
    }

    /** One file without findings, followed to the end. */
    public static LintReport clean() {
        return new LintReport(
                List.of(new LintedFile("clean.py", "script", 1, 5, 1, List.of(), List.of(), 1, 1, 1)),
                List.of(),
                List.of(),
                List.of(result("negative-shift", CheckStatus.PASSED, "")),
                Map.of("negative-shift", "time"),
                "1.2.3");
    }

    /** The clean file with other findings. */
    public static LintReport with(Finding... findings) {
        LintReport clean = clean();
        return new LintReport(
                clean.files(), List.of(findings), List.of(), clean.rules(), clean.families(), clean.version());
    }

    /** A finding at a place, of this severity and confidence. */
    public static Finding at(Place place, Severity severity, Confidence confidence, String message) {
        return finding(
                NegativeShift.class,
                FindingDraft.at(place, confidence).severity(severity).says("%s", message));
    }

    private static CheckResult result(String id, CheckStatus status, String reason) {
        return new CheckResult(id, status, reason, 1, List.of(), List.of());
    }
}
