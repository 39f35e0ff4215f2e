package io.watertight.code.rule.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import io.watertight.core.check.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffledTimeSplitTest {

    private static final String IMPORTS = """
            import pandas as pd
            from sklearn.linear_model import Ridge
            from sklearn.model_selection import KFold, TimeSeriesSplit, cross_val_score, train_test_split
            """;

    private final ShuffledTimeSplit rule = new ShuffledTimeSplit();

    @ParameterizedTest
    @ValueSource(strings = {"""
                df = pd.read_csv('sales.csv')
                df['yesterday'] = df['sales'].shift(1)
                X_train, X_test, y_train, y_test = train_test_split(df[['yesterday']], df['sales'], random_state=0)
                Ridge().fit(X_train, y_train).score(X_test, y_test)
                """, """
                df = pd.read_csv('load.csv', index_col='datetime', parse_dates=True)
                train, test = train_test_split(df, test_size=0.2)
                Ridge().fit(train[['wind']], train['load']).score(test[['wind']], test['load'])
                """, """
                df = pd.read_csv('prices.csv')
                df['tomorrow'] = df['close'].shift(-1)
                scores = cross_val_score(
                    Ridge(), df[['open', 'close']], df['tomorrow'], cv=KFold(5, shuffle=True, random_state=1))
                """, """
                import yfinance as yf
                df = yf.download('AAPL', start='2015-01-01')
                X_train, X_test, y_train, y_test = train_test_split(df[['Open', 'Volume']].to_numpy(), df['Close'].to_numpy())
                Ridge().fit(X_train, y_train).score(X_test, y_test)
                """, """
                df = pd.read_csv('load.csv')
                df['week'] = df['load'].rolling(7).mean()
                train = df.sample(frac=0.8, random_state=0)
                test = df.drop(train.index)
                Ridge().fit(train[['week']], train['load']).score(test[['week']], test['load'])
                """})
    void aSeriesThatIsDealtAtRandomIsFound(String code) {
        assertThat(CodeTester.findings(rule, IMPORTS + code)).as(code).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                df = pd.read_csv('sales.csv')
                df['yesterday'] = df['sales'].shift(1)
                X_train, X_test, y_train, y_test = train_test_split(df[['yesterday']], df['sales'], shuffle=False)
                Ridge().fit(X_train, y_train).score(X_test, y_test)
                """, """
                df = pd.read_csv('load.csv', index_col='datetime', parse_dates=True)
                scores = cross_val_score(Ridge(), df[['wind']], df['load'], cv=TimeSeriesSplit(5))
                """, """
                df = pd.read_csv('houses.csv', parse_dates=['sold'])
                df['year'] = df['sold'].dt.year
                df = df.sort_values('sold')
                X_train, X_test, y_train, y_test = train_test_split(df[['year', 'size']], df['price'])
                Ridge().fit(X_train, y_train).score(X_test, y_test)
                """, """
                df = pd.read_csv('houses.csv', index_col='Id', parse_dates=True)
                train, test = train_test_split(df)
                Ridge().fit(train[['size']], train['price']).score(test[['size']], test['price'])
                """, """
                df = pd.read_csv('load.csv', index_col='datetime', parse_dates=True)
                df['load'].rolling(7).mean().plot()
                train, test = df[:'2019'], df['2020':]
                Ridge().fit(train[['wind']], train['load']).score(test[['wind']], test['load'])
                """, """
                from sktime.split import temporal_train_test_split
                series = pd.read_csv('load.csv', index_col='datetime', parse_dates=True)
                y_train, y_test, X_train, X_test = temporal_train_test_split(series['load'], series[['wind']])
                Ridge().fit(X_train, y_train).score(X_test, y_test)
                """, """
                rows = []
                for name in files:
                    signal = pd.read_csv(name)['x']
                    rows.append([signal.rolling(50).mean().max(), signal.std()])
                X_train, X_test, y_train, y_test = train_test_split(rows, labels)
                Ridge().fit(X_train, y_train).score(X_test, y_test)
                """})
    void splitsByTimeAndDatedRowsThatStandAloneAreInnocent(String code) {
        assertThat(CodeTester.findings(rule, IMPORTS + code)).as(code).isEmpty();
    }

    @Test
    void blocksOfAForecastInFoldsAreANote() {
        assertThat(CodeTester.findings(rule, IMPORTS + """
                                df = pd.read_csv('sales.csv')
                                df['yesterday'] = df['sales'].shift(1)
                                print(cross_val_score(Ridge(), df[['yesterday']], df['sales'], cv=KFold(5)))
                                """))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.INFO));
    }

    @Test
    void foldsThatGoForwardInTimeAreInnocent() {
        assertThat(CodeTester.findings(rule, IMPORTS + """
                                df = pd.read_csv('sales.csv')
                                df['yesterday'] = df['sales'].shift(1)
                                print(cross_val_score(Ridge(), df[['yesterday']], df['sales'], cv=TimeSeriesSplit(5)))
                                """)).isEmpty();
    }
}
