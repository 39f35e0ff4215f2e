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

    @Test
    void columnsThatAreTakenFromTheListByTheirPValueIsFound() {
        finds(RULE, features("""
                        import statsmodels.api as sm
                        X = df.drop(columns="y")
                        names = list(X.columns)
                        while len(names) > 0:
                            model = sm.OLS(df["y"], sm.add_constant(X[names])).fit()
                            p = pd.Series(model.pvalues.values[1:], index=names)  # leak
                            if max(p) <= 0.05:
                                break
                            names.remove(p.idxmax())
                        X = X[names]
                        """));
    }

    @Test
    void positionsThatAreDeletedByTheirInflationIsFound() {
        finds(RULE, features("""
                        from statsmodels.stats.outliers_influence import variance_inflation_factor
                        X = df.drop(columns="y")
                        kept = list(range(X.shape[1]))
                        going = True
                        while going:
                            going = False
                            factors = [variance_inflation_factor(X.iloc[:, kept].values, i) for i in range(len(kept))]  # leak
                            if max(factors) > 5:
                                del kept[factors.index(max(factors))]
                                going = True
                        X = X.iloc[:, kept]
                        """));
    }

    @Test
    void namesThatASequentialSelectorKeepsIsFound() {
        finds(RULE, features("""
                        from mlxtend.feature_selection import SequentialFeatureSelector
                        X = df.drop(columns="y")
                        search = SequentialFeatureSelector(LogisticRegression(), k_features=5)
                        search = search.fit(X, df["y"])  # leak
                        X = X[list(search.k_feature_names_)]
                        """));
    }

    @Test
    void columnsThatATestTellsApartIsFound() {
        finds(RULE, features("""
                        from scipy.stats import ttest_ind
                        X = df.drop(columns="y")
                        names = [name for name in X.columns if ttest_ind(X[df.y == 0][name], X[df.y == 1][name]).pvalue < 0.05]  # leak
                        X = X[names]
                        """));
    }

    @Test
    void scoresOfABoosterIsFound() {
        finds(RULE, features("""
                        import xgboost as xgb
                        X = df.drop(columns="y")
                        booster = xgb.XGBClassifier().fit(X, df["y"]).get_booster()
                        gain = booster.get_score(importance_type="gain")  # leak
                        X = X[sorted(gain, key=gain.get, reverse=True)[:10]]
                        """));
    }

    @Test
    void explanationsOfAModelIsFound() {
        finds(RULE, features("""
                        import shap
                        X = df.drop(columns="y")
                        forest = RandomForestClassifier().fit(X, df["y"])
                        shares = np.abs(shap.TreeExplainer(forest).shap_values(X)).mean(0)  # leak
                        X = X[X.columns[np.argsort(shares)[-10:]]]
                        """));
    }

    @Test
    void spreadThatASelectorLearnsIsFound() {
        finds(RULE, features("""
                        from sklearn.feature_selection import VarianceThreshold
                        X = VarianceThreshold(0.1).fit_transform(df.drop(columns="y"))  # leak
                        """));
    }

    @Test
    void explanationsOfTheTrainingRowsIsInnocent() {
        acquits(RULE, program("""
                        import shap
                        a, b, ya, yb = train_test_split(df.drop(columns="y"), df["y"])
                        forest = RandomForestClassifier().fit(a, ya)
                        names = a.columns[np.argsort(np.abs(shap.TreeExplainer(forest).shap_values(a)).mean(0))[-10:]]
                        print(LogisticRegression().fit(a[names], ya).score(b[names], yb))
                        """));
    }

    @Test
    void pValuesOfTheTrainingRowsIsInnocent() {
        acquits(RULE, program("""
                        import statsmodels.api as sm
                        a, b, ya, yb = train_test_split(df.drop(columns="y"), df["y"])
                        names = list(a.columns)
                        while True:
                            p = pd.Series(sm.OLS(ya, a[names]).fit().pvalues, index=names)
                            if p.max() <= 0.05:
                                break
                            names.remove(p.idxmax())
                        print(LogisticRegression().fit(a[names], ya).score(b[names], yb))
                        """));
    }

    @Test
    void namesTakenFromTheListByHandIsInnocent() {
        acquits(RULE, features("""
                        names = list(df.columns)
                        names.remove("y")
                        names.remove("id")
                        X = df[names]
                        """));
    }

    @Test
    void rowsThatAreDroppedByACountAreNoColumns() {
        acquits(RULE, features("""
                        import collections
                        far = list(df[df["a"] > df["a"].quantile(0.99)].index) + list(df[df["b"] > df["b"].quantile(0.99)].index)
                        twice = [row for row, count in collections.Counter(far).items() if count > 1]
                        df = df.drop(df.index[twice])
                        X = df[["a", "b"]]
                        """));
    }
}
