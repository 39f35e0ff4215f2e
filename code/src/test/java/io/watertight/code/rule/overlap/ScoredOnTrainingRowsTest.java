package io.watertight.code.rule.overlap;

import static io.watertight.code.rule.MarkedCode.acquits;
import static io.watertight.code.rule.MarkedCode.finds;
import static io.watertight.code.rule.MarkedCode.program;
import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScoredOnTrainingRowsTest {

    private static final ScoredOnTrainingRows RULE = new ScoredOnTrainingRows();

    @Test
    void scoreOfTheTableItselfIsFound() {
        finds(RULE, program("""
                        X, y = df.drop(columns="y"), df["y"]
                        model = LogisticRegression().fit(X, y)
                        print(model.score(X, y))  # leak
                        """));
    }

    @Test
    void refitOnAllRowsBeforeTheScoreIsFound() {
        finds(RULE, program("""
                        X, y = df.drop(columns="y"), df["y"]
                        a, b, ya, yb = train_test_split(X, y)
                        model = LogisticRegression().fit(X, y)
                        print(model.score(b, yb))  # leak
                        """));
    }

    @Test
    void partsJoinedBeforeTheFitIsFound() {
        finds(RULE, program("""
                        train, test = train_test_split(df)
                        both = pd.concat([train, test])
                        model = LogisticRegression().fit(both[["a"]], both["y"])
                        print(model.score(test[["a"]], test["y"]))  # leak
                        """));
    }

    @Test
    void slicesThatOverlapIsFound() {
        finds(RULE, program("""
                        model = LogisticRegression().fit(df[["a"]][:800], df["y"][:800])
                        print(model.score(df[["a"]][700:], df["y"][700:]))  # leak
                        """));
    }

    @Test
    void networkEvaluatedOnItsTrainingRowsIsFound() {
        finds(RULE, program("""
                        from tensorflow import keras
                        X, y = df[["a"]].values, df["y"].values
                        model = keras.Sequential([keras.layers.Dense(1)])
                        model.compile(loss="mse")
                        model.fit(X, y, epochs=3)
                        print(model.evaluate(X, y))  # leak
                        """));
    }

    @Test
    void boosterThatPredictsItsOwnRowsIsFound() {
        finds(RULE, program("""
                        import xgboost as xgb
                        rows = xgb.DMatrix(df[["a"]], label=df["y"])
                        booster = xgb.train({}, rows, num_boost_round=10)
                        predicted = booster.predict(rows)  # leak
                        print(((predicted - df["y"]) ** 2).mean())
                        """));
    }

    @Test
    void allRowsScoredInsideALoopOfFoldsIsFound() {
        finds(RULE, program("""
                        X, y = df[["a"]], df["y"]
                        for train, test in KFold(5).split(X):
                            model = LogisticRegression().fit(X.iloc[train], y.iloc[train])
                            print(model.score(X, y))  # leak
                        """));
    }

    @Test
    void foldsOfTheOldSplitterAreInnocent() {
        acquits(RULE, program("""
                        from sklearn.cross_validation import KFold
                        X, y = df[["a"]].values, df["y"].values
                        for train, test in KFold(len(y), n_folds=5):
                            model = LogisticRegression().fit(X[train], y[train])
                            print(accuracy_score(y[test], model.predict(X[test])))
                        """));
    }

    @Test
    void twoFilesOfOneFormatAreInnocent() {
        acquits(RULE, program("""
                        import xgboost as xgb
                        train = xgb.DMatrix(folder + "/a.txt.train")
                        test = xgb.DMatrix(folder + "/a.txt.test")
                        booster = xgb.train({}, train, num_boost_round=10)
                        print(accuracy_score(test.get_label(), booster.predict(test) > 0.5))
                        """));
    }

    @Test
    void predictionsThatNobodyJudgesAreANote() {
        assertThat(CodeTester.findings(RULE, program("""
                        model = LogisticRegression().fit(df[["a"]], df["y"])
                        plt.plot(df["a"], model.predict(df[["a"]]))
                        """)))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);
    }

    @Test
    void halvesBySlicesIsInnocent() {
        acquits(RULE, program("""
                        model = LogisticRegression().fit(df[["a"]][:800], df["y"][:800])
                        print(model.score(df[["a"]][800:], df["y"][800:]))
                        """));
    }

    @Test
    void twoSplitsWithTheSameSeedIsInnocent() {
        acquits(RULE, program("""
                        a, _, ya, _ = train_test_split(df[["a"]], df["y"], random_state=1)
                        _, b, _, yb = train_test_split(df[["a"]], df["y"], random_state=1)
                        print(LogisticRegression().fit(a, ya).score(b, yb))
                        """));
    }

    @Test
    void sampleAndTheRestIsInnocent() {
        acquits(RULE, program("""
                        train = df.sample(frac=0.8, random_state=0)
                        test = df.drop(train.index)
                        model = LogisticRegression().fit(train[["a"]], train["y"])
                        print(model.score(test[["a"]], test["y"]))
                        """));
    }

    @Test
    void foldsIsInnocent() {
        acquits(RULE, program("""
                        X, y = df[["a"]], df["y"]
                        for train, test in KFold(5).split(X):
                            model = LogisticRegression().fit(X.iloc[train], y.iloc[train])
                            print(model.score(X.iloc[test], y.iloc[test]))
                        """));
    }

    @Test
    void refitAfterTheScoreIsInnocent() {
        acquits(RULE, program("""
                        a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                        model = LogisticRegression().fit(a, ya)
                        print(model.score(b, yb))
                        model.fit(df[["a"]], df["y"])
                        """));
    }

    @Test
    void residualsForAnotherModelAreNoScore() {
        List<Finding> found = CodeTester.findings(new ScoredOnTrainingRows(), """
                import pandas as pd
                from sklearn.linear_model import LinearRegression
                from sklearn.ensemble import RandomForestRegressor
                df = pd.read_csv("sales.csv")
                trend = LinearRegression().fit(df[["day"]], df["sales"])
                rest = df["sales"] - trend.predict(df[["day"]])
                forest = RandomForestRegressor().fit(df[["weather"]], rest)
                """);
        assertThat(found).extracting(Finding::severity).containsOnly(Severity.INFO);
    }

    @Test
    void residualsThatAreLookedAtAreAScore() {
        List<Finding> found = CodeTester.findings(new ScoredOnTrainingRows(), """
                import pandas as pd
                from sklearn.linear_model import LinearRegression
                df = pd.read_csv("sales.csv")
                trend = LinearRegression().fit(df[["day"]], df["sales"])
                print(abs(df["sales"] - trend.predict(df[["day"]])).mean())
                """);
        assertThat(found).extracting(Finding::severity).containsExactly(Severity.ERROR);
    }

    @Test
    void whatFoldsAreCalledBeforeTheirLoopIsNoOtherWay() {
        acquits(RULE, program("""
                        from sklearn.model_selection import StratifiedShuffleSplit
                        kept = held = df.index
                        for train, test in StratifiedShuffleSplit(n_splits=1).split(df, df["y"]):
                            kept = train
                            held = test
                        a, b = df[df.index.isin(kept)], df[df.index.isin(held)]
                        model = LogisticRegression().fit(a[["a"]], a["y"])
                        print(model.score(b[["a"]], b["y"]))
                        """));
    }
}
