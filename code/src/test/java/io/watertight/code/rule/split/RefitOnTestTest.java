package io.watertight.code.rule.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefitOnTestTest {

    private static final String IMPORTS = """
            import numpy as np
            import pandas as pd
            from sklearn.linear_model import LogisticRegression
            from sklearn.metrics import accuracy_score
            from sklearn.model_selection import train_test_split
            df = pd.read_csv('loans.csv')
            X, y = df.drop(columns='default'), df['default']
            X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
            model = LogisticRegression().fit(X_train, y_train)
            print(model.score(X_test, y_test))
            """;

    private final RefitOnTest rule = new RefitOnTest();

    @ParameterizedTest
    @ValueSource(strings = {"""
                model.fit(X, y)
                print(model.score(X_test, y_test))
                """, """
                final = LogisticRegression()
                final.fit(X, y)
                print(accuracy_score(y_test, final.predict(X_test)))
                """, """
                X_all = pd.concat([X_train, X_test])
                y_all = pd.concat([y_train, y_test])
                model.fit(X_all, y_all)
                print(model.score(X_test, y_test))
                """, """
                model.fit(np.vstack([X_train, X_test]), np.concatenate([y_train, y_test]))
                print(accuracy_score(y_test, model.predict(X_test)))
                """})
    void aSecondScoreAfterLearningFromAllRowsIsFound(String code) {
        assertThat(CodeTester.findings(rule, IMPORTS + code)).as(code).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.fit(X, y)\n", """
                import joblib
                final = LogisticRegression().fit(X, y)
                joblib.dump(final, 'model.joblib')
                """, """
                model.fit(X, y)
                new = pd.read_csv('new.csv')
                print(accuracy_score(new['default'], model.predict(new.drop(columns='default'))))
                """, """
                model.fit(X_train, y_train)
                print(model.score(X_test, y_test), model.score(X_train, y_train))
                """, """
                model.fit(X, y)
                df['risk'] = model.predict_proba(X_test)
                """})
    void aFinalModelThatNobodyScoresIsInnocent(String code) {
        assertThat(CodeTester.findings(rule, IMPORTS + code)).as(code).isEmpty();
    }
}
