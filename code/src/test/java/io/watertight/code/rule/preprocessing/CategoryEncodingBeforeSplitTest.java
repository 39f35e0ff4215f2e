package io.watertight.code.rule.preprocessing;

import static io.watertight.code.rule.MarkedCode.acquits;
import static io.watertight.code.rule.MarkedCode.features;
import static io.watertight.code.rule.MarkedCode.finds;
import static io.watertight.code.rule.MarkedCode.program;

import org.junit.jupiter.api.Test;

final class CategoryEncodingBeforeSplitTest {

    private static final CategoryEncodingBeforeSplit RULE = new CategoryEncodingBeforeSplit();

    @Test
    void labelEncoderOfAFeatureIsFound() {
        finds(RULE, features("""
                        from sklearn.preprocessing import LabelEncoder
                        df["city"] = LabelEncoder().fit_transform(df["city"])  # leak
                        X = df[["city"]]
                        """));
    }

    @Test
    void oneHotEncoderOfTheWholeTableIsFound() {
        finds(RULE, features("""
                        from sklearn.preprocessing import OneHotEncoder
                        X = OneHotEncoder().fit_transform(df[["city"]])  # leak
                        """));
    }

    @Test
    void encodersInALoopIsFound() {
        finds(RULE, features("""
                        from sklearn.preprocessing import OrdinalEncoder
                        for column in ["city", "job"]:
                            df[column] = OrdinalEncoder().fit_transform(df[[column]])  # leak
                        X = df[["city", "job"]]
                        """));
    }

    @Test
    void factorizeIsFound() {
        finds(RULE, features("""
                        df["city"] = pd.factorize(df["city"])[0]  # leak
                        X = df[["city"]]
                        """));
    }

    @Test
    void dummiesIsFound() {
        finds(RULE, features("""
                        X = pd.get_dummies(df.drop(columns="y"))  # leak
                        """));
    }

    @Test
    void encoderOfAnotherLibraryIsFound() {
        finds(RULE, features("""
                        import category_encoders as ce
                        X = ce.BinaryEncoder(cols=["city"]).fit_transform(df.drop(columns="y"))  # leak
                        """));
    }

    @Test
    void codesOfTheLabelsIsInnocent() {
        acquits(RULE, features("""
                        from sklearn.preprocessing import LabelEncoder
                        df["y"] = LabelEncoder().fit_transform(df["y"])
                        X = df[["age"]]
                        """));
    }

    @Test
    void dictionaryByHandIsInnocent() {
        acquits(RULE, features("""
                        df["sex"] = df["sex"].map({"f": 0, "m": 1})
                        X = df[["sex"]]
                        """));
    }

    @Test
    void replacementByHandIsInnocent() {
        acquits(RULE, features("""
                        df["sex"] = df["sex"].replace(["f", "m"], [0, 1])
                        X = df[["sex"]]
                        """));
    }

    @Test
    void hashesIsInnocent() {
        acquits(RULE, features("""
                        from sklearn.feature_extraction import FeatureHasher
                        X = FeatureHasher(n_features=64, input_type="string").fit_transform(df["city"])
                        """));
    }

    @Test
    void encoderInAColumnTransformerIsInnocent() {
        acquits(RULE, program("""
                        from sklearn.compose import ColumnTransformer
                        from sklearn.pipeline import Pipeline
                        from sklearn.preprocessing import OneHotEncoder
                        columns = ColumnTransformer([("codes", OneHotEncoder(handle_unknown="ignore"), ["city"])], remainder="passthrough")
                        model = Pipeline([("columns", columns), ("model", LogisticRegression())])
                        print(cross_val_score(model, df.drop(columns="y"), df["y"]))
                        """));
    }
}
