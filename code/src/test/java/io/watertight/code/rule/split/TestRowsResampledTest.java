package io.watertight.code.rule.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestRowsResampledTest {

    private static final String COMMON = """
            import pandas as pd
            from imblearn.over_sampling import SMOTE, RandomOverSampler
            from imblearn.under_sampling import RandomUnderSampler
            from sklearn.linear_model import LogisticRegression
            from sklearn.metrics import f1_score
            from sklearn.model_selection import train_test_split
            from sklearn.preprocessing import StandardScaler
            from sklearn.utils import resample
            df = pd.read_csv('loans.csv')
            X, y = df.drop(columns='default'), df['default']
            X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
            """;

    private final TestRowsResampled rule = new TestRowsResampled();

    @ParameterizedTest
    @ValueSource(strings = {"""
                smote = SMOTE()
                X_train, y_train = smote.fit_resample(X_train, y_train)
                X_test, y_test = smote.fit_resample(X_test, y_test)
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """, """
                X_even, y_even = RandomUnderSampler().fit_resample(X_test, y_test)
                model = LogisticRegression().fit(X_train, y_train)
                print(f1_score(y_even, model.predict(X_even)))
                """, """
                X_even, y_even = RandomOverSampler().fit_resample(X_test, y_test)
                scaler = StandardScaler().fit(X_train)
                model = LogisticRegression().fit(scaler.transform(X_train), y_train)
                print(model.score(scaler.transform(X_even), y_even))
                """, """
                X_fit, X_valid, y_fit, y_valid = train_test_split(X_train, y_train)
                X_valid, y_valid = SMOTE().fit_resample(X_valid, y_valid)
                print(LogisticRegression().fit(X_fit, y_fit).score(X_valid, y_valid))
                """})
    void aScoreOnBalancedTestRowsIsFound(String code) {
        assertThat(CodeTester.findings(rule, COMMON + code)).as(code).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                X_train, y_train = SMOTE().fit_resample(X_train, y_train)
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """, """
                model = LogisticRegression().fit(X_train, y_train)
                for seed in range(100):
                    X_again, y_again = resample(X_test, y_test, random_state=seed)
                    print(model.score(X_again, y_again))
                """, """
                X_even, y_even = SMOTE().fit_resample(X_test, y_test)
                print(y_even.value_counts())
                print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
                """, """
                X_fit, X_valid, y_fit, y_valid = train_test_split(X_train, y_train)
                X_fit, y_fit = SMOTE().fit_resample(X_fit, y_fit)
                print(LogisticRegression().fit(X_fit, y_fit).score(X_valid, y_valid))
                """, """
                X_more, y_more = SMOTE().fit_resample(X, y)
                a, b, ya, yb = train_test_split(X_more, y_more)
                print(LogisticRegression().fit(a, ya).score(b, yb))
                """})
    void balancingElsewhereIsNot(String code) {
        assertThat(CodeTester.findings(rule, COMMON + code)).as(code).isEmpty();
    }
}
