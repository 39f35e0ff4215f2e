package io.watertight.code.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnColumnsFromTrainingTest {

    private static final String BEGIN = """
            import numpy as np
            import pandas as pd
            from sklearn.linear_model import LogisticRegression
            from sklearn.model_selection import train_test_split
            from sklearn.preprocessing import StandardScaler
            df = pd.read_csv("a.csv")
            """;

    private static final String END = """
            X = df.drop("label", axis=1)
            y = df["label"]
            X_train, X_test, y_train, y_test = train_test_split(X, y)
            print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
            """;

    @TempDir
    private Path folder;

    private String scaled(String code) {
        return RepairTester.mended(folder, "scaling-before-split", BEGIN + code);
    }

    @Test
    void someColumnsAreScaledBehindTheSplit() {
        String mended = scaled("""
                scaler = StandardScaler()
                df[["a", "b"]] = scaler.fit_transform(df[["a", "b"]])
                df["c"] = df["c"].str.lower()
                """ + END);

        assertThat(mended).isEqualTo(BEGIN + """
                scaler = StandardScaler()
                df["c"] = df["c"].str.lower()
                """ + END.replace("(X, y)\n", """
                (X, y)
                X_train, X_test = X_train.copy(), X_test.copy()
                X_train[["a", "b"]] = scaler.fit_transform(X_train[["a", "b"]])
                X_test[["a", "b"]] = scaler.transform(X_test[["a", "b"]])
                """));
    }

    @Test
    void columnsOfANameAreScaledByThatName() {
        String mended = scaled("""
                columns = ["a", "b"]
                df[columns] = StandardScaler().fit_transform(df[columns])
                """ + END);

        assertThat(mended).contains("""
                columns = ["a", "b"]
                X = df.drop("label", axis=1)
                """).contains("""
                standard_scaler = StandardScaler()
                X_train, X_test = X_train.copy(), X_test.copy()
                X_train[columns] = standard_scaler.fit_transform(X_train[columns])
                X_test[columns] = standard_scaler.transform(X_test[columns])
                """);
    }

    @Test
    void theTableItselfMayBeSplit() {
        String mended = scaled("""
                df[["a"]] = StandardScaler().fit_transform(df[["a"]])
                train, test = train_test_split(df)
                model = LogisticRegression().fit(train[["a"]], train["label"])
                print(model.score(test[["a"]], test["label"]))
                """);

        assertThat(mended).contains("train[[\"a\"]] = standard_scaler.fit_transform(train[[\"a\"]])");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The columns are used, or changed, before the split.
                "df[['a']] = StandardScaler().fit_transform(df[['a']])\ndf['b'] = df['a'] * 2\n",
                "df[['a']] = StandardScaler().fit_transform(df[['a']])\ndf = df[df['a'] < 3]\n",
                "df[['a']] = StandardScaler().fit_transform(df[['a']])\nprint(df.describe())\n",
                // One column is no table, and other columns are read than written.
                "df['a'] = StandardScaler().fit_transform(df['a'].values.reshape(-1, 1))\n",
                "df[['a']] = StandardScaler().fit_transform(df[['b']])\n",
                // The name of the columns means others at the split.
                "c = ['a']\ndf[c] = StandardScaler().fit_transform(df[c])\nc.append('b')\n",
                "c = ['a']\ndf[c] = StandardScaler().fit_transform(df[c])\nc = ['b']\n",
                // What it has learnt is asked for.
                "s = StandardScaler()\ndf[['a']] = s.fit_transform(df[['a']])\nprint(s.mean_)\n"
            })
    void whatIsNotSafeIsAdvisedAlone(String code) {
        assertThat(RepairTester.advice(folder, "scaling-before-split", BEGIN + code + END))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "df['Age'].fillna(value=df['Age'].median(), inplace=True)\n",
                "df['Age'] = df['Age'].fillna(df.Age.median())\n",
                "df['Age'] = df[\"Age\"].fillna(df[\"Age\"].median())\n",
                "df.Age = df['Age'].fillna(np.nanmedian(df['Age']))\n"
            })
    void aMedianIsKnownHoweverItIsAskedFor(String code) {
        assertThat(RepairTester.mended(folder, "imputation-before-split", BEGIN + code + END))
                .contains("age_fill = X_train[")
                .contains(".median()")
                .contains("X_test = X_test.fillna({");
    }
}
