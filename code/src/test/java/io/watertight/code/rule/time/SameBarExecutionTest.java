package io.watertight.code.rule.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameBarExecutionTest {

    private static final String BEGIN = """
            import numpy as np
            import pandas as pd
            df = pd.read_csv('prices.csv', index_col='date', parse_dates=True)
            """;

    private final SameBarExecution rule = new SameBarExecution();

    @ParameterizedTest
    @ValueSource(strings = {"""
                df['ret'] = df['close'].pct_change()
                df['signal'] = np.where(df['close'].rolling(5).mean() > df['close'].rolling(20).mean(), 1, 0)
                df['strategy'] = df['signal'] * df['ret']
                """, """
                df['position'] = 0
                df.loc[df['close'] < df['close'].rolling(20).min().shift(1), 'position'] = 1
                df['log_ret'] = np.log(df['close'] / df['close'].shift(1))
                equity = (df['position'] * df['log_ret']).cumsum()
                """, """
                def signal(row):
                    return 1 if row['close'] > row['mean'] else -1
                df['mean'] = df['close'].ewm(span=10).mean()
                df['signal'] = df.apply(signal, axis=1)
                df['profit'] = df['signal'] * df['close'].diff()
                """, """
                df['ret'] = df['close'].pct_change()
                df['strategy'] = np.where(df['close'] > df['close'].rolling(100).mean(), df['ret'], 0)
                print((1 + df['strategy']).cumprod())
                """, """
                returns = df.pct_change()
                weights = (df / df.shift(126) - 1).rank(axis=1)
                portfolio = (weights * returns).sum(axis=1)
                """, """
                returns = df['close'].pct_change()
                position = np.sign(returns.rolling(3).mean())
                equity = (1 + position.mul(returns)).cumprod()
                """, """
                from sklearn.linear_model import LogisticRegression
                df['ret'] = df['close'].pct_change()
                df['up'] = df['ret'].shift(-1) > 0
                train, test = df[:500].copy(), df[500:].copy()
                model = LogisticRegression().fit(train[['ret']], train['up'])
                test['position'] = model.predict(test[['ret']])
                test['strategy'] = test['position'] * test['ret']
                """})
    void aPositionThatIsKnownAtTheEndOfItsReturnIsFound(String code) {
        assertThat(CodeTester.findings(rule, BEGIN + code)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                df['ret'] = df['close'].pct_change()
                df['signal'] = np.where(df['close'] > df['close'].rolling(20).mean(), 1, 0)
                df['strategy'] = df['signal'].shift(1) * df['ret']
                """, """
                df['signal'] = np.where(df['close'] > df['close'].rolling(20).mean(), 1, 0)
                df['signal'] = df['signal'].shift()
                df['strategy'] = df['signal'] * df['close'].pct_change()
                """, """
                df['signal'] = np.where(df['close'] > df['close'].rolling(20).mean(), 1, 0)
                df['next_ret'] = df['close'].shift(-1) / df['close'] - 1
                df['strategy'] = df['signal'] * df['next_ret']
                """, """
                delta = df['close'].diff()
                gain = (delta > 0) * delta
                loss = (delta < 0) * -delta
                df['strength'] = gain.ewm(14).mean() / loss.ewm(14).mean()
                rises = gain.cumsum()
                """, """
                df['ret'] = df['close'].pct_change()
                df['rising'] = (df['close'] > df['open']).astype(int)
                df['feature'] = df['rising'] * df['ret']
                print(df.corr())
                """, """
                df['ret'] = df['close'].pct_change()
                df['signal'] = np.where(df.index.dayofweek == 0, 1, 0)
                df['strategy'] = df['signal'] * df['ret']
                """, """
                from sklearn.linear_model import LogisticRegression
                df['ret'] = df['close'].pct_change()
                columns = []
                for lag in range(1, 6):
                    df[f'lag_{lag}'] = df['ret'].shift(lag)
                    columns.append(f'lag_{lag}')
                train, test = df[:500].copy(), df[500:].copy()
                model = LogisticRegression().fit(train[columns], np.sign(train['ret']))
                test['position'] = model.predict(test[columns])
                test['strategy'] = test['position'] * test['ret']
                """, """
                df['gap'] = df['open'] / df['close'].shift(1) - 1
                df['position'] = np.where(df['gap'] < -0.01, 1, 0)
                df['strategy'] = df['position'] * (df['close'] / df['open'] - 1)
                """, """
                position = (df['close'] > df['close'].rolling(20).mean()).astype(int)
                df['holdings'] = position * df['close']
                df['cash'] = 1000 - (position.diff() * df['close']).cumsum()
                df['portfolio'] = df['cash'] + df['holdings']
                """, """
                df['ret'] = df['close'].pct_change()
                df['position'] = (df['close'] > df['close'].rolling(20).mean()).astype(int).shift(1)
                df['strategy'] = df['position'] * df['ret']
                df['after_cost'] = np.where(df['position'].diff() != 0, df['strategy'] - 0.001, df['strategy'])
                equity = df['after_cost'].cumsum()
                """, """
                returns = df.pct_change()
                portfolio = (returns * np.array([0.2, 0.8])).sum(axis=1)
                print((1 + portfolio).cumprod())
                """, """
                closes = df['close'].values
                returns = closes[1:] / closes[:-1] - 1
                signal = np.where(closes > 100, 1, 0)
                strategy = signal[:-1] * returns
                """})
    void aPositionThatIsKnownBeforeItsReturnIsNoLeak(String code) {
        assertThat(CodeTester.findings(rule, BEGIN + code)).isEmpty();
    }

    @Test
    void theFindingIsSureWhereColumnsHaveNames() {
        Finding finding = CodeTester.findings(rule, BEGIN + """
                        df['position'] = np.where(df['close'] > df['close'].rolling(20).mean(), 1, 0)
                        df['strategy'] = df['position'] * df['close'].pct_change()
                        """).get(0);
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.subject().columns()).containsExactly("close");
        assertThat(finding.subject().place().orElseThrow().line()).isEqualTo(5);
    }
}
