package io.watertight.code.rule.overlap;

import static io.watertight.code.rule.MarkedCode.acquits;
import static io.watertight.code.rule.MarkedCode.finds;
import static io.watertight.code.rule.MarkedCode.program;

import org.junit.jupiter.api.Test;

final class CopiesAcrossSplitTest {

    private static final CopiesAcrossSplit RULE = new CopiesAcrossSplit();

    @Test
    void rareRowsPutBelowTheTableIsFound() {
        finds(RULE, program("""
                        many = pd.concat([df, df[df["y"] == 1]])
                        a, b, ya, yb = train_test_split(many[["a"]], many["y"])
                        model = LogisticRegression().fit(a, ya)
                        print(model.score(b, yb))  # leak
                        """));
    }

    @Test
    void syntheticRowsBeforeTheSplitIsFound() {
        finds(RULE, program("""
                        from imblearn.over_sampling import SMOTE
                        X, y = SMOTE().fit_resample(df[["a"]], df["y"])
                        a, b, ya, yb = train_test_split(X, y)
                        model = LogisticRegression().fit(a, ya)
                        print(model.score(b, yb))  # leak
                        """));
    }

    @Test
    void rareRowsRepeatedBeforeTheSplitIsFound() {
        finds(RULE, program("""
                        from sklearn.utils import resample
                        more = resample(df[df["y"] == 1], replace=True, n_samples=1000)
                        all = pd.concat([df[df["y"] == 0], more])
                        a, b, ya, yb = train_test_split(all[["a"]], all["y"])
                        model = LogisticRegression().fit(a, ya)
                        print(model.score(b, yb))  # leak
                        """));
    }

    @Test
    void sampleWithReplacementBeforeTheSplitIsFound() {
        finds(RULE, program("""
                        many = df.sample(n=10000, replace=True)
                        a, b, ya, yb = train_test_split(many[["a"]], many["y"])
                        model = LogisticRegression().fit(a, ya)
                        print(model.score(b, yb))  # leak
                        """));
    }

    @Test
    void tensorCutIntoHeadsIsInnocent() {
        acquits(RULE, program("""
                        import torch
                        heads = torch.cat([df.values, df.values], dim=0)
                        print(torch.cat(torch.split(heads, 8, dim=0), dim=-1))
                        """));
    }

    @Test
    void syntheticRowsOfTheTrainingPartIsInnocent() {
        acquits(RULE, program("""
                        from imblearn.over_sampling import SMOTE
                        a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                        a, ya = SMOTE().fit_resample(a, ya)
                        print(LogisticRegression().fit(a, ya).score(b, yb))
                        """));
    }

    @Test
    void resamplingInsideFoldsIsInnocent() {
        acquits(RULE, program("""
                        from imblearn.over_sampling import SMOTE
                        from imblearn.pipeline import make_pipeline
                        print(cross_val_score(make_pipeline(SMOTE(), LogisticRegression()), df[["a"]], df["y"], cv=5))
                        """));
    }

    @Test
    void undersamplingIsInnocent() {
        acquits(RULE, program("""
                        from imblearn.under_sampling import RandomUnderSampler
                        X, y = RandomUnderSampler().fit_resample(df[["a"]], df["y"])
                        a, b, ya, yb = train_test_split(X, y)
                        print(LogisticRegression().fit(a, ya).score(b, yb))
                        """));
    }

    @Test
    void sampleWithoutReplacementIsInnocent() {
        acquits(RULE, program("""
                        from sklearn.utils import resample
                        few = resample(df[df["y"] == 0], replace=False, n_samples=100)
                        all = pd.concat([few, df[df["y"] == 1]])
                        a, b, ya, yb = train_test_split(all[["a"]], all["y"])
                        print(LogisticRegression().fit(a, ya).score(b, yb))
                        """));
    }

    @Test
    void changedCopiesOfTheTrainingPartIsInnocent() {
        acquits(RULE, program("""
                        train, test = train_test_split(df)
                        train = pd.concat([train, train.sample(frac=1.0, replace=True)])
                        model = LogisticRegression().fit(train[["a"]], train["y"])
                        print(model.score(test[["a"]], test["y"]))
                        """));
    }

    @Test
    void tableBelowItselfIsFound() {
        finds(RULE, program("""
                        df = pd.concat([df, df])
                        a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                        print(LogisticRegression().fit(a, ya).score(b, yb))  # leak
                        """));
    }

    @Test
    void rareRowsManyTimesIsFound() {
        finds(RULE, program("""
                        df = pd.concat([df[df["y"] == 0]] + [df[df["y"] == 1]] * 5)
                        a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                        print(LogisticRegression().fit(a, ya).score(b, yb))  # leak
                        """));
    }

    @Test
    void tableAppendedToItselfIsFound() {
        finds(RULE, program("""
                        df = df.append(df, ignore_index=True)
                        a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                        print(LogisticRegression().fit(a, ya).score(b, yb))  # leak
                        """));
    }

    @Test
    void labelsTwiceIsFound() {
        finds(RULE, program("""
                        rare = df[df["y"] == 1].index
                        df = df.loc[np.r_[df.index, rare, rare]]
                        a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                        print(LogisticRegression().fit(a, ya).score(b, yb))  # leak
                        """));
    }

    @Test
    void labelsRepeatedIsFound() {
        finds(RULE, program("""
                        df = df.loc[df.index.repeat(df["weight"])]
                        a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                        print(LogisticRegression().fit(a, ya).score(b, yb))  # leak
                        """));
    }

    @Test
    void positionsDrawnWithReplacementIsFound() {
        finds(RULE, program("""
                        df = df.iloc[np.random.choice(len(df), size=5000)]
                        a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                        print(LogisticRegression().fit(a, ya).score(b, yb))  # leak
                        """));
    }

    @Test
    void positionsDrawnOnceIsInnocent() {
        acquits(RULE, program("""
                        df = df.iloc[np.random.choice(len(df), size=500, replace=False)]
                        a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                        print(LogisticRegression().fit(a, ya).score(b, yb))
                        """));
    }

    @Test
    void twoTablesBelowOneAnotherIsInnocent() {
        acquits(RULE, program("""
                        df = pd.concat([df, pd.read_csv("more.csv")])
                        a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                        print(LogisticRegression().fit(a, ya).score(b, yb))
                        """));
    }

    @Test
    void labelsOfTwoClassesIsInnocent() {
        acquits(RULE, program("""
                        df = df.loc[np.r_[df[df["y"] == 1].index, df[df["y"] == 0].index]]
                        a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                        print(LogisticRegression().fit(a, ya).score(b, yb))
                        """));
    }

    @Test
    void twoColumnsBelowOneAnotherForAVocabularyIsInnocent() {
        acquits(RULE, program("""
                        words = pd.concat([df["title"], df["text"]])
                        counts = words.value_counts()
                        a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                        print(LogisticRegression().fit(a, ya).score(b, yb))
                        """));
    }

    @Test
    void bootstrapOfTheTrainingPartIsInnocent() {
        acquits(RULE, program("""
                        a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                        drawn = np.random.choice(len(a), size=len(a))
                        print(LogisticRegression().fit(a.iloc[drawn], ya.iloc[drawn]).score(b, yb))
                        """));
    }

    @Test
    void syntheticRowsBeforeASplitWhoseModelIsElsewhereIsFound() {
        finds(RULE, program("""
                        from imblearn.over_sampling import SMOTE
                        X, y = SMOTE().fit_resample(df[["a"]], df["y"])
                        a, b, ya, yb = train_test_split(X, y)  # leak
                        a.to_csv("train.csv")
                        b.to_csv("test.csv")
                        """));
    }

    @Test
    void syntheticRowsOfTheTrainingPartWithoutAModelIsInnocent() {
        acquits(RULE, program("""
                        from imblearn.over_sampling import SMOTE
                        a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                        a, ya = SMOTE().fit_resample(a, ya)
                        a.to_csv("train.csv")
                        b.to_csv("test.csv")
                        """));
    }

    @Test
    void copiesOfTrainingRowsAreLeftBehindByTheLabelsOfTheTestRows() {
        acquits(RULE, program("""
                        from sklearn.model_selection import StratifiedShuffleSplit
                        from sklearn.utils import resample
                        folds = StratifiedShuffleSplit(n_splits=1, test_size=0.3)
                        for train, test in folds.split(df, df["y"]):
                            kept, held = train, test
                        more = resample(df[df.index.isin(kept)], replace=True, n_samples=80)
                        many = pd.concat([df, more])
                        a, b = many[many.index.isin(kept)], many[many.index.isin(held)]
                        model = LogisticRegression().fit(a[["a"]], a["y"])
                        print(model.score(b[["a"]], b["y"]))
                        """));
    }
}
