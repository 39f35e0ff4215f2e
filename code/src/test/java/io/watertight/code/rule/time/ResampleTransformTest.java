package io.watertight.code.rule.time;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResampleTransformTest {

    private final ResampleTransform rule = new ResampleTransform();

    @ParameterizedTest
    @ValueSource(strings = {"""
                df['week_mean'] = df['volume'].resample('W').transform('mean')
                X = df[['open', 'week_mean']]
                y = df['close']
                """, """
                df['day_high'] = df.resample('D')['high'].transform('max')
                X = df.drop(columns='close')
                y = df['close']
                """, """
                df['month_share'] = df['volume'] / df['volume'].resample('M').transform('sum')
                X = df[['month_share']]
                y = df['close']
                """, """
                weekly = df['volume'].resample('W')
                df['spread'] = weekly.transform(lambda week: week.max() - week.min())
                X = df[['spread', 'open']]
                y = df['close']
                """})
    void aStatisticOfThePeriodAroundARowIsFound(String code) {
        Prices.finds(rule, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                weekly = df.resample('W').mean()
                X = weekly[['open']]
                y = weekly['close']
                """, """
                df['week_mean'] = df['volume'].rolling('7D').mean()
                X = df[['open', 'week_mean']]
                y = df['close']
                """, """
                df['target'] = df['volume'].resample('W').transform('mean')
                X = df[['open']]
                y = df['target']
                """, """
                df['volume'].resample('W').transform('mean').plot()
                X = df[['open']]
                y = df['close']
                """})
    void periodsThatHaveEndedAreInnocent(String code) {
        Prices.findsNothing(rule, code);
    }
}
