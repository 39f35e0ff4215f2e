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
}
