package io.watertight.code.rule.preprocessing;

import static io.watertight.code.rule.MarkedCode.acquits;
import static io.watertight.code.rule.MarkedCode.features;
import static io.watertight.code.rule.MarkedCode.finds;
import static io.watertight.code.rule.MarkedCode.program;

import org.junit.jupiter.api.Test;

final class DiscretisationBeforeSplitTest {

    private static final DiscretisationBeforeSplit RULE = new DiscretisationBeforeSplit();

    @Test
    void discretiserOfTheWholeTableIsFound() {
        finds(RULE, features("""
                        from sklearn.preprocessing import KBinsDiscretizer
                        X = KBinsDiscretizer(n_bins=5).fit_transform(df[["age"]])  # leak
                        """));
    }

    @Test
    void quantilesOfAColumnIsFound() {
        finds(RULE, features("""
                        df["band"] = pd.qcut(df["age"], 4, labels=False)  # leak
                        X = df[["band"]]
                        """));
    }

    @Test
    void numberOfBinsOverTheRangeIsFound() {
        finds(RULE, features("""
                        df["band"] = pd.cut(df["age"], bins=5, labels=False)  # leak
                        X = df[["band"]]
                        """));
    }

    @Test
    void discretiserOfAnotherLibraryIsFound() {
        finds(RULE, features("""
                        from feature_engine.discretisation import EqualFrequencyDiscretiser
                        X = EqualFrequencyDiscretiser(q=10, variables=["age"]).fit_transform(df[["age"]])  # leak
                        """));
    }

    @Test
    void edgesByHandIsInnocent() {
        acquits(RULE, features("""
                        df["band"] = pd.cut(df["age"], bins=[0, 18, 65, 120], labels=False)
                        X = df[["band"]]
                        """));
    }

    @Test
    void fixedThresholdIsInnocent() {
        acquits(RULE, features("""
                        from sklearn.preprocessing import Binarizer
                        X = Binarizer(threshold=3).fit_transform(df[["age"]])
                        """));
    }

    @Test
    void bandsThatAreNoFeatureIsInnocent() {
        acquits(RULE, features("""
                        df["band"] = pd.cut(df["income"], bins=5, labels=False)
                        X = df[["age"]]
                        """));
    }

    @Test
    void discretiserOfTheTrainingRowsIsInnocent() {
        acquits(RULE, program("""
                        from sklearn.preprocessing import KBinsDiscretizer
                        a, b, ya, yb = train_test_split(df[["age"]], df["y"])
                        bins = KBinsDiscretizer(n_bins=5)
                        model = LogisticRegression().fit(bins.fit_transform(a), ya)
                        print(model.score(bins.transform(b), yb))
                        """));
    }

    @Test
    void edgesAtQuantilesIsFound() {
        finds(RULE, features("""
                        df["band"] = pd.cut(df["age"], bins=df["age"].quantile([0, 0.25, 0.5, 1]))  # leak
                        X = df[["band"]]
                        """));
    }

    @Test
    void percentilesAsEdgesIsFound() {
        finds(RULE, features("""
                        edges = np.percentile(df["age"], [0, 25, 50, 75, 100])  # leak
                        df["band"] = np.digitize(df["age"], edges)
                        X = df[["band"]]
                        """));
    }

    @Test
    void edgesBetweenTheExtremesIsFound() {
        finds(RULE, features("""
                        low = df["age"].min()  # leak
                        df["band"] = pd.cut(df["age"], np.linspace(low, 100, 5))
                        X = df[["band"]]
                        """));
    }

    @Test
    void aboveTheMedianIsFound() {
        finds(RULE, features("""
                        df["band"] = (df["age"] > df["age"].median()).astype(int)  # leak
                        X = df[["band"]]
                        """));
    }

    @Test
    void oneOrZeroAtTheMeanIsFound() {
        finds(RULE, features("""
                        df["band"] = np.where(df["age"] > df["age"].mean(), 1, 0)  # leak
                        X = df[["band"]]
                        """));
    }

    @Test
    void someRowsWrittenAboveAQuantileIsFound() {
        finds(RULE, features("""
                        df["band"] = 0
                        df.loc[df["age"] > df["age"].quantile(0.9), "band"] = 1  # leak
                        X = df[["band"]]
                        """));
    }

    @Test
    void functionThatCutsAtAStatisticIsFound() {
        finds(RULE, features("""
                        middle = df["age"].median()  # leak
                        df["band"] = df["age"].apply(lambda age: "old" if age > middle else "young")
                        X = df[["band"]]
                        """));
    }

    @Test
    void functionWithBranchesAtAStatisticIsFound() {
        finds(RULE, features("""
                        low, high = df["age"].quantile(0.2), df["age"].max()  # leak
                        def band(age):
                            if age < low:
                                return 0
                            return 1
                        df["band"] = df["age"].map(band)
                        X = df[["band"]]
                        """));
    }

    @Test
    void functionWithFixedBranchesIsInnocent() {
        acquits(RULE, features("""
                        df["band"] = df["age"].apply(lambda age: 1 if age > 30 else 0)
                        X = df[["band"]]
                        """));
    }

    @Test
    void outliersLeftOutIsInnocent() {
        acquits(RULE, features("""
                        df = df[df["age"] < df["age"].quantile(0.99)]
                        X = df[["age"]]
                        """));
    }

    @Test
    void aboveTheMedianOfTheTrainingRowsIsInnocent() {
        acquits(RULE, program("""
                        a, b, ya, yb = train_test_split(df[["age"]], df["y"])
                        middle = a["age"].median()
                        model = LogisticRegression().fit(a > middle, ya)
                        print(model.score(b > middle, yb))
                        """));
    }

    @Test
    void labelAboveTheMedianIsInnocent() {
        acquits(RULE, program("""
                        df["y"] = (df["price"] > df["price"].median()).astype(int)
                        a, b, ya, yb = train_test_split(df[["age"]], df["y"])
                        print(LogisticRegression().fit(a, ya).score(b, yb))
                        """));
    }

    @Test
    void edgesFromARangeUpToTheHighestValueIsFound() {
        finds(RULE, features("""
                        edges = range(0, int(df["age"].max()) + 10, 10)  # leak
                        df["band"] = pd.cut(df["age"], edges)
                        X = df[["band"]]
                        """));
    }

    @Test
    void edgesFromARangeOfConstantsIsInnocent() {
        acquits(RULE, features("""
                        df["band"] = pd.cut(df["age"], range(0, 130, 10))
                        X = df[["band"]]
                        """));
    }
}
