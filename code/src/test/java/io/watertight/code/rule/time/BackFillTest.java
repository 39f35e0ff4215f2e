package io.watertight.code.rule.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import io.watertight.core.check.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackFillTest {

    private final BackFill rule = new BackFill();

    @ParameterizedTest
    @ValueSource(strings = {"""
                df = df.bfill()
                X = df.drop(columns='close')
                y = df['close']
                """, """
                df['volume'] = df['volume'].fillna(method='bfill')
                X = df[['open', 'volume']]
                y = df['close']
                """, """
                df['volume'] = df['volume'].interpolate(limit_direction='both')
                X = df[['open', 'volume']]
                y = df['close']
                """, """
                df['mean'] = df['close'].rolling(20).mean().backfill()
                X = df[['mean']]
                y = df['close']
                """, """
                df.fillna(method='backfill', inplace=True)
                X = df.drop(columns='close')
                y = df['close']
                """})
    void aGapFilledFromLaterRowsIsFound(String code) {
        Prices.finds(rule, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                df = df.ffill()
                X = df.drop(columns='close')
                y = df['close']
                """, """
                df['volume'] = df['volume'].fillna(method='ffill')
                X = df[['open', 'volume']]
                y = df['close']
                """, """
                df['volume'] = df['volume'].interpolate(limit_direction='forward')
                X = df[['open', 'volume']]
                y = df['close']
                """, """
                df['close'].bfill().plot()
                X = df[['open']]
                y = df['close']
                """, """
                df = df.sort_values('date', ascending=False)
                df = df.bfill()
                X = df.drop(columns='close')
                y = df['close']
                """})
    void fillingForwardIsInnocent(String code) {
        Prices.findsNothing(rule, code);
    }

    @Test
    void rowsWithoutAnOrderHaveNoLater() {
        assertThat(CodeTester.findings(rule, """
                        import pandas as pd
                        from sklearn.linear_model import Ridge
                        from sklearn.model_selection import train_test_split
                        df = pd.read_csv('houses.csv').bfill()
                        train, test = train_test_split(df)
                        model = Ridge().fit(train[['size']], train['price'])
                        model.score(test[['size']], test['price'])
                        """)).isEmpty();
    }

    @Test
    void withoutLagsItIsAHintOnly() {
        assertThat(Prices.findings(rule, "df = df.bfill()\nX = df.drop(columns='close')\ny = df['close']\n"))
                .extracting(finding -> finding.confidence())
                .containsExactly(Confidence.LOW);
    }
}
