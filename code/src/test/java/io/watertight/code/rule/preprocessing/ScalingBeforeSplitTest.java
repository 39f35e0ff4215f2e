package io.watertight.code.rule.preprocessing;

import static io.watertight.code.rule.MarkedCode.acquits;
import static io.watertight.code.rule.MarkedCode.features;
import static io.watertight.code.rule.MarkedCode.finds;
import static io.watertight.code.rule.MarkedCode.program;

import org.junit.jupiter.api.Test;

final class ScalingBeforeSplitTest {

    private static final ScalingBeforeSplit RULE = new ScalingBeforeSplit();

    @Test
    void oneOfTwoDataSetsIsNotAccusedForTheOther() {
        acquits(RULE, program("""
                        import argparse
                        args = argparse.ArgumentParser().parse_args()
                        test = df[900:2000] if args.near else pd.read_csv("far.csv")
                        scaler = StandardScaler().fit(df[["a"]][:1000])
                        model = LogisticRegression().fit(scaler.transform(df[["a"]][:800]), df["y"][:800])
                        print(model.score(scaler.transform(test[["a"]]), test["y"]))
                        """));
    }

    @Test
    void scalerOfTheWholeTableIsFound() {
        finds(RULE, features("""
                        from sklearn.preprocessing import StandardScaler
                        X = StandardScaler().fit_transform(df.drop(columns="y"))  # leak
                        """));
    }

    @Test
    void scalerOfSomeColumnsInPlaceIsFound() {
        finds(RULE, program("""
                        from sklearn.preprocessing import MinMaxScaler
                        scaler = MinMaxScaler()
                        df[["a", "b"]] = scaler.fit_transform(df[["a", "b"]])  # leak
                        train, test = train_test_split(df, test_size=0.2)
                        model = RandomForestClassifier()
                        model.fit(train[["a", "b"]], train["y"])
                        predicted = model.predict(test[["a", "b"]])
                        """));
    }

    @Test
    void arithmeticOnAFrameIsFound() {
        finds(RULE, features("""
                        X = df[["a", "b"]]
                        X = (X - X.mean()) / X.std()  # leak
                        """));
    }

    @Test
    void arithmeticOnArraysIsFound() {
        finds(RULE, program("""
                        x, y = np.load("x.npy"), np.load("y.npy")
                        low, high = x.min(axis=0), x.max(axis=0)  # leak
                        x = (x - low) / (high - low)
                        a, b, ya, yb = train_test_split(x, y)
                        print(LogisticRegression().fit(a, ya).score(b, yb))
                        """));
    }

    @Test
    void scalerFittedOnTrainingAndTestRowsJoinedIsFound() {
        finds(RULE, program("""
                        from sklearn.preprocessing import StandardScaler
                        train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
                        scaler = StandardScaler().fit(pd.concat([train[["a"]], test[["a"]]]))  # leak
                        model = LogisticRegression().fit(scaler.transform(train[["a"]]), train["y"])
                        predicted = model.predict(scaler.transform(test[["a"]]))
                        """));
    }

    @Test
    void normalisationLayerAdaptedToAllRowsIsFound() {
        finds(RULE, program("""
                        from tensorflow import keras
                        norm = keras.layers.Normalization()
                        norm.adapt(df[["a", "b"]])  # leak
                        X = norm(df[["a", "b"]])
                        a, b, ya, yb = train_test_split(X, df["y"])
                        model = keras.Sequential([keras.layers.Dense(1)])
                        model.fit(a, ya)
                        model.evaluate(b, yb)
                        """));
    }

    @Test
    void scalerOfTheTrainingRowsIsInnocent() {
        acquits(RULE, program("""
                        from sklearn.preprocessing import StandardScaler
                        a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                        scaler = StandardScaler().fit(a)
                        model = LogisticRegression().fit(scaler.transform(a), ya)
                        print(model.score(scaler.transform(b), yb))
                        """));
    }

    @Test
    void scalerInAPipelineInsideFoldsIsInnocent() {
        acquits(RULE, program("""
                        from sklearn.pipeline import make_pipeline
                        from sklearn.preprocessing import StandardScaler
                        print(cross_val_score(make_pipeline(StandardScaler(), LogisticRegression()), df[["a"]], df["y"], cv=5))
                        """));
    }

    @Test
    void divisionByAConstantIsInnocent() {
        acquits(RULE, features("""
                        X = df[["a", "b"]] / 255.0
                        """));
    }

    @Test
    void normalizerOfSingleRowsIsInnocent() {
        acquits(RULE, features("""
                        from sklearn.preprocessing import Normalizer
                        X = Normalizer().fit_transform(df[["a", "b"]])
                        """));
    }

    @Test
    void scaledCopyThatIsOnlyPlottedIsInnocent() {
        acquits(RULE, features("""
                        from sklearn.preprocessing import StandardScaler
                        import matplotlib.pyplot as plt
                        plt.plot(StandardScaler().fit_transform(df[["a", "b"]]))
                        X = df[["a", "b"]]
                        """));
    }

    @Test
    void scalerOfTheTrainingRowsInsideALoopOfFoldsIsInnocent() {
        acquits(RULE, program("""
                        from sklearn.preprocessing import StandardScaler
                        X, y = df[["a"]].values, df["y"].values
                        for train, test in KFold(5).split(X):
                            scaler = StandardScaler().fit(X[train])
                            model = LogisticRegression().fit(scaler.transform(X[train]), y[train])
                            print(model.score(scaler.transform(X[test]), y[test]))
                        """));
    }

    @Test
    void statisticsOfTheTrainingRowsByHandIsInnocent() {
        acquits(RULE, program("""
                        train, test = train_test_split(df)
                        mean, spread = train["a"].mean(), train["a"].std()
                        model = LogisticRegression().fit((train[["a"]] - mean) / spread, train["y"])
                        print(model.score((test[["a"]] - mean) / spread, test["y"]))
                        """));
    }

    @Test
    void trainingThatIsOnlyWatchedOnRowsOfTheScalerIsFound() {
        finds(RULE, program("""
                        from sklearn.preprocessing import StandardScaler
                        from tensorflow import keras
                        scaled = StandardScaler().fit_transform(df[["a", "b"]])  # leak
                        a, b, ya, yb = train_test_split(scaled, df["y"])
                        network = keras.Sequential([keras.layers.Dense(1)])
                        network.compile("adam", "mse")
                        network.fit(a, ya, validation_data=(b, yb), epochs=5)
                        """));
    }

    @Test
    void trainingThatIsWatchedOnRowsScaledByOthersIsNot() {
        acquits(RULE, program("""
                        from sklearn.preprocessing import StandardScaler
                        from tensorflow import keras
                        a, b, ya, yb = train_test_split(df[["a", "b"]], df["y"])
                        scaler = StandardScaler().fit(a)
                        network = keras.Sequential([keras.layers.Dense(1)])
                        network.compile("adam", "mse")
                        network.fit(scaler.transform(a), ya, validation_data=(scaler.transform(b), yb), epochs=5)
                        """));
    }

    @Test
    void columnsOfFewValuesAreNoScaler() {
        acquits(RULE, program("""
                        few = df.nunique()[df.nunique() < 6].keys().tolist()
                        df = pd.get_dummies(df, columns=few)
                        a, b, ya, yb = train_test_split(df.drop(columns=["y"]), df["y"])
                        model = LogisticRegression().fit(a, ya)
                        print(model.score(b, yb))
                        """));
    }
}
