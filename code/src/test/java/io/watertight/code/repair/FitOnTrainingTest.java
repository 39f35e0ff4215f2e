package io.watertight.code.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.Code;
import io.watertight.code.internal.parse.GraalParser;
import io.watertight.code.syntax.Parsed;
import io.watertight.core.check.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitOnTrainingTest {

    private static final String SCALING = "scaling-before-split";

    private static final String BEGIN = """
            import pandas as pd
            from sklearn.linear_model import LogisticRegression
            from sklearn.model_selection import train_test_split
            from sklearn.preprocessing import StandardScaler

            df = pd.read_csv("a.csv")
            X = df.drop("label", axis=1)
            y = df["label"]
            """;

    private static final String END = """
            model = LogisticRegression()
            model.fit(X_train, y_train)
            print(model.score(X_test, y_test))
            """;

    @TempDir
    private Path folder;

    private String mended(String code) {
        return mended(SCALING, code);
    }

    private String mended(String rule, String code) {
        String text = RepairTester.mended(folder, rule, BEGIN + code + END);
        assertThat(text).startsWith(BEGIN).endsWith(END);
        return text.substring(BEGIN.length(), text.length() - END.length());
    }

    @Test
    void theScalerIsFittedBehindTheSplit() {
        assertThat(mended("""
                scaler = StandardScaler()
                X = scaler.fit_transform(X)

                X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
                """)).isEqualTo("""
                scaler = StandardScaler()

                X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
                X_train = scaler.fit_transform(X_train)
                X_test = scaler.transform(X_test)
                """);
    }

    @Test
    void theDataKeepsItsNameWhereTheScaledOneHadAnother() {
        assertThat(mended("""
                scaler = StandardScaler()
                X_scaled = scaler.fit_transform(X)
                X_train, X_test, y_train, y_test = train_test_split(X_scaled, y)
                """)).isEqualTo("""
                scaler = StandardScaler()
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                X_train = scaler.fit_transform(X_train)
                X_test = scaler.transform(X_test)
                """);
    }

    @Test
    void aSelectionStaysWhereItWas() {
        assertThat(mended("""
                scaler = StandardScaler()
                X = scaler.fit_transform(df[["a", "b"]].values)
                y = df["label"].values
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                """)).isEqualTo("""
                scaler = StandardScaler()
                X = df[["a", "b"]].values
                y = df["label"].values
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                X_train = scaler.fit_transform(X_train)
                X_test = scaler.transform(X_test)
                """);
    }

    @Test
    void aScalerWithoutNameGetsOne() {
        assertThat(mended("""
                standard_scaler = 1
                X = StandardScaler(with_mean=False).fit_transform(X)
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                """)).isEqualTo("""
                standard_scaler = 1
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                standard_scaler_2 = StandardScaler(with_mean=False)
                X_train = standard_scaler_2.fit_transform(X_train)
                X_test = standard_scaler_2.transform(X_test)
                """);
    }

    @Test
    void aFrameKeepsItsColumnsAndRows() {
        assertThat(mended("""
                scaler = StandardScaler()
                X = pd.DataFrame(scaler.fit_transform(X), columns=X.columns)
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                """)).isEqualTo("""
                scaler = StandardScaler()
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                X_train = pd.DataFrame(scaler.fit_transform(X_train), columns=X_train.columns, index=X_train.index)
                X_test = pd.DataFrame(scaler.transform(X_test), columns=X_test.columns, index=X_test.index)
                """);
    }

    @Test
    void aSelectorLearnsFromTheTrainingLabels() {
        assertThat(mended("selection-before-split", """
                from sklearn.feature_selection import SelectKBest
                best = SelectKBest(k=3)
                X_best = best.fit_transform(X, y)
                X_train, X_test, y_train, y_test = train_test_split(X_best, y)
                """)).isEqualTo("""
                from sklearn.feature_selection import SelectKBest
                best = SelectKBest(k=3)
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                X_train = best.fit_transform(X_train, y_train)
                X_test = best.transform(X_test)
                """);
    }

    @Test
    void wordsAreCountedInTheTrainingTexts() {
        assertThat(mended("vectorising-before-split", """
                from sklearn.feature_extraction.text import TfidfVectorizer
                X = TfidfVectorizer().fit_transform(df["text"]).toarray()
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                """)).isEqualTo("""
                from sklearn.feature_extraction.text import TfidfVectorizer
                X = df["text"]
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                tfidf_vectorizer = TfidfVectorizer()
                X_train = tfidf_vectorizer.fit_transform(X_train).toarray()
                X_test = tfidf_vectorizer.transform(X_test).toarray()
                """);
    }

    @Test
    void aFunctionIsMendedWithItsIndentation() {
        String code = """
                def prepare(X, y):
                    scaler = StandardScaler()
                    X = scaler.fit_transform(X)
                    X_train, X_test, y_train, y_test = train_test_split(
                        X, y, test_size=0.2)
                    return X_train, X_test, y_train, y_test
                X_train, X_test, y_train, y_test = prepare(X, y)
                """;

        assertThat(mended(code)).isEqualTo("""
                def prepare(X, y):
                    scaler = StandardScaler()
                    X_train, X_test, y_train, y_test = train_test_split(
                        X, y, test_size=0.2)
                    X_train = scaler.fit_transform(X_train)
                    X_test = scaler.transform(X_test)
                    return X_train, X_test, y_train, y_test
                X_train, X_test, y_train, y_test = prepare(X, y)
                """);
    }

    private static final String SPLIT = "X_train, X_test, y_train, y_test = train_test_split(X, y)\n";

    private static final String SPLIT_Z = "X_train, X_test, y_train, y_test = train_test_split(Z, y)\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // used between
                "scaler = StandardScaler()\nX = scaler.fit_transform(X)\nprint(X.mean())\n" + SPLIT,
                "scaler = StandardScaler()\nX = scaler.fit_transform(X)\nX[0] = 1\n" + SPLIT,
                "scaler = StandardScaler()\nX = scaler.fit_transform(X)\nprint(scaler.mean_)\n" + SPLIT,
                "scaler = StandardScaler()\nZ = scaler.fit_transform(X)\nX['a'] = 1\n" + SPLIT_Z,
                // used behind
                "scaler = StandardScaler()\nX = scaler.fit_transform(X)\n" + SPLIT + "print(X)\n",
                // used by a function
                "def show():\n    print(X)\nscaler = StandardScaler()\nX = scaler.fit_transform(X)\n" + SPLIT + "show()\n",
                // in a branch or a loop
                "scaler = StandardScaler()\nif len(X):\n    X = scaler.fit_transform(X)\n" + SPLIT,
                "scaler = StandardScaler()\nfor i in range(2):\n    X = scaler.fit_transform(X)\n" + SPLIT,
                "scaler = StandardScaler()\nX = scaler.fit_transform(X)\nfor i in range(2):\n    " + SPLIT,
                // another scope
                "def scaled(data):\n    return StandardScaler().fit_transform(data)\nX = scaled(X)\n" + SPLIT,
                // other ways to write it
                "scaler = StandardScaler()\nX = scaler.fit_transform(X); z = 1\n" + SPLIT,
                "scaler = StandardScaler()\nX = Z = scaler.fit_transform(X)\n" + SPLIT,
                "scaler = StandardScaler()\nX = scaler.fit_transform(X)\nparts = train_test_split(X, y)\n"
                        + "X_train, X_test, y_train, y_test = parts\n",
                "scaler = StandardScaler()\nX = scaler.fit_transform(X)\n"
                        + "X_train, X_test, y_train, y_test = train_test_split(*[X, y])\n",
                "scaler = StandardScaler()\nX = scaler.fit_transform(\n    X  # all rows\n)\n" + SPLIT,
                "scaler = StandardScaler()\nX = scaler.fit_transform(X)\nX, X_test, y_train, y_test = train_test_split(X, y)\n"
                        + "X_train = X\n",
            })
    void thereIsAdviceWhereAnEditCouldChangeMoreThanTheLeak(String code) {
        assertThat(RepairTester.advice(folder, SCALING, BEGIN + code + END))
                .allMatch(sentence -> sentence.equals("split first, and fit the scaler on the training rows alone"));
    }

    @Test
    void aSearchOnTrainingRowsThatAreScaledTogetherIsNoReasonToLeaveTheTestRowsInTheScaler() {
        String search = """
                from sklearn.model_selection import GridSearchCV
                search = GridSearchCV(LogisticRegression(), {"C": [1, 2]})
                search.fit(X_train, y_train)
                print(search.score(X_test, y_test))
                """;

        assertThat(RepairTester.mended(
                        folder, SCALING, BEGIN + "X = StandardScaler().fit_transform(X)\n" + SPLIT + search))
                .contains("X_train = standard_scaler.fit_transform(X_train)\n");
    }

    @Test
    void cellsOfANotebookAreMendedTogether() {
        assertThat(RepairTester.mendedNotebook(
                        folder,
                        SCALING,
                        new int[] {1, 2, 3, 4},
                        BEGIN,
                        "X = StandardScaler().fit_transform(X)",
                        SPLIT,
                        END))
                .containsExactly(BEGIN, "", SPLIT + """
                        standard_scaler = StandardScaler()
                        X_train = standard_scaler.fit_transform(X_train)
                        X_test = standard_scaler.transform(X_test)
                        """, END);
    }

    @Test
    void cellsThatWereRunInAnotherOrderAreLeftAlone() {
        String scale = "X = StandardScaler().fit_transform(X)";

        assertThat(RepairTester.notebookAdvice(folder, SCALING, new int[] {1, 2, 5, 4}, BEGIN, scale, SPLIT, END))
                .isNotEmpty();
    }

    @Test
    void aFileWithACellThatCannotBeReadIsLeftAlone() {
        String scale = "X = StandardScaler().fit_transform(X)";

        assertThat(RepairTester.editsOf(folder, SCALING, BEGIN, scale, "print(X", SPLIT, END)).isEmpty();
        assertThat(RepairTester.editsOf(folder, SCALING, BEGIN, scale, "print(y)", SPLIT, END)).isNotEmpty();
    }

    @Test
    void theTestPartIsOnlyTransformed() {
        String code = """
                scaler = StandardScaler()
                scaled = scaler.fit_transform(X)
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                X_train = scaler.fit_transform(X_train)
                X_test = scaler.fit_transform(X_test)
                """;
        Finding finding = Code.finding(Code.place("a.py", 0, BEGIN.lines().toList().size() + 5));
        Parsed parsed = new GraalParser().parse(Code.read(folder, "a.py", BEGIN + code).cells().get(0));
        Block.Spot spot = Block.at(List.of(parsed), finding.subject().place().orElseThrow()).orElseThrow();

        assertThat(new TransformOnly().mend(finding, spot).orElseThrow().edits())
                .singleElement()
                .satisfies(edit -> assertThat(edit.replacement()).containsExactly("X_test = scaler.transform(X_test)"));
        Block.Spot first = new Block.Spot(spot.block(), spot.index() - 1);
        assertThat(new TransformOnly().mend(finding, first)).isEmpty();
    }
}
