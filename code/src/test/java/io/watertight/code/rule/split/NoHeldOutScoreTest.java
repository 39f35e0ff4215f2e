package io.watertight.code.rule.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoHeldOutScoreTest {

    private static final String IMPORTS = """
            import pandas as pd
            from sklearn.ensemble import RandomForestClassifier
            from sklearn.metrics import accuracy_score
            from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
            df = pd.read_csv('loans.csv')
            X, y = df.drop(columns='default'), df['default']
            """;

    private final NoHeldOutScore rule = new NoHeldOutScore();

    @ParameterizedTest
    @ValueSource(strings = {"RandomForestClassifier().fit(X, y).score(X, y)", """
                model = RandomForestClassifier().fit(X, y)
                print(accuracy_score(y, model.predict(X)))
                """, """
                for depth in [2, 4, 8]:
                    model = RandomForestClassifier(max_depth=depth)
                    model.fit(X.values, y)
                    print(model.score(X.values, y))
                """, """
                from sklearn.pipeline import make_pipeline
                from sklearn.preprocessing import StandardScaler
                model = make_pipeline(StandardScaler(), RandomForestClassifier())
                model.fit(X, y)
                predicted = model.predict(X)
                print(accuracy_score(y, predicted))
                """})
    void scoresOnTrainingRowsAloneAreFound(String code) {
        assertThat(CodeTester.findings(rule, IMPORTS + code)).as(code).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                model = RandomForestClassifier().fit(X, y)
                print(model.score(X, y), cross_val_score(model, X, y))
                """, """
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                RandomForestClassifier().fit(X_train, y_train).score(X_train, y_train)
                """, """
                new = pd.read_csv('new.csv')
                model = RandomForestClassifier().fit(X, y)
                print(model.score(X, y))
                new['risk'] = model.predict(new)
                """, """
                model = RandomForestClassifier().fit(X, y)
                df['fitted'] = model.predict(X)
                df.plot('age', 'fitted')
                """, """
                search = GridSearchCV(RandomForestClassifier(), {'max_depth': [2, 4]}).fit(X, y)
                print(search.score(X, y))
                """})
    void anyLookAtOtherRowsIsInnocent(String code) {
        assertThat(CodeTester.findings(rule, IMPORTS + code)).as(code).isEmpty();
    }
}
