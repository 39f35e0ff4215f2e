package io.watertight.code.rule.time;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FutureMergeTest {

    private final FutureMerge rule = new FutureMerge();

    @ParameterizedTest
    @ValueSource(strings = {"""
                news = pd.read_csv('news.csv')
                df = pd.merge_asof(df, news, on='time', direction='forward')
                X = df.drop(columns='close')
                y = df['close']
                """, """
                news = pd.read_csv('news.csv')
                df = pd.merge_asof(df, news, on='time', direction='nearest')
                X = df[['open', 'sentiment']]
                y = df['close']
                """, """
                quotes = pd.read_parquet('quotes.parquet')
                merged = pd.merge_asof(df, quotes[['time', 'bid']], on='time', by='ticker', direction='nearest')
                y = merged.pop('close')
                X = merged
                """, """
                import polars as pl
                trades = pl.read_csv('trades.csv')
                quotes = pl.read_csv('quotes.csv')
                trades = trades.join_asof(quotes, on='time', strategy='forward')
                X = trades.drop('close')
                y = trades['close']
                """})
    void aLaterRecordIsFound(String code) {
        Prices.finds(rule, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                news = pd.read_csv('news.csv')
                df = pd.merge_asof(df, news, on='time', direction='backward')
                X = df.drop(columns='close')
                y = df['close']
                """, """
                news = pd.read_csv('news.csv')
                df = pd.merge_asof(df, news, on='time')
                X = df.drop(columns='close')
                y = df['close']
                """, """
                outcomes = pd.read_csv('outcomes.csv')[['time', 'outcome']]
                df = pd.merge_asof(df, outcomes, on='time', direction='forward')
                X = df[['open', 'volume']]
                y = df['outcome']
                """, """
                stations = pd.read_csv('stations.csv')
                shown = pd.merge_asof(df, stations, on='time', direction='nearest')
                print(shown.head())
                X = df[['open']]
                y = df['close']
                """})
    void earlierRecordsAndLaterOutcomesAreInnocent(String code) {
        Prices.findsNothing(rule, code);
    }
}
