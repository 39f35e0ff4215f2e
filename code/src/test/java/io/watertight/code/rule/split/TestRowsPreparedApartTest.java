package io.watertight.code.rule.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestRowsPreparedApartTest {

    private static final String COMMON = """
            import pandas as pd
            from sklearn.feature_extraction.text import TfidfVectorizer
            from sklearn.impute import SimpleImputer
            from sklearn.decomposition import PCA
            from sklearn.linear_model import LogisticRegression
            from sklearn.model_selection import train_test_split
            from sklearn.preprocessing import StandardScaler, MinMaxScaler
            df = pd.read_csv('loans.csv')
            X, y = df.drop(columns='default'), df['default']
            X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
            """;

    private final TestRowsPreparedApart rule = new TestRowsPreparedApart();

    @ParameterizedTest
    @ValueSource(strings = {"""
                X_train = StandardScaler().fit_transform(X_train)
                X_test = StandardScaler().fit_transform(X_test)
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """, """
                scaler = MinMaxScaler()
                X_train = scaler.fit_transform(X_train)
                X_test = scaler.fit_transform(X_test)
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """, """
                pca = PCA(2)
                model = LogisticRegression().fit(pca.fit_transform(X_train), y_train)
                print(model.score(pca.fit_transform(X_test), y_test))
                """, """
                X_train['age'] = X_train['age'].fillna(X_train['age'].mean())
                X_test['age'] = X_test['age'].fillna(X_test['age'].mean())
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """})
    void aStepThatLearnsOnceMoreFromTheTestRowsIsFound(String code) {
        assertThat(CodeTester.findings(rule, COMMON + code)).as(code).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                scaler = StandardScaler()
                X_train = scaler.fit_transform(X_train)
                X_test = scaler.transform(X_test)
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """, """
                X_train['age'] = X_train['age'].fillna(X_train['age'].mean())
                X_test['age'] = X_test['age'].fillna(X_train['age'].mean())
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """, """
                X = StandardScaler().fit_transform(X)
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """, """
                print(StandardScaler().fit_transform(X_test).std())
                scaler = StandardScaler().fit(X_train)
                model = LogisticRegression().fit(scaler.transform(X_train), y_train)
                print(model.score(scaler.transform(X_test), y_test))
                """, """
                X_train['age'] = X_train['age'].fillna(0)
                X_test['age'] = X_test['age'].fillna(0)
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """, """
                X_train, X_test = pd.get_dummies(X_train), pd.get_dummies(X_test)
                X_train, X_test = X_train.align(X_test, join='left', axis=1)
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """})
    void oneThatLearnsOnceIsNot(String code) {
        assertThat(CodeTester.findings(rule, COMMON + code)).as(code).isEmpty();
    }
}
