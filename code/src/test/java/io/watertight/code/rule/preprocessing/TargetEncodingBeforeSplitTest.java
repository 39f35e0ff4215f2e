package io.watertight.code.rule.preprocessing;

import static io.watertight.code.rule.MarkedCode.acquits;
import static io.watertight.code.rule.MarkedCode.features;
import static io.watertight.code.rule.MarkedCode.finds;
import static io.watertight.code.rule.MarkedCode.program;

import org.junit.jupiter.api.Test;

final class TargetEncodingBeforeSplitTest {

    private static final TargetEncodingBeforeSplit RULE = new TargetEncodingBeforeSplit();

    @Test
    void leaveOneOutEncoderIsFound() {
        finds(RULE, features("""
                        import category_encoders as ce
                        X = ce.LeaveOneOutEncoder().fit_transform(df[["city"]], df["y"])  # leak
                        """));
    }

    @Test
    void targetEncoderIsFound() {
        finds(RULE, features("""
                        import category_encoders as ce
                        X = ce.TargetEncoder(cols=["city"]).fit_transform(df.drop(columns="y"), df["y"])  # leak
                        """));
    }

    @Test
    void targetEncoderOfScikitLearnIsFound() {
        finds(RULE, features("""
                        from sklearn.preprocessing import TargetEncoder
                        X = TargetEncoder().fit_transform(df[["city"]], df["y"])  # leak
                        """));
    }

    @Test
    void weightOfEvidenceIsFound() {
        finds(RULE, features("""
                        from category_encoders import WOEEncoder
                        encoder = WOEEncoder()
                        encoder.fit(df[["city"]], df["y"])  # leak
                        X = encoder.transform(df[["city"]])
                        """));
    }

    @Test
    void meanEncoderOfAnotherLibraryIsFound() {
        finds(RULE, features("""
                        from feature_engine.encoding import MeanEncoder
                        X = MeanEncoder(variables=["city"]).fit_transform(df[["city"]], df["y"])  # leak
                        """));
    }

    @Test
    void encoderOfTheTrainingRowsIsInnocent() {
        acquits(RULE, program("""
                        import category_encoders as ce
                        a, b, ya, yb = train_test_split(df[["city"]], df["y"])
                        encoder = ce.TargetEncoder().fit(a, ya)
                        model = LogisticRegression().fit(encoder.transform(a), ya)
                        print(model.score(encoder.transform(b), yb))
                        """));
    }

    @Test
    void encoderInsideFoldsIsInnocent() {
        acquits(RULE, program("""
                        from category_encoders import CatBoostEncoder
                        from sklearn.pipeline import make_pipeline
                        print(cross_val_score(make_pipeline(CatBoostEncoder(), LogisticRegression()), df[["city"]], df["y"]))
                        """));
    }

    @Test
    void ratesThatAreOnlyPrintedIsInnocent() {
        acquits(RULE, features("""
                        print(df.groupby("city")["y"].mean())
                        X = df[["age"]]
                        """));
    }

    @Test
    void codesWithoutLabelsIsInnocent() {
        acquits(RULE, features("""
                        from sklearn.preprocessing import OrdinalEncoder
                        X = OrdinalEncoder().fit_transform(df[["city"]])
                        """));
    }
}
