package io.watertight.code.rule.preprocessing;

import static io.watertight.code.rule.MarkedCode.acquits;
import static io.watertight.code.rule.MarkedCode.features;
import static io.watertight.code.rule.MarkedCode.finds;
import static io.watertight.code.rule.MarkedCode.program;

import org.junit.jupiter.api.Test;

final class ImputationBeforeSplitTest {

    private static final ImputationBeforeSplit RULE = new ImputationBeforeSplit();

    @Test
    void neighboursOfAllRowsIsFound() {
        finds(RULE, features("""
                        from sklearn.impute import KNNImputer
                        X = KNNImputer().fit_transform(df[["a", "b"]])  # leak
                        """));
    }

    @Test
    void imputerOfTheWholeTableIsFound() {
        finds(RULE, features("""
                        from sklearn.impute import SimpleImputer
                        X = SimpleImputer(strategy="median").fit_transform(df[["a", "b"]])  # leak
                        """));
    }

    @Test
    void meanOfAColumnIsFound() {
        finds(RULE, features("""
                        df["age"] = df["age"].fillna(df["age"].mean())  # leak
                        X = df[["age"]]
                        """));
    }

    @Test
    void mediansInPlaceIsFound() {
        finds(RULE, features("""
                        df.fillna(df.median(), inplace=True)  # leak
                        X = df[["age"]]
                        """));
    }

    @Test
    void medianUnderAMaskIsFound() {
        finds(RULE, features("""
                        middle = df["age"].median()  # leak
                        df.loc[df["age"].isnull(), "age"] = middle
                        X = df[["age"]]
                        """));
    }

    @Test
    void mostFrequentValueIsFound() {
        finds(RULE, features("""
                        df["port"] = df["port"].fillna(df["port"].mode()[0])  # leak
                        X = df[["port"]]
                        """));
    }

    @Test
    void meansInALoopOverColumnsIsFound() {
        finds(RULE, features("""
                        for column in ["a", "b"]:
                            df[column] = df[column].fillna(df[column].mean())  # leak
                        X = df[["a", "b"]]
                        """));
    }

    @Test
    void constantIsInnocent() {
        acquits(RULE, features("""
                        X = df[["age"]].fillna(0)
                        """));
    }

    @Test
    void rowsWithGapsLeftOutIsInnocent() {
        acquits(RULE, features("""
                        df = df.dropna()
                        X = df[["age"]]
                        """));
    }

    @Test
    void medianOfTheTrainingRowsIsInnocent() {
        acquits(RULE, program("""
                        train, test = train_test_split(df)
                        middle = train["age"].median()
                        train["age"] = train["age"].fillna(middle)
                        test["age"] = test["age"].fillna(middle)
                        print(LogisticRegression().fit(train[["age"]], train["y"]).score(test[["age"]], test["y"]))
                        """));
    }

    @Test
    void filledColumnThatIsNotUsedIsInnocent() {
        acquits(RULE, features("""
                        df["age"] = df["age"].fillna(df["age"].mean())
                        X = df[["fare"]]
                        """));
    }

    @Test
    void imputerInASearchIsInnocent() {
        acquits(RULE, program("""
                        from sklearn.impute import SimpleImputer
                        from sklearn.pipeline import Pipeline
                        a, b, ya, yb = train_test_split(df[["age"]], df["y"])
                        steps = Pipeline([("fill", SimpleImputer()), ("model", LogisticRegression())])
                        search = GridSearchCV(steps, {"fill__strategy": ["mean", "median"]}, cv=5)
                        search.fit(a, ya)
                        print(search.score(b, yb))
                        """));
    }

    @Test
    void valueOfTheNextRowBeforeARandomSplitIsFound() {
        finds(RULE, features("""
                        df["age"] = df["age"].fillna(method="bfill")  # leak
                        X = df[["age", "fare"]]
                        """));
        finds(RULE, features("""
                        X = df[["age", "fare"]].ffill()  # leak
                        """));
    }

    @Test
    void valueOfTheRowBeforeInOrderOfTimeIsInnocent() {
        acquits(RULE, program("""
                        prices = pd.read_csv("prices.csv", index_col="date", parse_dates=True).ffill()
                        before, after = prices[:500], prices[500:]
                        print(LogisticRegression().fit(before[["open"]], before["y"]).score(after[["open"]], after["y"]))
                        """));
    }

    @Test
    void valueOfTheRowBeforeWithinEachPartIsInnocent() {
        acquits(RULE, program("""
                        train, test = train_test_split(df)
                        train, test = train.ffill(), test.ffill()
                        print(LogisticRegression().fit(train[["age"]], train["y"]).score(test[["age"]], test["y"]))
                        """));
    }

    @Test
    void constantWithAMethodThatIsNoneIsInnocent() {
        acquits(RULE, features("""
                        X = df[["age", "fare"]].fillna(0)
                        """));
    }
}
