package io.watertight.code.rule.preprocessing;

import static io.watertight.code.rule.MarkedCode.acquits;
import static io.watertight.code.rule.MarkedCode.features;
import static io.watertight.code.rule.MarkedCode.finds;
import static io.watertight.code.rule.MarkedCode.program;

import org.junit.jupiter.api.Test;

final class SelectionBeforeSplitTest {

    private static final SelectionBeforeSplit RULE = new SelectionBeforeSplit();

    @Test
    void bestOfManyColumnsIsFound() {
        finds(RULE, features("""
                        from sklearn.feature_selection import SelectKBest, f_classif
                        X = SelectKBest(f_classif, k=10).fit_transform(df.drop(columns="y"), df["y"])  # leak
                        """));
    }

    @Test
    void selectionBeforeFoldsForThisRuleIsInnocent() {
        acquits(RULE, program("""
                        from sklearn.feature_selection import SelectKBest
                        X = SelectKBest(k=10).fit_transform(df.drop(columns="y"), df["y"])
                        print(cross_val_score(LogisticRegression(), X, df["y"], cv=5).mean())
                        """));
    }

    @Test
    void supportOfRecursiveEliminationIsFound() {
        finds(RULE, features("""
                        from sklearn.feature_selection import RFE
                        X = df.drop(columns="y")
                        rfe = RFE(LogisticRegression(), n_features_to_select=5).fit(X, df["y"])  # leak
                        X = X[X.columns[rfe.support_]]
                        """));
    }

    @Test
    void importancesOfAModelIsFound() {
        finds(RULE, features("""
                        X = df.drop(columns="y")
                        forest = RandomForestClassifier().fit(X, df["y"])
                        names = pd.Series(forest.feature_importances_, index=X.columns).nlargest(10).index  # leak
                        X = X[names]
                        """));
    }

    @Test
    void selectionFromAModelIsFound() {
        finds(RULE, features("""
                        from sklearn.feature_selection import SelectFromModel
                        selector = SelectFromModel(RandomForestClassifier())
                        selector.fit(df.drop(columns="y"), df["y"])  # leak
                        X = selector.transform(df.drop(columns="y"))
                        """));
    }

    @Test
    void strongestCorrelationsIsFound() {
        finds(RULE, features("""
                        strength = df.corr()["y"].abs()  # leak
                        X = df[strength[strength > 0.2].index]
                        """));
    }

    @Test
    void columnsLeftOutSinceTheyResembleOthersIsFound() {
        finds(RULE, features("""
                        table = df.corr().abs()  # leak
                        upper = table.where(np.triu(np.ones(table.shape), k=1).astype(bool))
                        X = df.drop(columns=[name for name in upper.columns if any(upper[name] > 0.95)])
                        """));
    }

    @Test
    void correlationsThatAreOnlyPlottedIsInnocent() {
        acquits(RULE, features("""
                        import seaborn as sns
                        sns.heatmap(df.corr())
                        X = df[["a", "b"]]
                        """));
    }

    @Test
    void selectionInASearchIsInnocent() {
        acquits(RULE, program("""
                        from sklearn.feature_selection import SelectKBest
                        from sklearn.pipeline import Pipeline
                        a, b, ya, yb = train_test_split(df.drop(columns="y"), df["y"])
                        steps = Pipeline([("select", SelectKBest()), ("model", LogisticRegression())])
                        search = GridSearchCV(steps, {"select__k": [5, 10]}, cv=5)
                        search.fit(a, ya)
                        print(search.score(b, yb))
                        """));
    }

    @Test
    void selectionOnTheTrainingRowsIsInnocent() {
        acquits(RULE, program("""
                        from sklearn.feature_selection import SelectKBest
                        a, b, ya, yb = train_test_split(df.drop(columns="y"), df["y"])
                        select = SelectKBest(k=5)
                        a = select.fit_transform(a, ya)
                        b = select.transform(b)
                        print(LogisticRegression().fit(a, ya).score(b, yb))
                        """));
    }

    @Test
    void columnsByHandIsInnocent() {
        acquits(RULE, features("""
                        names = [name for name in df.columns if name != "y"]
                        X = df[names]
                        """));
    }
}
