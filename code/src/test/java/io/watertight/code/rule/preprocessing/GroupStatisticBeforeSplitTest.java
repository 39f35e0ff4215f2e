package io.watertight.code.rule.preprocessing;

import static io.watertight.code.rule.MarkedCode.acquits;
import static io.watertight.code.rule.MarkedCode.features;
import static io.watertight.code.rule.MarkedCode.finds;
import static io.watertight.code.rule.MarkedCode.program;

import org.junit.jupiter.api.Test;

final class GroupStatisticBeforeSplitTest {

    private static final GroupStatisticBeforeSplit RULE = new GroupStatisticBeforeSplit();

    @Test
    void meanOfAGroupIsFound() {
        finds(RULE, features("""
                        df["city_income"] = df.groupby("city")["income"].transform("mean")  # leak
                        X = df[["city_income"]]
                        """));
    }

    @Test
    void mergedStatisticsIsFound() {
        finds(RULE, features("""
                        means = df.groupby("city").agg({"income": "mean"}).reset_index()  # leak
                        df = df.merge(means, on="city", suffixes=("", "_city"))
                        X = df[["income_city"]]
                        """));
    }

    @Test
    void joinedPivotTableIsFound() {
        finds(RULE, features("""
                        means = df.pivot_table(index="city", values="income", aggfunc="mean")  # leak
                        df = df.join(means, on="city", rsuffix="_city")
                        X = df[["income_city"]]
                        """));
    }

    @Test
    void countsOfCategoriesIsFound() {
        finds(RULE, features("""
                        df["city"] = df["city"].map(df["city"].value_counts())  # leak
                        X = df[["city"]]
                        """));
    }

    @Test
    void clusterAsAFeatureIsFound() {
        finds(RULE, features("""
                        from sklearn.cluster import KMeans
                        df["segment"] = KMeans(4).fit_predict(df[["a", "b"]])  # leak
                        X = df[["segment"]]
                        """));
    }

    @Test
    void sumWithinARowIsInnocent() {
        acquits(RULE, features("""
                        df["total"] = df[["a", "b"]].sum(axis=1)
                        X = df[["total"]]
                        """));
    }

    @Test
    void oneRowAGroupIsInnocent() {
        acquits(RULE, features("""
                        df = df.groupby("customer").agg({"income": "mean", "y": "max"}).reset_index()
                        X = df[["income"]]
                        """));
    }

    @Test
    void statisticThatIsOnlyPrintedIsInnocent() {
        acquits(RULE, features("""
                        print(df.groupby("city")["income"].mean())
                        X = df[["income"]]
                        """));
    }

    @Test
    void meansOfTheTrainingRowsIsInnocent() {
        acquits(RULE, program("""
                        train, test = train_test_split(df)
                        means = train.groupby("city")["income"].mean()
                        train["m"] = train["city"].map(means)
                        test["m"] = test["city"].map(means)
                        print(LogisticRegression().fit(train[["m"]], train["y"]).score(test[["m"]], test["y"]))
                        """));
    }

    @Test
    void hiddenStatesOfAllDaysAreFound() {
        finds(RULE, program("""
                        from hmmlearn.hmm import GaussianHMM
                        df["regime"] = GaussianHMM(n_components=2).fit_predict(df[["income"]])  # leak
                        train, test = train_test_split(df, random_state=0)
                        model = LogisticRegression().fit(train[["regime"]], train["y"])
                        print(model.score(test[["regime"]], test["y"]))
                        """));
    }

    @Test
    void hiddenStatesOfTheDaysBeforeAreNone() {
        acquits(RULE, program("""
                        from hmmlearn.hmm import GaussianHMM
                        train, test = train_test_split(df, random_state=0)
                        states = GaussianHMM(n_components=2).fit(train[["income"]])
                        train["regime"], test["regime"] = states.predict(train[["income"]]), states.predict(test[["income"]])
                        model = LogisticRegression().fit(train[["regime"]], train["y"])
                        print(model.score(test[["regime"]], test["y"]))
                        """));
    }

    @Test
    void hiddenStatesThatAreOnlyLookedAtAreNone() {
        acquits(RULE, program("""
                        from hmmlearn.hmm import GaussianHMM
                        states = GaussianHMM(n_components=2).fit(df[["income"]])
                        df["regime"] = states.predict(df[["income"]])
                        print(df.groupby("regime")["income"].mean())
                        """));
    }
}
