package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintFixTest {

    private static final String BEGIN = """
            import pandas as pd
            from sklearn.linear_model import LogisticRegression
            from sklearn.model_selection import train_test_split
            from sklearn.preprocessing import StandardScaler

            df = pd.read_csv("applications.csv")
            """;

    private static final String END = """
            model = LogisticRegression().fit(X_train, y_train)
            print(model.score(X_test, y_test))
            """;

    private static final String SELECT = """
            X = df[["age", "income"]]
            y = df["card"]
            """;

    @TempDir
    Path folder;

    @Test
    void whatIsFixedIsNotFoundAgain() throws IOException {
        Path file = folder.resolve("bad.py");
        Files.writeString(file, BEGIN + SELECT + """
                X = StandardScaler().fit_transform(X)
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                """ + END);
        Run.in(folder, "lint", "--fail-on", "warning", "bad.py")
                .exits(1)
                .says("scaling-before-split", "shown by --diff");

        Run.in(folder, "lint", "--fail-on", "warning", "bad.py", "--fix")
                .exits(0)
                .notes("1 fixed, 0 left.");

        assertThat(file).hasContent(BEGIN + SELECT + """
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                standard_scaler = StandardScaler()
                X_train = standard_scaler.fit_transform(X_train)
                X_test = standard_scaler.transform(X_test)
                """ + END);
        assertThat(Run.in(folder, "lint", "--fail-on", "warning", "bad.py")
                        .exits(0)
                        .out())
                .doesNotContain("scaling-before-split");
    }

    @Test
    void whatCannotBeFixedSafelyComesWithAdvice() throws IOException {
        Files.writeString(folder.resolve("bad.py"), BEGIN + SELECT + """
                X = StandardScaler().fit_transform(X)
                print(X.mean())
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                """ + END);

        Run.in(folder, "lint", "--fail-on", "warning", "bad.py")
                .exits(1)
                .says("Fix: split first, and fit the scaler on the training rows alone");
        Run.in(folder, "lint", "--fail-on", "warning", "bad.py", "--fix")
                .exits(1)
                .notes("0 fixed, 1 left.");
    }
}
