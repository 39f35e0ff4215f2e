package io.watertight.code.internal.interpret;

import static io.watertight.code.internal.interpret.Followed.follow;
import static io.watertight.code.value.Overlap.MUST;
import static io.watertight.code.value.Overlap.NO;

import io.watertight.code.value.InfluenceKind;
import org.junit.jupiter.api.Test;

/** Names, assignments and changes of objects. */
final class AliasesTest {

    @Test
    void anotherNameIsTheSameTable() {
        follow("""
                other = df
                model = LogisticRegression().fit(df[["a"]], df["y"])
                model.score(other[["a"]], other["y"])
                """).overlaps(MUST);
    }

    @Test
    void changeThroughAnotherNameIsSeen() {
        follow("""
                other = df
                other["a"] = other["a"].fillna(other["a"].mean())
                train, test = train_test_split(df)
                model = LogisticRegression().fit(train[["a"]], train["y"])
                model.score(test[["a"]], test["y"])
                """).overlaps(NO).learnsFrom(InfluenceKind.IMPUTE);
    }

    @Test
    void changeOfACopyIsNotSeen() {
        follow("""
                other = df.copy()
                other["a"] = other["a"].fillna(other["a"].mean())
                train, test = train_test_split(df)
                model = LogisticRegression().fit(train[["a"]], train["y"])
                model.score(test[["a"]], test["y"])
                """).overlaps(NO).hasNoLeak();
    }

    @Test
    void nameGivenAnewForgetsWhatItWas() {
        follow("""
                X = StandardScaler().fit_transform(df[["a"]])
                X = df[["a"]]
                a, b, ya, yb = train_test_split(X, df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO).hasNoLeak();
    }

    @Test
    void modelUnderTwoNamesIsOneModel() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                one = LogisticRegression()
                two = one
                two.fit(a, ya)
                one.score(b, yb)
                two.score(a, ya)
                """).overlaps(NO, MUST);
    }

    @Test
    void methodKeptUnderAName() {
        follow("""
                learn = LogisticRegression().fit
                model = learn(df[["a"]], df["y"])
                grade = model.score
                grade(df[["a"]], df["y"])
                """).overlaps(MUST);
    }

    @Test
    void tupleAssignmentGoesPartByPart() {
        follow("""
                X, y = df[["a"]], df["y"]
                (a, b), (ya, yb) = (X[:80], X[80:]), (y[:80], y[80:])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO);
    }

    @Test
    void swappedNames() {
        follow("""
                train, test = train_test_split(df)
                train, test = test, train
                model = LogisticRegression().fit(train[["a"]], train["y"])
                model.score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void starredTargetTakesTheRest() {
        follow("""
                first, *rest = train_test_split(df[["a"]], df["y"])
                LogisticRegression().fit(first, rest[1]).score(rest[0], rest[2])
                """).overlaps(NO);
    }

    @Test
    void deletedNameOfATableLeavesTheTable() {
        follow("""
                other = df
                del df
                LogisticRegression().fit(other[["a"]], other["y"]).score(other[["a"]], other["y"])
                """).overlaps(MUST);
    }

    @Test
    void deletedColumnIsGone() {
        follow("""
                df["scaled"] = (df["a"] - df["a"].mean()) / df["a"].std()
                del df["scaled"]
                train, test = train_test_split(df)
                LogisticRegression().fit(train.drop(columns="y"), train["y"]).score(test.drop(columns="y"), test["y"])
                """).overlaps(NO).hasNoLeak();
    }

    @Test
    void poppedTargetLeavesTheRows() {
        follow("""
                y = df.pop("y")
                a, b, ya, yb = train_test_split(df, y)
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO);
    }

    @Test
    void walrusBindsItsValue() {
        follow("""
                if (model := LogisticRegression().fit(df[["a"]], df["y"])):
                    model.score(df[["a"]], df["y"])
                """).overlaps(MUST);
    }

    @Test
    void attributeOfAColumnIsTheColumn() {
        follow("""
                df.a = df.a.fillna(df.a.mean())
                train, test = train_test_split(df)
                LogisticRegression().fit(train[["a"]], train.y).score(test[["a"]], test.y)
                """).overlaps(NO).learnsFrom(InfluenceKind.IMPUTE);
    }

    @Test
    void inPlaceMethodChangesTheTable() {
        follow("""
                df["a"].fillna(df["a"].median(), inplace=True)
                train, test = train_test_split(df)
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO).learnsFrom(InfluenceKind.IMPUTE);
    }

    @Test
    void augmentedAssignmentKeepsRowsAndStatistics() {
        follow("""
                X = df[["a"]].values
                X -= X.mean(axis=0)
                a, b, ya, yb = train_test_split(X, df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO).learnsFrom(InfluenceKind.SCALE);
    }

    @Test
    void assignmentByLocOfColumns() {
        follow("""
                df.loc[:, ["a", "b"]] = StandardScaler().fit_transform(df.loc[:, ["a", "b"]])
                train, test = train_test_split(df)
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO).learnsFrom(InfluenceKind.SCALE);
    }

    @Test
    void assignmentByIlocOfColumns() {
        follow("""
                df.iloc[:, 0:2] = StandardScaler().fit_transform(df.iloc[:, 0:2])
                train, test = train_test_split(df)
                LogisticRegression().fit(train.iloc[:, 0:2], train["y"]).score(test.iloc[:, 0:2], test["y"])
                """).overlaps(NO).learnsFrom(InfluenceKind.SCALE);
    }

    @Test
    void chainOfMethods() {
        follow("""
                X = df.drop(columns="y").pipe(lambda t: t.fillna(t.mean())).assign(c=1).rename(columns={"a": "b"})
                a, b, ya, yb = train_test_split(X, df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO).learnsFrom(InfluenceKind.IMPUTE);
    }

    @Test
    void assignedColumnOfAChain() {
        follow("""
                X = df.assign(a=lambda t: t["a"] / t["a"].max())[["a"]]
                a, b, ya, yb = train_test_split(X, df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO).learnsFrom(InfluenceKind.SCALE);
    }
}
