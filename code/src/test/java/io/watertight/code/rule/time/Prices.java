package io.watertight.code.rule.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import io.watertight.code.rule.Rule;
import io.watertight.core.check.Finding;
import java.util.List;

/** Runs rules about time on features that are made of prices. */
final class Prices {

    private static final String PRICES = """
            import numpy as np
            import pandas as pd
            import xgboost as xgb
            from sklearn.ensemble import RandomForestRegressor
            from sklearn.linear_model import Ridge
            df = pd.read_csv('prices.csv', index_col='date', parse_dates=True)
            """;

    private static final String MODEL = """
            n = int(len(X) * 0.8)
            model = Ridge().fit(X[:n], y[:n])
            print(model.score(X[n:], y[n:]))
            """;

    private Prices() {}

    /** What a rule finds where code makes features X and labels y of the frame df, and a model learns from them. */
    static List<Finding> findings(Rule rule, String code) {
        return CodeTester.findings(rule, PRICES + code + MODEL);
    }

    static void finds(Rule rule, String code) {
        assertThat(findings(rule, code)).as(code).hasSize(1);
    }

    static void findsNothing(Rule rule, String code) {
        assertThat(findings(rule, code)).as(code).isEmpty();
    }
}
