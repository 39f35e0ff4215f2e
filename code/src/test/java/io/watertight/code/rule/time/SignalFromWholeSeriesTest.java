package io.watertight.code.rule.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalFromWholeSeriesTest {

    private static final String BEGIN = """
            import numpy as np
            import pandas as pd
            df = pd.read_csv('prices.csv', index_col='date', parse_dates=True)
            """;

    private final SignalFromWholeSeries rule = new SignalFromWholeSeries();

    @ParameterizedTest
    @ValueSource(strings = {"""
                spread = df['a'] - df['b']
                score = (spread - spread.mean()) / spread.std()
                position = pd.Series(0, index=df.index)
                position[score > 2] = -1
                pnl = position.shift(1) * spread.diff()
                """, """
                df['momentum'] = df['close'].pct_change(20)
                high = df['momentum'].quantile(0.8)
                df['signal'] = 0
                df.loc[df['momentum'] > high, 'signal'] = 1
                df['strategy'] = df['signal'].shift(1) * df['close'].pct_change()
                """, """
                low, high = df['close'].min(), df['close'].max()
                df['scaled'] = (df['close'] - low) / (high - low)
                df['position'] = np.where(df['scaled'] < 0.2, 1, 0)
                df['equity'] = (1 + df['position'].shift(1) * df['close'].pct_change()).cumprod()
                """, """
                from freqtrade.strategy import IStrategy

                class Follower(IStrategy):
                    def populate_indicators(self, dataframe, metadata):
                        dataframe['mean'] = dataframe['close'].rolling(20).mean()
                        dataframe['top'] = dataframe['close'].max()
                        return dataframe

                    def populate_entry_trend(self, dataframe, metadata):
                        dataframe.loc[(dataframe['mean'] < dataframe['close']) & (dataframe['close'] < 0.9 * dataframe['top']), 'enter_long'] = 1
                        return dataframe
                """, """
                from sklearn.preprocessing import MinMaxScaler
                df['scaled'] = MinMaxScaler().fit_transform(df[['close']])
                df['position'] = np.where(df['scaled'] < 0.2, 1, 0)
                df['strategy'] = df['position'].shift(1) * df['close'].pct_change()
                """})
    void aStatisticOfTheWholeSeriesInADecisionIsFound(String code) {
        assertThat(CodeTester.findings(rule, BEGIN + code)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                spread = df['a'] - df['b']
                score = (spread - spread.rolling(60).mean()) / spread.rolling(60).std()
                position = pd.Series(0, index=df.index)
                position[score > 2] = -1
                pnl = position.shift(1) * spread.diff()
                """, """
                train, test = df[:'2015'], df['2016':].copy()
                mean = train['close'].mean()
                test['position'] = np.where(test['close'] < mean, 1, 0)
                test['strategy'] = test['position'].shift(1) * test['close'].pct_change()
                """, """
                df['position'] = np.where(df['close'] > df['close'].expanding().max().shift(1), 1, 0)
                df['strategy'] = df['position'].shift(1) * df['close'].pct_change()
                print(df['strategy'].mean() / df['strategy'].std(), df['close'].max())
                """, """
                from freqtrade.strategy import IStrategy

                class Follower(IStrategy):
                    def populate_indicators(self, dataframe, metadata):
                        dataframe['mean'] = dataframe['close'].rolling(20).mean()
                        print(dataframe['close'].max())
                        return dataframe

                    def populate_entry_trend(self, dataframe, metadata):
                        dataframe.loc[(dataframe['mean'] < dataframe['close']) & (dataframe['close'] < 100), 'enter_long'] = 1
                        return dataframe
                """, """
                returns = df.pct_change()
                momentum = df.rolling(60).mean()
                weights = (momentum > 0).astype(float)
                weights = weights.div(weights.sum(axis=1), axis=0)
                portfolio = (weights.shift(1) * returns).sum(axis=1)
                """, """
                df['score'] = (df['close'] - df['close'].mean()) / df['close'].std()
                df['score'].plot()
                """})
    void aStatisticOfThePastOrToLookAtIsNoLeak(String code) {
        assertThat(CodeTester.findings(rule, BEGIN + code)).isEmpty();
    }

    @Test
    void theFindingIsWhereTheStatisticIsTaken() {
        List<Integer> lines = CodeTester.lines(rule, BEGIN + """
                        mean = df['close'].mean()
                        df['signal'] = np.where(mean > df['close'], 1, 0)
                        df['strategy'] = df['signal'].shift(1) * df['close'].pct_change()
                        """);
        assertThat(lines).containsExactly(4);
    }
}
