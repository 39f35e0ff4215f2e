package io.watertight.code.rule.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import io.watertight.core.check.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupIgnoredTest {

    private static final String IMPORTS = """
            import pandas as pd
            from sklearn.linear_model import LogisticRegression
            from sklearn.model_selection import GroupKFold, GroupShuffleSplit, KFold, cross_val_score, train_test_split
            df = pd.read_csv('visits.csv')
            """;

    private static final String SPLIT = """
            X_train, X_test, y_train, y_test = train_test_split(df[features], df['outcome'])
            LogisticRegression().fit(X_train, y_train).score(X_test, y_test)
            """;

    private final GroupIgnored rule = new GroupIgnored();

    @ParameterizedTest
    @ValueSource(strings = {"""
                df['mean_dose'] = df.groupby('patient_id')['dose'].transform('mean')
                features = ['mean_dose', 'age']
                """, """
                df['visit'] = df.groupby('subject')['date'].rank()
                features = ['visit']
                """, """
                df['before'] = df.groupby('customerId')['amount'].shift(1)
                features = ['before', 'amount']
                """, """
                print(df.groupby('Speaker').size())
                features = ['pitch', 'energy']
                """})
    void severalRowsOfOnePersonDealtOneByOneAreFound(String code) {
        assertThat(CodeTester.findings(rule, IMPORTS + code + SPLIT)).as(code).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"features = ['age', 'dose']\n", """
                df = df.groupby('patient_id').mean().reset_index()
                features = ['age', 'dose']
                """, """
                df['mean_price'] = df.groupby('city')['price'].transform('mean')
                features = ['mean_price']
                """, """
                df.groupby('user_id').size().hist()
                features = ['age']
                """})
    void oneRowAPersonAndGroupsOfNobodyAreInnocent(String code) {
        assertThat(CodeTester.findings(rule, IMPORTS + code + SPLIT)).as(code).isEmpty();
    }

    @Test
    void theNameOfAPatientAmongTheFeaturesIsANote() {
        assertThat(CodeTester.findings(rule, IMPORTS + "features = ['patient_id', 'age']\n" + SPLIT))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.INFO));
    }

    @Test
    void groupsThatTheSplitterIgnoresAreFound() {
        assertThat(CodeTester.findings(rule, IMPORTS + """
                                scores = cross_val_score(
                                    LogisticRegression(), df[['age']], df['outcome'], groups=df['patient'], cv=KFold(5))
                                """))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void groupsThatTheSplitterHeedsAreInnocent() {
        assertThat(CodeTester.findings(rule, IMPORTS + """
                                df['mean_dose'] = df.groupby('patient')['dose'].transform('mean')
                                scores = cross_val_score(
                                    LogisticRegression(), df[['mean_dose']], df['outcome'], groups=df['patient'], cv=GroupKFold(5))
                                for train, test in GroupShuffleSplit(3).split(df, groups=df['patient']):
                                    model = LogisticRegression().fit(df.iloc[train][['age']], df.iloc[train]['outcome'])
                                    model.score(df.iloc[test][['age']], df.iloc[test]['outcome'])
                                """)).isEmpty();
    }
}
