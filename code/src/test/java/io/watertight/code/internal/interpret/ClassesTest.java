package io.watertight.code.internal.interpret;

import static io.watertight.code.internal.interpret.Followed.follow;
import static io.watertight.code.value.Overlap.MUST;
import static io.watertight.code.value.Overlap.NO;

import io.watertight.code.value.InfluenceKind;
import org.junit.jupiter.api.Test;

/** Classes of the program, on their own or on top of those of a library. */
final class ClassesTest {

    @Test
    void attributesOfSelf() {
        follow("""
                class Study:
                    def __init__(self, table):
                        self.train, self.test = train_test_split(table)
                        self.model = LogisticRegression()
                    def learn(self):
                        self.model.fit(self.train[["a"]], self.train["y"])
                        return self
                    def grade(self):
                        return self.model.score(self.test[["a"]], self.test["y"])
                Study(df).learn().grade()
                """).overlaps(NO);
    }

    @Test
    void objectsAreToldApart() {
        follow("""
                class Holder:
                    def __init__(self, rows):
                        self.rows = rows
                train, test = train_test_split(df)
                one, two = Holder(train), Holder(test)
                model = LogisticRegression().fit(one.rows[["a"]], one.rows["y"])
                model.score(two.rows[["a"]], two.rows["y"])
                model.score(one.rows[["a"]], one.rows["y"])
                """).overlaps(NO, MUST);
    }

    @Test
    void inheritedMethod() {
        follow("""
                class Base:
                    def learn(self, X, y):
                        self.model = LogisticRegression().fit(X, y)
                class Study(Base):
                    pass
                study = Study()
                study.learn(df[["a"]], df["y"])
                study.model.score(df[["a"]], df["y"])
                """).overlaps(MUST);
    }

    @Test
    void methodOfTheParentByName() {
        follow("""
                class Base:
                    def __init__(self, rows):
                        self.rows = rows
                class Study(Base):
                    def __init__(self, rows):
                        super().__init__(rows)
                study = Study(df)
                LogisticRegression().fit(df[["a"]], df["y"]).score(study.rows[["a"]], df["y"])
                """).overlaps(MUST);
    }

    @Test
    void staticMethod() {
        follow("""
                class Tools:
                    @staticmethod
                    def parts(table):
                        return train_test_split(table)
                train, test = Tools.parts(df)
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void classMethodMakesAnObject() {
        follow("""
                class Study:
                    def __init__(self, rows):
                        self.rows = rows
                    @classmethod
                    def load(cls):
                        return cls(df)
                study = Study.load()
                LogisticRegression().fit(df[["a"]], df["y"]).score(study.rows[["a"]], df["y"])
                """).overlaps(MUST);
    }

    @Test
    void propertyIsCalled() {
        follow("""
                class Study:
                    @property
                    def rows(self):
                        return df
                LogisticRegression().fit(df[["a"]], df["y"]).score(Study().rows[["a"]], df["y"])
                """).overlaps(MUST);
    }

    @Test
    void fieldsOfADataClass() {
        follow("""
                from dataclasses import dataclass
                @dataclass
                class Study:
                    rows: pd.DataFrame
                    labels: pd.Series
                study = Study(df[["a"]], df["y"])
                LogisticRegression().fit(study.rows, study.labels).score(df[["a"]], df["y"])
                """).overlaps(MUST);
    }

    @Test
    void ownTransformerBeforeTheSplit() {
        follow("""
                class Centre(BaseEstimator, TransformerMixin):
                    def fit(self, X, y=None):
                        self.mean_ = X.mean()
                        return self
                    def transform(self, X):
                        return X - self.mean_
                X = Centre().fit_transform(df[["a"]])
                a, b, ya, yb = train_test_split(X, df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """)
                .overlaps(NO)
                .learnsFrom(InfluenceKind.SCALE, InfluenceKind.IMPUTE, InfluenceKind.GROUP, InfluenceKind.SUMMARY);
    }

    @Test
    void ownTransformerOfTheTrainingRows() {
        follow("""
                class Centre(BaseEstimator, TransformerMixin):
                    def fit(self, X, y=None):
                        self.mean_ = X.mean()
                        return self
                    def transform(self, X):
                        return X - self.mean_
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                centre = Centre().fit(a)
                LogisticRegression().fit(centre.transform(a), ya).score(centre.transform(b), yb)
                """).overlaps(NO).hasNoLeak();
    }

    @Test
    void ownModel() {
        follow("""
                class Mine(BaseEstimator, ClassifierMixin):
                    def fit(self, X, y):
                        self.inner_ = LogisticRegression().fit(X, y)
                        return self
                    def predict(self, X):
                        return self.inner_.predict(X)
                Mine().fit(df[["a"]], df["y"]).predict(df[["a"]])
                """).overlaps(MUST);
    }

    @Test
    void attributeSetFromOutside() {
        follow("""
                class Bag:
                    pass
                bag = Bag()
                bag.rows = df
                LogisticRegression().fit(df[["a"]], df["y"]).score(bag.rows[["a"]], df["y"])
                """).overlaps(MUST);
    }
}
