package io.watertight.code.rule;

import static io.watertight.code.rule.MarkedCode.acquits;
import static io.watertight.code.rule.MarkedCode.finds;
import static io.watertight.code.rule.MarkedCode.program;
import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import io.watertight.code.rule.multitest.EarlyStoppingOnTest;
import io.watertight.code.rule.multitest.ManualTuningOnTest;
import io.watertight.code.rule.overlap.ScoredOnTrainingRows;
import io.watertight.code.rule.preprocessing.CategoryEncodingBeforeSplit;
import io.watertight.code.rule.preprocessing.ImputationBeforeSplit;
import io.watertight.code.rule.preprocessing.ScalingBeforeSplit;
import io.watertight.code.rule.preprocessing.SelectionBeforeSplit;
import io.watertight.code.rule.target.TargetStatistic;
import io.watertight.code.rule.target.TestLabelsInTraining;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Idioms of honest code that were once taken for leaks, each beside a twin that leaks. */
final class HonestCodeTest {

    private static final ScoredOnTrainingRows TRAINING_SCORE = new ScoredOnTrainingRows();
    private static final ScalingBeforeSplit SCALING = new ScalingBeforeSplit();
    private static final ImputationBeforeSplit IMPUTATION = new ImputationBeforeSplit();
    private static final SelectionBeforeSplit SELECTION = new SelectionBeforeSplit();
    private static final TargetStatistic TARGET_STATISTIC = new TargetStatistic();

    private static List<Severity> severities(Rule rule, String code) {
        return CodeTester.findings(rule, code).stream().map(Finding::severity).toList();
    }

    @Test
    void twoFilesReadByOneFunctionAreTwoSetsOfRows() {
        String read = program("""
                def read(path):
                    rows = []
                    with open(path) as lines:
                        for line in lines:
                            rows.append(line.strip())
                    return rows
                def labels(rows):
                    return [row[0] for row in rows]
                train, test = read("train.txt"), read("test.txt")
                model = LogisticRegression().fit(train, labels(train))
                """);
        acquits(TRAINING_SCORE, read + "print(accuracy_score(labels(test), model.predict(test)))\n");
        finds(TRAINING_SCORE, read + "print(accuracy_score(labels(train), model.predict(train)))  # leak\n");
    }

    @Test
    void datasetOfALibraryThatComesInTwoPartsIsTwoSetsOfRows() {
        String learnt = program("""
                from catboost.datasets import adult
                from catboost import CatBoostClassifier
                adult_train, adult_test = adult()
                y, test_y = adult_train.pop("income"), adult_test.pop("income")
                model = CatBoostClassifier().fit(adult_train, y)
                """);
        acquits(TRAINING_SCORE, learnt + "print(model.score(adult_test, test_y))\n");
        finds(TRAINING_SCORE, learnt + "print(model.score(adult_train, y))  # leak\n");
    }

    @Test
    void tuningOnOnePartOfALibrarysDatasetLeavesTheOtherToScore() {
        String tuned = """
                from catboost.datasets import adult
                from catboost import CatBoostClassifier
                %s
                X_train, X_val, y_train, y_val = train_test_split(adult_train[["a"]], adult_train["y"])
                for depth in [2, 4, 6]:
                    model = CatBoostClassifier(depth=depth).fit(X_train, y_train)
                    print(model.score(X_val, y_val))%s
                best = CatBoostClassifier(depth=4).fit(X_train, y_train)
                print(best.score(%s))
                """;
        acquits(
                new ManualTuningOnTest(),
                program(tuned.formatted(
                        "adult_train, adult_test = adult()", "", "adult_test[['a']], adult_test['y']")));
        finds(
                new ManualTuningOnTest(),
                program(tuned.formatted("adult_train, _ = adult()", "  # leak", "X_val, y_val")));
    }

    @Test
    void trainerIsEvaluatedOnTheRowsItWasGivenForThat() {
        String trainer = program("""
                from datasets import load_dataset
                from transformers import Trainer
                parts = load_dataset("imdb")
                trainer = Trainer(model=model, train_dataset=parts["train"], eval_dataset=parts["%s"])
                trainer.train()
                print(trainer.evaluate())%s
                """);
        acquits(TRAINING_SCORE, trainer.formatted("test", ""));
        finds(TRAINING_SCORE, trainer.formatted("train", "  # leak"));
    }

    @Test
    void oneRowOfTheTrainingIsAnExampleAndNoEvaluation() {
        String model = program("""
                X, y = df.drop(columns="y").values, df["y"].values
                model = LogisticRegression().fit(X, y)
                """);
        assertThat(severities(TRAINING_SCORE, model + "print(model.predict(X[-1, :].reshape(1, -1)) == y[-1])\n"))
                .containsOnly(Severity.INFO);
        assertThat(severities(TRAINING_SCORE, model + "print((model.predict(X) == y).mean())\n"))
                .containsOnly(Severity.ERROR);
    }

    @Test
    void everySignalScaledByItselfKnowsNoOther() {
        String signals = """
                signals, y = np.load("signals.npy"), np.load("y.npy")
                %s
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """;
        acquits(SCALING, program(signals.formatted("""
                def scaled(s):
                    return (s - s.min()) / (s.max() - s.min())
                X = np.array([scaled(s) for s in signals])""")));
        acquits(SCALING, program(signals.formatted("""
                X = []
                for s in signals:
                    X.append([np.max(s) - np.mean(s), s.std()])
                X = np.array(X)""")));
        finds(SCALING, program(signals.formatted("""
                mean = signals.mean()  # leak
                X = np.array([s - mean for s in signals])""")));
        finds(SCALING, program(signals.formatted("""
                X = np.array([s * 2 for s in signals])
                X = X - X.mean()  # leak""")));
        finds(SCALING, program(signals.formatted("""
                columns = []
                for c in signals.T:
                    columns.append(c - c.mean())  # leak
                X = np.array(columns).T""")));
    }

    @Test
    void everyPictureScaledByItselfKnowsNoOther() {
        String pictures = """
                import cv2, glob
                X, y = [], []
                for path in glob.glob("*.png"):
                    picture = cv2.imread(path)
                    %s
                    X.append(picture.ravel())
                    y.append(int(path[0]))
                X, y = np.array(X), np.array(y)
                %s
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """;
        acquits(SCALING, program(pictures.formatted("picture = picture - picture.mean()", "X = X / 255")));
        finds(SCALING, program(pictures.formatted("picture = picture / 255", "X = X - X.mean()  # leak")));
    }

    @Test
    void rowsWithoutALabelAreNotThoseThatHaveOne() {
        String filled = """
                df["a"] = df["a"] * 2
                missing = df[df["y"].isnull()]
                known = %s
                imputer = SimpleImputer().fit(%s[["a", "b"]])
                X, y = imputer.transform(known[["a", "b"]]), known["y"]
                model = LogisticRegression().fit(X, y)
                print(model.predict(imputer.transform(missing[["a", "b"]])))
                """;
        acquits(IMPUTATION, program(filled.formatted("df.dropna(subset=['y'])", "known")));
        acquits(IMPUTATION, program(filled.formatted("df[df['y'].notna()]", "known")));
        finds(
                IMPUTATION,
                program(filled.replace("\"b\"]])\nX", "\"b\"]])  # leak\nX")
                        .formatted("df.dropna(subset=['y'])", "df")));
    }

    @Test
    void smallestOfTwoColumnsIsOfEachRow() {
        String distance = """
                df["near"] = pd.concat([np.sin(df["a"]), np.sin(df["b"])], axis=1).min(%s)%s
                X_train, X_test, y_train, y_test = train_test_split(df[["near"]], df["y"])
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """;
        acquits(IMPUTATION, program(distance.formatted("axis=1", "")));
        finds(
                IMPUTATION,
                program("df['near'] = df['a'].fillna(df['b'].min())  # leak\n"
                        + distance.formatted("axis=1", "")
                                .lines()
                                .skip(1)
                                .reduce("", (all, line) -> all + line + "\n")));
    }

    @Test
    void howManyAreMissingIsNoStatisticOfWhatIsThere() {
        String drawn = """
                missing = df["a"].isnull().sum()
                drawn = np.random.normal(%s, 1, size=missing)
                df.loc[df["a"].isnull(), "a"] = drawn
                X_train, X_test, y_train, y_test = train_test_split(df[["a"]], df["y"])
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """;
        assertThat(CodeTester.findings(SCALING, program(drawn.formatted("0")))).isEmpty();
        assertThat(CodeTester.findings(IMPUTATION, program(drawn.formatted("0"))))
                .isEmpty();
        assertThat(CodeTester.findings(IMPUTATION, program(drawn.formatted("df['a'].mean()"))))
                .hasSize(1);
    }

    @Test
    void featuresHeldAgainstEachOtherWithoutTheTargetAreANote() {
        String filter = """
                features = df.drop(columns=["%s"])
                table = features.corr().abs()
                dropped = [name for name in table.columns if table[name].max() > 0.9]
                X, y = features.drop(columns=dropped), df["y"]
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """;
        assertThat(severities(SELECTION, program(filter.formatted("y")))).containsOnly(Severity.INFO);
        assertThat(severities(SELECTION, program(filter.formatted("id")))).containsOnly(Severity.ERROR);
        assertThat(severities(SELECTION, program("df['y'] = df['label'] == 'yes'\n" + filter.formatted("label"))))
                .containsOnly(Severity.ERROR);
    }

    @Test
    void encoderThatNobodyKnowsLearnsCodes() {
        String encoded = program("""
                from sksurv.column import OneHotEncoder
                X = OneHotEncoder().fit_transform(df[["a"]])%s
                X_train, X_test, y_train, y_test = train_test_split(X, df["y"])
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """);
        acquits(SCALING, encoded.formatted(""));
        finds(new CategoryEncodingBeforeSplit(), encoded.formatted("  # leak"));
    }

    @Test
    void rowsTakenOneByOneAreStillAllOfThem() {
        String model = program("""
                X, y = np.load("x.npy"), np.load("y.npy")
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                model = LogisticRegression().fit(X_train, y_train)
                right = 0
                """);
        String pairs = """
                for row, label in zip(X_%1$s, y_%1$s):
                    right += int(model.predict([row]) == label)%2$s
                """;
        String positions = """
                for i in range(len(X_%1$s)):
                    right += int(model.predict(X_%1$s[i].reshape(1, -1)) == y_%1$s[i])%2$s
                """;
        for (String loop : List.of(pairs, positions)) {
            acquits(TRAINING_SCORE, model + loop.formatted("test", ""));
            finds(TRAINING_SCORE, model + loop.formatted("train", "  # leak"));
        }
        acquits(new TestLabelsInTraining(), model + pairs.formatted("train", ""));
    }

    @Test
    void everyWindowAtThePositionOfALoopIsOneRow() {
        String windows = """
                windows, y = np.load("windows.npy"), np.load("y.npy")
                features = []
                for i in range(len(windows)):
                    prices = windows[i]
                    features.append(%s)%s
                X_train, X_test, y_train, y_test = train_test_split(np.array(features), y)
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """;
        acquits(SCALING, program(windows.formatted("prices[-1] - np.min(prices)", "")));
        finds(SCALING, program(windows.formatted("prices[-1] - np.min(windows)", "  # leak")));
    }

    @Test
    void rowsAfterACountAreNotThoseBeforeIt() {
        String apart = program("""
                train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
                train["a"] = train["a"].fillna(train["a"].median())
                test["a"] = test["a"].fillna(train["a"].median())
                n, y = train.shape[0], train["y"]
                both = pd.concat([train, test])
                X, X_test = both[["a"]].loc[:n], both[["a"]].loc[n + 1:]
                print(LogisticRegression().fit(X, y).predict(X_test))
                """);
        acquits(IMPUTATION, apart);
        finds(IMPUTATION, program("""
                train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
                n, y = train.shape[0], train["y"]
                both = pd.concat([train, test])
                both["a"] = both["a"].fillna(both["a"].median())  # leak
                X, X_test = both[["a"]].loc[:n], both[["a"]].loc[n + 1:]
                print(LogisticRegression().fit(X, y).predict(X_test))
                """));
    }

    @Test
    void everyModelOfADictionaryIsTrainedOnce() {
        String models = program("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                models = {"one": LogisticRegression(), "two": LogisticRegression(C=2)}
                results = {}
                """);
        acquits(new EarlyStoppingOnTest(), models + """
                for name, model in models.items():
                    model.fit(a, ya)
                    results[name] = model.score(b, yb)
                best = max(results, key=results.get)
                """);
        finds(new EarlyStoppingOnTest(), models + """
                for round in range(10):
                    models["one"].partial_fit(a, ya)
                    results[round] = models["one"].score(b, yb)
                best = max(results, key=results.get)  # leak
                """);
    }

    @Test
    void scalerOfTheTrainingSeriesIsHonestThoughTestWindowsReachBack() {
        String windows = program("""
                def windows(rows):
                    return np.array([rows[i - 60:i, 0] for i in range(60, len(rows))])
                values = df[["a"]].values
                n = int(len(values) * 0.8)
                """);
        String end = """
                train, test = values[:n], values[n - 60:]
                model = LogisticRegression().fit(windows(train), train[60:, 0])
                print(model.score(windows(test), test[60:, 0]))
                """;
        acquits(SCALING, windows + "values = StandardScaler().fit(values[:n]).transform(values)\n" + end);
        finds(SCALING, windows + "values = StandardScaler().fit(values).transform(values)  # leak\n" + end);
    }

    @Test
    void howManyRowsAreDrawnIsNoStatistic() {
        acquits(SCALING, program("""
                from sklearn.utils import resample
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                rare = resample(a[ya == 1], n_samples=(df["y"] == 0).sum())
                print(LogisticRegression().fit(rare, ya).score(b, yb))
                """));
    }

    @Test
    void forecastOfSoManyStepsIsHeldAgainstTheRowsAfterTheTraining() {
        String forecast = """
                from darts.models import NBEATSModel
                from darts.metrics import mape
                train, later = series[:-36], series[-36:]
                model = NBEATSModel(24, 12)
                model.fit(train)
                print(mape(later, model.predict(36)))
                """;
        finds(SCALING, program("series = StandardScaler().fit_transform(df[['a']])  # leak\n" + forecast));
        acquits(SCALING, program("series = df[['a']]\n" + forecast));
    }

    @Test
    void twoFilesThatSparkReadsAreTwoSetsOfRows() {
        String read = """
                from pyspark.ml.classification import NaiveBayes
                from pyspark.ml.evaluation import MulticlassClassificationEvaluator
                train = spark.read.option("header", True).csv("train.csv")
                """;
        String judge = "MulticlassClassificationEvaluator().evaluate(NaiveBayes().fit(train).transform(test))";
        acquits(TRAINING_SCORE, program(read + "test = spark.read.csv('test.csv')\n" + judge));
        finds(TRAINING_SCORE, program(read + "test = spark.read.csv('train.csv')\n" + judge + "  # leak"));
    }

    @Test
    void encodingOfAFoldByTheOtherFoldsHasNotReadItsLabels() {
        String folds = """
                df["rate"] = 0.0
                for rest, fold in KFold(5, shuffle=True, random_state=0).split(df):
                    means = df.iloc[%s].groupby("city")["y"].mean()%s
                    df.loc[fold, "rate"] = df.iloc[fold]["city"].map(means)
                train, test = train_test_split(df, random_state=0)
                model = LogisticRegression().fit(train[["a", "rate"]], train["y"])
                print(model.score(test[["a", "rate"]], test["y"]))
                """;
        acquits(TARGET_STATISTIC, program(folds.formatted("rest", "")));
        finds(TARGET_STATISTIC, program(folds.formatted("fold", "  # leak")));
    }

    @Test
    void encodingOfAFoldByItsNumberHasNotReadItsLabels() {
        String folds = """
                parts = []
                for k in range(5):
                    rest, part = df[df["fold"] != k], df[df["fold"] == k].copy()
                    part["rate"] = part["city"].map(%s.groupby("city")["y"].mean())%s
                    parts.append(part)
                df = pd.concat(parts)
                train, test = train_test_split(df, random_state=0)
                model = LogisticRegression().fit(train[["a", "rate"]], train["y"])
                print(model.score(test[["a", "rate"]], test["y"]))
                """;
        acquits(TARGET_STATISTIC, program(folds.formatted("rest", "")));
        finds(TARGET_STATISTIC, program(folds.formatted("df", "  # leak")));
    }

    @Test
    void residualsOfFoldsThatAreRegressedOnEachOtherAreNoScores() {
        String residuals = program("""
                import statsmodels.api as sm
                X, t, y = df[["a", "b"]].values, df["t"].values, df["y"].values
                ry, rt = np.zeros(len(y)), np.zeros(len(t))
                for k in range(5):
                    test = folds[k]
                    train = np.concatenate([folds[j] for j in range(5) if j != k])
                    ry[test] = y[test] - RandomForestClassifier().fit(X[train], y[train]).predict(X[test])
                    rt[test] = t[test] - RandomForestClassifier().fit(X[train], t[train]).predict(X[test])
                """);
        assertThat(CodeTester.facts(residuals + "print(sm.OLS(ry, rt).fit().params)\n")
                        .metrics())
                .isEmpty();
        assertThat(CodeTester.facts(residuals + "print(abs(ry).mean())\n").metrics())
                .isNotEmpty();
    }

    @Test
    void stoppingByValidationRowsBesideATestSetThatWaitsIsANote() {
        String stop = """
                from tensorflow import keras
                network = keras.Sequential([keras.layers.Dense(1)])
                network.compile("adam", "mse")
                a, b, ya, yb = train_test_split(df[["a"]], df["y"], random_state=0)
                %snetwork.fit(a, ya, validation_data=(b, yb), callbacks=[keras.callbacks.EarlyStopping(patience=3)])
                network.evaluate(b, yb)
                """;
        String more = "a, b, ya, yb = train_test_split(a, ya, random_state=1)\n";
        assertThat(severities(new EarlyStoppingOnTest(), program(stop.formatted(""))))
                .containsExactly(Severity.WARNING);
        assertThat(severities(new EarlyStoppingOnTest(), program(stop.formatted(more))))
                .containsExactly(Severity.INFO);
    }
}
