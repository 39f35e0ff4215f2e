package io.watertight.code.rule.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegativeShiftTest {

    private final NegativeShift rule = new NegativeShift();

    @ParameterizedTest
    @ValueSource(strings = {"""
                df['next_open'] = df['open'].shift(-1)
                X = df[['open', 'next_open']]
                y = df['close']
                """, """
                df['change'] = df['close'].pct_change(-5)
                X = df.drop(columns='close')
                y = df['close']
                """, """
                df['change'] = df.groupby('ticker')['volume'].diff(periods=-1)
                X = df[['open', 'change']].values
                y = df['close'].values
                """, """
                X = np.column_stack([df['open'], np.roll(df['close'].values, -1)])
                y = df['close'].values
                """, """
                df['later'] = df['close'].shift(-3)
                df['up'] = (df['later'] > df['close']).astype(int)
                X = df.drop(columns=['up'])
                y = df['up']
                """, """
                df['next'] = df['close'].shift(-1)
                df['up'] = df['close'].shift(-1) > df['close']
                X = df[['open', 'next']]
                y = df['up']
                """, """
                for step in [1, 2, 3]:
                    df[f'ahead_{step}'] = df['volume'].shift(-step)
                X = df.drop('close', axis=1)
                y = df['close']
                """})
    void aLaterRowAmongTheFeaturesIsFound(String code) {
        Prices.finds(rule, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                df['target'] = df['close'].shift(-1)
                df = df.dropna()
                X = df.drop(columns=['target'])
                y = df['target']
                """, """
                df['target'] = df['close'].shift(-1)
                features = [name for name in df.columns if name != 'target']
                X = df[features]
                y = df['target']
                """, """
                df['target'] = df['close'].pct_change().shift(-1)
                df = df[df['target'].notna()]
                X = df[['open', 'volume']]
                y = df['target']
                """, """
                labels = (df['close'].shift(-1) > df['close']).astype(int).rename('up')
                both = pd.concat([df, labels], axis=1).dropna()
                X = both.drop(columns='up')
                y = both['up']
                """, """
                df['yesterday'] = df['close'].shift(1)
                X = df[['yesterday']]
                y = df['close']
                """, """
                df['target'] = df['close'].shift(-1)
                X = df.iloc[:, :-1]
                y = df.iloc[:, -1]
                """, """
                df = df.sort_values('date', ascending=False)
                df['yesterday'] = df['close'].shift(-1)
                X = df[['yesterday', 'open']]
                y = df['close']
                """, """
                df['target'] = df['close'].shift(-1)
                y = df.pop('target')
                X = df
                """, """
                for step in [1, 2]:
                    df[f'x_{step}'] = df['close'].shift(-step)
                df['y'] = df['close'].shift(-3)
                X = df[['close', 'x_1', 'x_2']]
                y = df['y']
                """, """
                labels = df[['ticker', 'day']].assign(up=df['close'].shift(-1))
                df = df.merge(labels, on=['ticker', 'day'])
                X = df.drop(columns='up')
                y = df['up']
                """})
    void aLabelFromLaterRowsIsHowAForecastIsPosed(String code) {
        Prices.findsNothing(rule, code);
    }

    @Test
    void aFeatureThatIsOnlyPlottedIsNoLeak() {
        assertThat(CodeTester.findings(rule, """
                        import pandas as pd
                        df = pd.read_csv('prices.csv')
                        df['next'] = df['close'].shift(-1)
                        df.plot('close', 'next')
                        """)).isEmpty();
    }

    @Test
    void theFindingNamesTheColumnAndTheWayToTheModel() {
        Finding finding = Prices.findings(rule, """
                        df['next_open'] = df['open'].shift(-1)
                        X = df[['open', 'next_open']]
                        y = df['close']
                        """).get(0);
        assertThat(finding.subject().columns()).containsExactly("next_open");
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.evidence().flow())
                .extracting(step -> step.role())
                .containsExactly("source", "look-ahead", "fit");
    }
}
