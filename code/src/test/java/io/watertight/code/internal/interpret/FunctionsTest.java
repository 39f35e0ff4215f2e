package io.watertight.code.internal.interpret;

import static io.watertight.code.internal.interpret.Followed.follow;
import static io.watertight.code.value.Overlap.MAY;
import static io.watertight.code.value.Overlap.MUST;
import static io.watertight.code.value.Overlap.NO;

import io.watertight.code.value.InfluenceKind;
import org.junit.jupiter.api.Test;

/** Functions of the program, lambdas included. */
final class FunctionsTest {

    @Test
    void splitInAFunction() {
        follow("""
                def parts(table):
                    return train_test_split(table[["a"]], table["y"])
                a, b, ya, yb = parts(df)
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO);
    }

    @Test
    void scalerInAFunction() {
        follow("""
                def scaled(table):
                    scaler = StandardScaler()
                    return scaler.fit_transform(table)
                a, b, ya, yb = train_test_split(scaled(df[["a"]]), df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO).learnsFrom(InfluenceKind.SCALE);
    }

    @Test
    void fitAndScoreInAFunction() {
        follow("""
                def grade(model, train, labels, test, truth):
                    model.fit(train, labels)
                    return model.score(test, truth)
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                grade(LogisticRegression(), a, ya, b, yb)
                """).overlaps(NO);
    }

    @Test
    void argumentsByNameAndDefaults() {
        follow("""
                def grade(rows, labels, model=LogisticRegression()):
                    return model.fit(rows, labels).score(rows, labels)
                grade(labels=df["y"], rows=df[["a"]])
                """).overlaps(MUST);
    }

    @Test
    void globalNameOfANestedFunctionIsTheModules() {
        follow("""
                parts = None
                def outer():
                    parts = "mine"
                    def inner():
                        global parts
                        parts = train_test_split(df[["a"]], df["y"])
                    inner()
                outer()
                a, b, ya, yb = parts
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO);
    }

    @Test
    void nonlocalNameIsTheFunctionsAround() {
        follow("""
                train = df
                def outer():
                    train = df
                    def middle():
                        def inner():
                            nonlocal train
                            train = df[df["a"] > 1]
                        inner()
                    middle()
                    return train
                LogisticRegression().fit(outer()[["b"]], outer()["y"]).score(
                    df.loc[df["a"] <= 1, ["b"]], df.loc[df["a"] <= 1, "y"])
                LogisticRegression().fit(train[["b"]], train["y"]).score(df[["b"]], df["y"])
                """).overlaps(NO, MUST);
    }

    @Test
    void callsAreToldApart() {
        follow("""
                def grade(train, test):
                    return LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                train, test = train_test_split(df)
                grade(train, test)
                grade(df, df)
                """).overlaps(NO, MUST);
    }

    @Test
    void starredParameters() {
        follow("""
                def grade(*parts, **settings):
                    return settings["model"].fit(parts[0], parts[2]).score(parts[1], parts[3])
                grade(*train_test_split(df[["a"]], df["y"]), model=LogisticRegression())
                """).overlaps(NO);
    }

    @Test
    void earlyReturnJoinsWithTheLastOne() {
        follow("""
                def chosen(table):
                    if unknown:
                        return table
                    return pd.read_csv("other.csv")
                rows = chosen(df)
                LogisticRegression().fit(df[["a"]], df["y"]).score(rows[["a"]], rows["y"])
                """).overlaps(MAY);
    }

    @Test
    void closureSeesTheNamesAroundIt() {
        follow("""
                def outer():
                    rows = df
                    def inner():
                        return rows
                    return inner()
                LogisticRegression().fit(df[["a"]], df["y"]).score(outer()[["a"]], df["y"])
                """).overlaps(MUST);
    }

    @Test
    void globalIsSet() {
        follow("""
                def learn():
                    global model
                    model = LogisticRegression().fit(df[["a"]], df["y"])
                learn()
                model.score(df[["a"]], df["y"])
                """).overlaps(MUST);
    }

    @Test
    void tableChangedInAFunction() {
        follow("""
                def fill(table):
                    table["a"] = table["a"].fillna(table["a"].mean())
                fill(df)
                train, test = train_test_split(df)
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO).learnsFrom(InfluenceKind.IMPUTE);
    }

    @Test
    void recursionEnds() {
        follow("""
                def walk(depth, rows):
                    if depth == 0:
                        return rows
                    return walk(depth - 1, rows)
                rows = walk(1000, df)
                LogisticRegression().fit(df[["a"]], df["y"]).score(rows[["a"]], rows["y"])
                """).overlaps(MUST);
    }

    @Test
    void functionsThatCallEachOtherEnd() {
        follow("""
                def even(n):
                    return odd(n - 1)
                def odd(n):
                    return even(n - 1)
                even(unknown)
                LogisticRegression().fit(df[["a"]], df["y"]).score(df[["a"]], df["y"])
                """).overlaps(MUST);
    }

    @Test
    void lambdaIsFollowed() {
        follow("""
                scaled = lambda table: (table - table.min()) / (table.max() - table.min())
                a, b, ya, yb = train_test_split(scaled(df[["a"]]), df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO).learnsFrom(InfluenceKind.SCALE);
    }

    @Test
    void rowWiseFunctionReadsItsRowOnly() {
        follow("""
                df["c"] = df.apply(lambda row: row["a"] / row["b"], axis=1)
                train, test = train_test_split(df)
                LogisticRegression().fit(train[["c"]], train["y"]).score(test[["c"]], test["y"])
                """).overlaps(NO).hasNoLeak();
    }

    @Test
    void rowWiseFunctionThatClosesOverAStatistic() {
        follow("""
                top = df["a"].max()
                df["c"] = df["a"].apply(lambda value: value / top)
                train, test = train_test_split(df)
                LogisticRegression().fit(train[["c"]], train["y"]).score(test[["c"]], test["y"])
                """).overlaps(NO).learnsFrom(InfluenceKind.SCALE, InfluenceKind.GROUP);
    }

    @Test
    void namedFunctionAppliedToAColumn() {
        follow("""
                middle = df["a"].mean()
                def filled(value):
                    return middle if pd.isnull(value) else value
                df["a"] = df["a"].apply(filled)
                train, test = train_test_split(df)
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO).learnsFrom(InfluenceKind.IMPUTE, InfluenceKind.GROUP, InfluenceKind.SCALE);
    }

    @Test
    void decoratedFunctionIsFollowed() {
        follow("""
                @functools.lru_cache
                def load():
                    return df
                rows = load()
                LogisticRegression().fit(df[["a"]], df["y"]).score(rows[["a"]], rows["y"])
                """).overlaps(MUST);
    }

    @Test
    void generatorYieldsItsRows() {
        follow("""
                def folds(X):
                    for train, test in KFold(3).split(X):
                        yield X.iloc[train], X.iloc[test]
                for train, test in folds(df):
                    LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void mainGuardIsFollowed() {
        follow("""
                def main():
                    LogisticRegression().fit(df[["a"]], df["y"]).score(df[["a"]], df["y"])
                if __name__ == "__main__":
                    main()
                """).overlaps(MUST);
    }

    @Test
    void functionThatNobodyCallsIsFollowed() {
        follow("""
                def unused(rows, labels):
                    model = LogisticRegression().fit(rows, labels)
                    return model.score(rows, labels)
                """).overlaps(MUST);
    }

    @Test
    void pipedFunction() {
        follow("""
                def fill(table):
                    return table.fillna(table.mean())
                train, test = train_test_split(df.pipe(fill))
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO).learnsFrom(InfluenceKind.IMPUTE);
    }

    @Test
    void splitWithArgumentsGivenBefore() {
        follow("""
                from functools import partial
                parts = partial(train_test_split, test_size=0.2)
                a, b, ya, yb = parts(df[["a"]], df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO);
    }

    @Test
    void branchForAMissingTestPart() {
        follow("""
                def prepared(train, test=None):
                    scaler = StandardScaler().fit(train)
                    if test is None:
                        return train
                    return scaler.transform(train), scaler.transform(test)
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                a, b = prepared(a, b)
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO);
    }

    @Test
    void branchForAPartThatIsThere() {
        follow("""
                def parts(rows, labels):
                    if labels is not None:
                        return train_test_split(rows, labels)
                    return rows, rows, labels, labels
                a, b, ya, yb = parts(df[["a"]], df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO);
    }

    @Test
    void whatAFlagTurnsOffIsLookedAtAndChangesNothing() {
        follow("""
                X, y = df[["a"]], df["y"]
                PRETRAINED = True
                if PRETRAINED:
                    rows = X
                else:
                    LogisticRegression().fit(X, y).score(X, y)
                    rows = None
                LogisticRegression().fit(rows, y).score(X, y)
                """).overlaps(MUST, MUST);
    }
}
