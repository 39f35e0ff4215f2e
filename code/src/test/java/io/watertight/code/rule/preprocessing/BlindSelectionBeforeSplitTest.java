package io.watertight.code.rule.preprocessing;

import static io.watertight.code.rule.MarkedCode.acquits;
import static io.watertight.code.rule.MarkedCode.features;
import static io.watertight.code.rule.MarkedCode.finds;
import static io.watertight.code.rule.MarkedCode.program;

import org.junit.jupiter.api.Test;

final class BlindSelectionBeforeSplitTest {

    private static final BlindSelectionBeforeSplit RULE = new BlindSelectionBeforeSplit();

    @Test
    void columnsThatDoNotVaryIsFound() {
        finds(RULE, features("""
                        from sklearn.feature_selection import VarianceThreshold
                        X = VarianceThreshold().fit_transform(df.drop(columns="y"))  # leak
                        """));
    }

    @Test
    void columnsThatDoNotVaryByFitAndTransformIsFound() {
        finds(RULE, features("""
                        from sklearn.feature_selection import VarianceThreshold
                        selector = VarianceThreshold()
                        selector.fit(df[["a", "b"]])  # leak
                        X = selector.transform(df[["a", "b"]])
                        """));
    }

    @Test
    void bestOfManyColumnsWithLabelsIsInnocent() {
        acquits(RULE, features("""
                        from sklearn.feature_selection import SelectKBest
                        X = SelectKBest(k=10).fit_transform(df.drop(columns="y"), df["y"])
                        """));
    }

    @Test
    void spreadOfTheTrainingRowsIsInnocent() {
        acquits(RULE, program("""
                        from sklearn.feature_selection import VarianceThreshold
                        a, b, ya, yb = train_test_split(df[["a", "b"]], df["y"])
                        selector = VarianceThreshold().fit(a)
                        print(LogisticRegression().fit(selector.transform(a), ya).score(selector.transform(b), yb))
                        """));
    }

    @Test
    void spreadInsideAPipelineIsInnocent() {
        acquits(RULE, program("""
                        from sklearn.feature_selection import VarianceThreshold
                        from sklearn.pipeline import make_pipeline
                        a, b, ya, yb = train_test_split(df[["a", "b"]], df["y"])
                        print(make_pipeline(VarianceThreshold(), LogisticRegression()).fit(a, ya).score(b, yb))
                        """));
    }

    @Test
    void columnsByHandIsInnocent() {
        acquits(RULE, features("""
                        X = df.drop(columns=["y", "id"])
                        """));
    }
}
