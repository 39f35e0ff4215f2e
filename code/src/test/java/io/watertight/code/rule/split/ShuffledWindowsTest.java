package io.watertight.code.rule.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffledWindowsTest {

    private static final String IMPORTS = """
            import numpy as np
            import pandas as pd
            from sklearn.linear_model import Ridge
            from sklearn.model_selection import ShuffleSplit, cross_val_score, train_test_split
            series = pd.read_csv('series.csv')['value'].values
            """;

    private final ShuffledWindows rule = new ShuffledWindows();

    @ParameterizedTest
    @ValueSource(strings = {"""
                X, y = [], []
                for i in range(len(series) - 30):
                    X.append(series[i:i + 30])
                    y.append(series[i + 30])
                X_train, X_test, y_train, y_test = train_test_split(np.array(X), np.array(y), test_size=0.2)
                Ridge().fit(X_train, y_train).score(X_test, y_test)
                """, """
                def windows(values, size):
                    return np.array([values[i - size:i] for i in range(size, len(values))]), values[size:]
                X, y = windows(series, 24)
                X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
                Ridge().fit(X_train, y_train).score(X_test, y_test)
                """, """
                X = np.lib.stride_tricks.sliding_window_view(series, 10)[:-1]
                y = series[10:]
                scores = cross_val_score(Ridge(), X, y, cv=ShuffleSplit(5))
                """, """
                frame = pd.read_csv('sensors.csv')
                X = np.array([frame.iloc[i:i + 50, 1:].values for i in range(len(frame) - 50)])
                y = frame['state'].values[50:]
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                Ridge().fit(X_train, y_train).score(X_test, y_test)
                """})
    void overlappingWindowsDealtAtRandomAreFound(String code) {
        assertThat(CodeTester.findings(rule, IMPORTS + code)).as(code).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                X, y = [], []
                for i in range(len(series) - 30):
                    X.append(series[i:i + 30])
                    y.append(series[i + 30])
                X_train, X_test, y_train, y_test = train_test_split(np.array(X), np.array(y), shuffle=False)
                Ridge().fit(X_train, y_train).score(X_test, y_test)
                """, """
                X, y = [], []
                for i in range(0, len(series) - 30, 30):
                    X.append(series[i:i + 30])
                    y.append(series[i + 30])
                X_train, X_test, y_train, y_test = train_test_split(np.array(X), np.array(y))
                Ridge().fit(X_train, y_train).score(X_test, y_test)
                """, """
                X, y = [], []
                for i in range(len(series) - 30):
                    X.append(series[i:i + 30])
                    y.append(series[i + 30])
                X, y = np.array(X), np.array(y)
                cut = int(len(X) * 0.8)
                Ridge().fit(X[:cut], y[:cut]).score(X[cut:], y[cut:])
                """, """
                X, y = pd.read_csv('x.csv').values, pd.read_csv('y.csv').values
                X_train, X_test, y_train, y_test = train_test_split(X, y)
                for i in range(10):
                    model = Ridge().fit(X_train[i * 100:(i + 1) * 100], y_train[i * 100:(i + 1) * 100])
                    print(model.score(X_test, y_test))
                """})
    void windowsInOrderAndWindowsThatDoNotOverlapAreInnocent(String code) {
        assertThat(CodeTester.findings(rule, IMPORTS + code)).as(code).isEmpty();
    }
}
