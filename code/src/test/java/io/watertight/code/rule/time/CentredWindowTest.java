package io.watertight.code.rule.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CentredWindowTest {

    private final CentredWindow rule = new CentredWindow();

    @ParameterizedTest
    @ValueSource(strings = {"""
                df['trend'] = df['close'].rolling(21, center=True).mean()
                X = df[['trend']]
                y = df['close']
                """, """
                df['noise'] = df['volume'].rolling(window=5, center=True).std()
                X = df.drop(columns='close')
                y = df['close']
                """, """
                from scipy.signal import savgol_filter
                df['smooth'] = savgol_filter(df['volume'], 11, 3)
                X = df[['smooth']]
                y = df['close']
                """, """
                from statsmodels.tsa.seasonal import seasonal_decompose
                parts = seasonal_decompose(df['volume'], period=7)
                df['trend'] = parts.trend
                X = df[['trend', 'open']]
                y = df['close']
                """, """
                from scipy.signal import butter, filtfilt
                b, a = butter(3, 0.05)
                df['smooth'] = filtfilt(b, a, df['volume'])
                X = df[['smooth']]
                y = df['close']
                """, """
                from scipy.ndimage import gaussian_filter1d
                df['smooth'] = gaussian_filter1d(df['volume'].values, sigma=3)
                X = df[['smooth', 'open']]
                y = df['close']
                """})
    void aFeatureThatSeesBothSidesIsFound(String code) {
        Prices.finds(rule, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                df['trend'] = df['close'].rolling(21).mean()
                X = df[['trend']]
                y = df['close']
                """, """
                df['close'].rolling(21, center=True).mean().plot()
                X = df[['open']]
                y = df['close']
                """, """
                from scipy.signal import lfilter
                df['smooth'] = lfilter([0.1], [1, -0.9], df['volume'])
                X = df[['smooth']]
                y = df['close']
                """, """
                from statsmodels.tsa.seasonal import seasonal_decompose
                parts = seasonal_decompose(df['close'], period=7)
                parts.plot()
                X = df[['open']]
                y = df['close']
                """, """
                df['target'] = df['close'].rolling(5, center=True).mean()
                X = df[['open']]
                y = df['target']
                """})
    void windowsThatEndAtTheRowAndLooksAtAPlotAreInnocent(String code) {
        Prices.findsNothing(rule, code);
    }

    @Test
    void aSpectrumOfEachRowIsNoNeighbour() {
        assertThat(CodeTester.findings(rule, """
                        import numpy as np
                        from sklearn.svm import SVC
                        from sklearn.model_selection import train_test_split
                        signals, labels = np.load('signals.npy'), np.load('labels.npy')
                        spectra = np.abs(np.fft.fft(signals, axis=1))
                        X_train, X_test, y_train, y_test = train_test_split(spectra, labels)
                        SVC().fit(X_train, y_train).score(X_test, y_test)
                        """)).isEmpty();
    }
}
