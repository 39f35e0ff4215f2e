package io.watertight.code.rule.time;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexAheadTest {

    private final IndexAhead rule = new IndexAhead();

    @ParameterizedTest
    @ValueSource(strings = {"""
                opens = df['open'].values
                X, y = [], []
                for i in range(len(df) - 1):
                    X.append([opens[i], opens[i + 1]])
                    y.append(df['close'].values[i])
                X, y = np.array(X), np.array(y)
                """, """
                volumes = df['volume'].to_numpy()
                df['next'] = [volumes[i + 1] for i in range(len(volumes) - 1)] + [0]
                X = df[['open', 'next']]
                y = df['close']
                """, """
                rows = []
                for t in range(len(df) - 5):
                    rows.append(df['volume'].iloc[t + 5] - df['volume'].iloc[t])
                X = np.array(rows).reshape(-1, 1)
                y = df['close'].values[:-5]
                """, """
                closes = df['close'].values
                X, y = [], []
                for i in range(len(closes) - 3):
                    X.append([closes[i], closes[i + 1], closes[i + 2]])
                    y.append(closes[i + 2])
                X, y = np.array(X), np.array(y)
                """})
    void aLaterElementAmongTheFeaturesIsFound(String code) {
        assertOneLine(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                closes = df['close'].values
                X, y = [], []
                for i in range(len(closes) - 30):
                    X.append(closes[i:i + 30])
                    y.append(closes[i + 30])
                X, y = np.array(X), np.array(y)
                """, """
                closes = df['close'].values
                X, y = [], []
                for i in range(len(closes) - 2):
                    X.append([closes[i], closes[i + 1]])
                    y.append(closes[i + 2])
                X, y = np.array(X), np.array(y)
                """, """
                opens = df['open'].values
                X = np.array([[opens[i], opens[i - 1]] for i in range(1, len(opens))])
                y = df['close'].values[1:]
                """, """
                closes = df['close'].values
                y = np.array([closes[i + 1] for i in range(len(closes) - 1)])
                X = df[['open']].values[:-1]
                """, """
                for i in range(len(df) - 1):
                    print(df['close'].iloc[i + 1] - df['close'].iloc[i])
                X = df[['open']]
                y = df['close']
                """})
    void windowsBeforeTheLabelAreInnocent(String code) {
        Prices.findsNothing(rule, code);
    }

    private void assertOneLine(String code) {
        org.assertj.core.api.Assertions.assertThat(Prices.findings(rule, code))
                .as(code)
                .isNotEmpty();
    }
}
