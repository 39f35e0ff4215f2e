package io.watertight.code.rule.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoSplitsMixedTest {

    private static final String IMPORTS = """
            import pandas as pd
            from sklearn.linear_model import LogisticRegression
            from sklearn.model_selection import train_test_split
            df = pd.read_csv('loans.csv')
            X, y = df.drop(columns='default'), df['default']
            """;

    private final TwoSplitsMixed rule = new TwoSplitsMixed();

    @ParameterizedTest
    @ValueSource(strings = {"""
                X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
                model = LogisticRegression().fit(X_train, y_train)
                X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=2)
                model.score(X_test, y_test)
                """, """
                train, _ = train_test_split(df, test_size=0.3)
                _, test = train_test_split(df, test_size=0.3)
                model = LogisticRegression().fit(train[['age']], train['default'])
                model.score(test[['age']], test['default'])
                """, """
                X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=1)
                X_a, X_b, y_a, y_b = train_test_split(X, y, test_size=0.4, random_state=1)
                model = LogisticRegression().fit(X_train, y_train)
                model.score(X_b, y_b)
                """, """
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                X_train2, X_test2, y_train2, y_test2 = train_test_split(X, y)
                model = LogisticRegression()
                model.fit(X_train2, y_train2)
                print(model.predict_proba(X_test))
                """, """
                train = df.sample(frac=0.8)
                test = df.sample(frac=0.2)
                model = LogisticRegression().fit(train[['age']], train['default'])
                model.score(test[['age']], test['default'])
                """})
    void testRowsOfAnotherSplitAreFound(String code) {
        assertThat(CodeTester.findings(rule, IMPORTS + code)).as(code).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
                model = LogisticRegression().fit(X_train, y_train)
                X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=2)
                model.fit(X_train, y_train).score(X_test, y_test)
                """, """
                X_rest, X_test, y_rest, y_test = train_test_split(X, y, random_state=1)
                X_train, X_valid, y_train, y_valid = train_test_split(X_rest, y_rest, random_state=1)
                model = LogisticRegression().fit(X_train, y_train)
                print(model.score(X_valid, y_valid), model.score(X_test, y_test))
                """, """
                X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=7)
                rows, other = train_test_split(df, random_state=7)
                model = LogisticRegression().fit(X_train, y_train)
                model.score(other.drop(columns='default'), other['default'])
                """, """
                rest, test = train_test_split(list(range(len(df))), test_size=0.2, random_state=0)
                train, valid = train_test_split(rest, test_size=0.2 / 0.6, random_state=0)
                model = LogisticRegression().fit(X.values[train], y.values[train])
                model.score(X.values[test], y.values[test])
                """, """
                X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.4, random_state=1)
                X_a, X_b, y_a, y_b = train_test_split(X, y, test_size=0.2, random_state=1)
                model = LogisticRegression().fit(X_train, y_train)
                model.score(X_b, y_b)
                """, """
                train = df.sample(frac=0.8, random_state=1)
                test = df.drop(train.index).sample(frac=0.5)
                model = LogisticRegression().fit(train[['age']], train['default'])
                model.score(test[['age']], test['default'])
                """, """
                good, bad = df[df.default == 0].sample(500), df[df.default == 1].sample(500)
                model = LogisticRegression().fit(good[['age']], good['default'])
                model.score(bad[['age']], bad['default'])
                """})
    void oneSplitOrASplitInASplitIsInnocent(String code) {
        assertThat(CodeTester.findings(rule, IMPORTS + code)).as(code).isEmpty();
    }
}
