package io.watertight.code.rule.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalFromLaterRowsTest {

    private static final String BEGIN = """
            import numpy as np
            import pandas as pd
            df = pd.read_csv('prices.csv', index_col='date', parse_dates=True)
            """;

    private final SignalFromLaterRows rule = new SignalFromLaterRows();

    @ParameterizedTest
    @ValueSource(strings = {"""
                df['signal'] = np.sign(df['close'].pct_change().shift(-1))
                df['strategy'] = df['signal'] * df['close'].pct_change()
                """, """
                df['smooth'] = df['close'].rolling(21, center=True).mean()
                df['position'] = np.where(df['close'] < df['smooth'], 1, -1)
                df['strategy'] = df['position'].shift(1) * df['close'].pct_change()
                """, """
                df['mood'] = df['mood'].bfill()
                df['position'] = np.where(df['mood'] > 0, 1, -1)
                df['strategy'] = df['position'].shift(1) * df['close'].pct_change()
                """, """
                news = pd.read_csv('news.csv', parse_dates=['time'])
                df = pd.merge_asof(df, news[['time', 'score']], on='time', direction='forward')
                df['position'] = np.where(df['score'] > 0, 1, -1)
                df['strategy'] = df['position'].shift(1) * df['close'].pct_change()
                """, """
                from freqtrade.strategy import IStrategy

                class Follower(IStrategy):
                    def populate_indicators(self, dataframe, metadata):
                        dataframe['mean'] = dataframe['close'].rolling(20).mean()
                        dataframe['next'] = dataframe['close'].shift(-1)
                        return dataframe

                    def populate_entry_trend(self, dataframe, metadata):
                        dataframe.loc[(dataframe['mean'] < dataframe['close']) & (dataframe['next'] > dataframe['close']), 'enter_long'] = 1
                        return dataframe
                """, """
                from freqtrade.strategy import IStrategy

                class Follower(IStrategy):
                    def populate_indicators(self, dataframe, metadata):
                        dataframe['mean'] = dataframe['close'].rolling(20).mean()
                        last = dataframe['close'].iloc[-1]
                        return dataframe

                    def populate_entry_trend(self, dataframe, metadata):
                        dataframe.loc[(dataframe['mean'] < dataframe['close']) & (dataframe['close'] < dataframe['close'].iloc[-1]), 'enter_long'] = 1
                        return dataframe
                """, """
                import backtrader as bt
                class Rising(bt.Strategy):
                    def __init__(self):
                        self.dataclose = self.datas[0].close
                    def next(self):
                        if self.dataclose[1] > self.dataclose[0]:
                            self.buy()
                """, """
                import vectorbt as vbt
                entries = df['close'].shift(-1) > df['close']
                portfolio = vbt.Portfolio.from_signals(df['close'], entries, ~entries)
                """, """
                from backtesting import Strategy
                def centred(values, n):
                    return pd.Series(values).rolling(n, center=True).mean()
                class Cross(Strategy):
                    def init(self):
                        self.mean = self.I(centred, self.data.Close, 10)
                """, """
                for i in range(1, len(df) - 1):
                    if df['close'].iloc[i + 1] > df['close'].iloc[i]:
                        shares = cash / df['close'].iloc[i]
                """})
    void aDecisionByALaterRowIsFound(String code) {
        assertThat(CodeTester.findings(rule, BEGIN + code)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                df['target'] = (df['close'].shift(-1) > df['close']).astype(int)
                df['future'] = df['close'].shift(-5) / df['close'] - 1
                df['future'].hist()
                """, """
                df['next_ret'] = df['close'].pct_change().shift(-1)
                df['position'] = np.where(df['close'] > df['close'].rolling(20).mean(), 1, -1)
                df['strategy'] = df['position'] * df['next_ret']
                """, """
                df['ret'] = df['close'].pct_change().shift(-1)
                df['label'] = np.where(df['ret'] > 0, 1, -1)
                best = (df['label'] * df['ret']).cumsum()
                """, """
                df = df.bfill()
                df['position'] = np.where(df['close'] > df['close'].rolling(20).mean(), 1, -1)
                df['strategy'] = df['position'].shift(1) * df['close'].pct_change()
                """, """
                df['trend'] = df['close'].rolling(21, center=True).mean()
                df[['close', 'trend']].plot()
                """, """
                from freqtrade.strategy import IStrategy

                class Follower(IStrategy):
                    def populate_indicators(self, dataframe, metadata):
                        dataframe['mean'] = dataframe['close'].rolling(20).mean()
                        print(dataframe['close'].iloc[-1])
                        return dataframe

                    def populate_entry_trend(self, dataframe, metadata):
                        dataframe.loc[(dataframe['mean'] < dataframe['close']) & (dataframe['close'].shift(1) < dataframe['close']), 'enter_long'] = 1
                        return dataframe
                """, """
                import backtrader as bt
                class Rising(bt.Strategy):
                    def __init__(self):
                        self.dataclose = self.datas[0].close
                    def next(self):
                        if self.dataclose[-1] > self.dataclose[0]:
                            self.buy()
                """, """
                import vectorbt as vbt
                entries = df['close'].shift(1) > df['close']
                portfolio = vbt.Portfolio.from_signals(df['close'], entries, ~entries)
                """, """
                from backtesting import Strategy
                def trailing(values, n):
                    return pd.Series(values).rolling(n).mean()
                class Cross(Strategy):
                    def init(self):
                        self.mean = self.I(trailing, self.data.Close, 10)
                """, """
                for i in range(1, len(df) - 1):
                    if df['close'].iloc[i] > df['close'].iloc[i - 1] and cash > 0:
                        shares = cash / df['open'].iloc[i + 1]
                        cash = 0
                """, """
                labels = []
                for i in range(len(df) - 1):
                    if df['close'].iloc[i + 1] > df['close'].iloc[i]:
                        labels.append(1)
                """, """
                last = df['close'].iloc[-1]
                if last > df['close'].rolling(20).mean().iloc[-1]:
                    buy()
                """})
    void aDecisionByWhatIsKnownIsNoLeak(String code) {
        assertThat(CodeTester.findings(rule, BEGIN + code)).isEmpty();
    }

    @Test
    void theFindingIsWhereTheLaterRowIsRead() {
        List<Integer> lines = CodeTester.lines(rule, BEGIN + """
                        later = df['close'].shift(-1)
                        df['signal'] = np.where(later > df['close'], 1, 0)
                        df['strategy'] = df['signal'] * df['close'].pct_change()
                        """);
        assertThat(lines).containsExactly(4);
    }
}
