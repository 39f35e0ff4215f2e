package io.watertight.code.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepairsTest {

    private static final String BEGIN = """
            import pandas as pd
            from sklearn.linear_model import LogisticRegression
            from sklearn.model_selection import cross_val_score, train_test_split
            from sklearn.preprocessing import StandardScaler
            from imblearn.over_sampling import SMOTE

            df = pd.read_csv("a.csv")
            """;

    private static final String FEATURES = "X = df.drop(\"label\", axis=1)\ny = df[\"label\"]\n";

    private static final String SPLIT = "X_train, X_test, y_train, y_test = train_test_split(X, y)\n";

    private static final String END = """
            model = LogisticRegression()
            model.fit(X_train, y_train)
            print(model.score(X_test, y_test))
            """;

    @TempDir
    private Path folder;

    private String mended(String rule, String code) {
        return RepairTester.mended(folder, rule, code);
    }

    @Test
    void aFitAndATransformMoveBehindTheSplit() {
        String begin = BEGIN + FEATURES;

        assertThat(mended("scaling-before-split", begin + """
                scaler = StandardScaler()
                scaler.fit(X)
                X_scaled = scaler.transform(X)
                X_train, X_test, y_train, y_test = train_test_split(X_scaled, y)
                """ + END))
                .isEqualTo(begin + "scaler = StandardScaler()\n" + SPLIT + """
                scaler.fit(X_train)
                X_train = scaler.transform(X_train)
                X_test = scaler.transform(X_test)
                """ + END);
        assertThat(mended("scaling-before-split", begin + """
                scaler = StandardScaler().fit(X)
                X = scaler.transform(X)
                """ + SPLIT + END)).isEqualTo(begin + SPLIT + """
                scaler = StandardScaler().fit(X_train)
                X_train = scaler.transform(X_train)
                X_test = scaler.transform(X_test)
                """ + END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scaler = StandardScaler()\nscaler.fit(X)\nprint(scaler.mean_)\nX = scaler.transform(X)\n" + SPLIT,
                "scaler = StandardScaler()\nscaler.fit(X)\nX['a'] = 0\nX = scaler.transform(X)\n" + SPLIT,
                "scaler = StandardScaler()\nscaler.fit(df[['a', 'b']])\nX = scaler.transform(df[['b', 'a']])\n" + SPLIT,
                "scaler = StandardScaler()\nscaler.fit(X)\nX = scaler.transform(X)\n" + SPLIT + "print(X)\n",
            })
    void aFitThatIsSeenStays(String code) {
        assertThat(RepairTester.advice(folder, "scaling-before-split", BEGIN + FEATURES + code + END))
                .isNotEmpty();
    }

    @Test
    void gapsAreFilledWithTheMeanOfTheTrainingRows() {
        String begin = BEGIN + "df[\"Sex\"] = df[\"Sex\"].map({\"f\": 0})\n";

        assertThat(mended(
                        "imputation-before-split",
                        begin + "df[\"Age\"] = df[\"Age\"].fillna(df[\"Age\"].mean())\n" + FEATURES + SPLIT + END))
                .isEqualTo(begin + FEATURES + SPLIT + """
                age_fill = X_train["Age"].mean()
                X_train = X_train.fillna({"Age": age_fill})
                X_test = X_test.fillna({"Age": age_fill})
                """ + END);
        assertThat(mended("imputation-before-split", BEGIN + """
                df['Age'].fillna(df['Age'].median(), inplace=True)
                df['b'] = df['b'] * 2
                train, test = train_test_split(df)
                model = LogisticRegression()
                model.fit(train[['Age', 'b']], train['label'])
                print(model.score(test[['Age', 'b']], test['label']))
                """)).isEqualTo(BEGIN + """
                df['b'] = df['b'] * 2
                train, test = train_test_split(df)
                age_fill = train['Age'].median()
                train = train.fillna({'Age': age_fill})
                test = test.fillna({'Age': age_fill})
                model = LogisticRegression()
                model.fit(train[['Age', 'b']], train['label'])
                print(model.score(test[['Age', 'b']], test['label']))
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "df = df.dropna()\n" + FEATURES + SPLIT,
                "df['old'] = df['Age'] > 60\n" + FEATURES + SPLIT,
                "X = df.drop('label', axis=1).values\ny = df['label']\n" + SPLIT,
                "columns = ['Age', 'b']\ncolumns.append('c')\nX = df[columns]\ny = df['label']\n" + SPLIT,
                FEATURES + "X['c'] = X.sum(axis=1)\n" + SPLIT,
                FEATURES + SPLIT + "print(df.shape)\n",
                "def f():\n    return df\n" + FEATURES + SPLIT,
            })
    void gapsThatOthersMaySeeStayFilled(String code) {
        String fill = "df['Age'] = df['Age'].fillna(df['Age'].mean())\n";

        assertThat(RepairTester.advice(folder, "imputation-before-split", BEGIN + fill + code + END))
                .isNotEmpty();
    }

    @Test
    void rowsAreMadeUpOfTheTrainingPartAlone() {
        String begin = BEGIN + FEATURES;

        assertThat(mended("copies-across-split", begin + """
                X_res, y_res = SMOTE(random_state=1).fit_resample(X, y)
                X_train, X_test, y_train, y_test = train_test_split(X_res, y_res, stratify=y_res)
                """ + END)).isEqualTo(begin + """
                X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y)
                X_train, y_train = SMOTE(random_state=1).fit_resample(X_train, y_train)
                """ + END);
        assertThat(mended("copies-across-split", begin + "X, y = SMOTE().fit_resample(X, y)\n" + SPLIT + END))
                .isEqualTo(begin + SPLIT + "X_train, y_train = SMOTE().fit_resample(X_train, y_train)\n" + END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X, y = SMOTE().fit_resample(X, y)\nprint(y.mean())\n" + SPLIT,
                "X, y = SMOTE().fit_resample(X, y)\n" + SPLIT + "print(X)\n",
                "if len(X):\n    X, y = SMOTE().fit_resample(X, y)\n" + SPLIT,
                "X, y = SMOTE().fit_resample(X, y)\nX_train, X_test, y_train, y_test = train_test_split(X.values, y)\n",
            })
    void rowsThatOthersMaySeeStay(String code) {
        assertThat(RepairTester.advice(folder, "copies-across-split", BEGIN + FEATURES + code + END))
                .isNotEmpty();
    }

    @Test
    void eachFoldScalesItsOwnRows() {
        assertThat(mended("fold-preprocessing", BEGIN + FEATURES + """
                X = StandardScaler().fit_transform(X)
                model = LogisticRegression()
                print(cross_val_score(model, X, y, cv=5).mean())
                """))
                .isEqualTo(BEGIN.replace("SMOTE\n", "SMOTE\nfrom sklearn.pipeline import make_pipeline\n")
                        + FEATURES + """
                model = LogisticRegression()
                print(cross_val_score(make_pipeline(StandardScaler(), model), X, y, cv=5).mean())
                """);
        assertThat(mended("fold-preprocessing", BEGIN + """
                from sklearn.pipeline import make_pipeline
                """ + FEATURES + """
                scaler = StandardScaler()
                X_scaled = scaler.fit_transform(X)
                scores = cross_val_score(LogisticRegression(), X_scaled, y, scoring="roc_auc")
                """)).endsWith("""
                scaler = StandardScaler()
                scores = cross_val_score(make_pipeline(scaler, LogisticRegression()), X, y, scoring="roc_auc")
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from xgboost import XGBClassifier\nX = StandardScaler().fit_transform(X)\n"
                        + "cross_val_score(XGBClassifier(), X, y)\n",
                "X = StandardScaler().fit_transform(X)\nprint(X)\ncross_val_score(LogisticRegression(), X, y)\n",
                "X = StandardScaler().fit_transform(X)\n"
                        + "cross_val_score(LogisticRegression(), X, y, params={'sample_weight': y})\n",
                "scaler = StandardScaler()\nX = scaler.fit_transform(X)\ncross_val_score(LogisticRegression(), X, y)\n"
                        + "print(scaler.mean_)\n",
                "X = StandardScaler().fit_transform(X)\nfor model in [LogisticRegression()]:\n"
                        + "    print(cross_val_score(model, X, y))\n",
                "from sklearn.model_selection import GridSearchCV\nX = StandardScaler().fit_transform(X)\n"
                        + "search = GridSearchCV(LogisticRegression(), {'C': [1, 2]})\nsearch.fit(X, y)\nprint(search.best_score_)\n",
            })
    void aPipelineIsOnlyAdvisedWhereMoreWouldChange(String code) {
        assertThat(RepairTester.advice(folder, "fold-preprocessing", BEGIN + FEATURES + code))
                .isNotEmpty();
    }
}
