package io.watertight.code.internal.interpret;

import static io.watertight.code.internal.interpret.Followed.follow;
import static io.watertight.code.value.Overlap.MAY;
import static io.watertight.code.value.Overlap.MUST;
import static io.watertight.code.value.Overlap.NO;

import io.watertight.code.value.InfluenceKind;
import org.junit.jupiter.api.Test;

/** Loops, branches and other blocks. */
final class LoopsTest {

    @Test
    void foldsByPositionsOfAFrame() {
        follow("""
                X, y = df[["a"]], df["y"]
                for train, test in KFold(5).split(X):
                    LogisticRegression().fit(X.iloc[train], y.iloc[train]).score(X.iloc[test], y.iloc[test])
                """).overlaps(NO);
    }

    @Test
    void foldsByPositionsOfAnArray() {
        follow("""
                X, y = df[["a"]].values, df["y"].values
                for number, (train, test) in enumerate(StratifiedKFold(n_splits=5).split(X, y)):
                    X_train, X_test = X[train], X[test]
                    LogisticRegression().fit(X_train, y[train]).score(X_test, y[test])
                """).overlaps(NO);
    }

    @Test
    void foldsThatIgnoreTheirPositions() {
        follow("""
                X, y = df[["a"]], df["y"]
                for train, test in KFold(5).split(X):
                    LogisticRegression().fit(X, y).score(X, y)
                """).overlaps(MUST);
    }

    @Test
    void scalerInsideTheFold() {
        follow("""
                X, y = df[["a"]].values, df["y"].values
                for train, test in KFold(5).split(X):
                    scaler = StandardScaler().fit(X[train])
                    LogisticRegression().fit(scaler.transform(X[train]), y[train]).score(scaler.transform(X[test]), y[test])
                """).overlaps(NO).learnsFrom(InfluenceKind.SCALE).hasNoLeak();
    }

    @Test
    void foldsOfTheIndexOfSplits() {
        follow("""
                splits = list(KFold(3).split(df))
                train, test = splits[0]
                LogisticRegression().fit(df.iloc[train][["a"]], df.iloc[train]["y"]).score(df.iloc[test][["a"]], df.iloc[test]["y"])
                """).overlaps(NO);
    }

    @Test
    void nextOfTheSplits() {
        follow("""
                train, test = next(GroupShuffleSplit(n_splits=1).split(df, groups=df["g"]))
                LogisticRegression().fit(df.iloc[train][["a"]], df["y"][train]).score(df.iloc[test][["a"]], df["y"][test])
                """).overlaps(NO);
    }

    @Test
    void columnsOfALiteralListAreEachScaled() {
        follow("""
                for column in ["a", "b"]:
                    df[column] = StandardScaler().fit_transform(df[[column]])
                train, test = train_test_split(df)
                LogisticRegression().fit(train[["b"]], train["y"]).score(test[["b"]], test["y"])
                """).overlaps(NO).learnsFrom(InfluenceKind.SCALE);
    }

    @Test
    void columnNotInTheListIsNotScaled() {
        follow("""
                for column in ["a", "b"]:
                    df[column] = StandardScaler().fit_transform(df[[column]])
                train, test = train_test_split(df)
                LogisticRegression().fit(train[["c"]], train["y"]).score(test[["c"]], test["y"])
                """).overlaps(NO).hasNoLeak();
    }

    @Test
    void columnsOfTheFrameAreEachFilled() {
        follow("""
                for column in df.columns:
                    df[column] = df[column].fillna(df[column].median())
                train, test = train_test_split(df)
                LogisticRegression().fit(train[["b"]], train["y"]).score(test[["b"]], test["y"])
                """).overlaps(NO).learnsFrom(InfluenceKind.IMPUTE);
    }

    @Test
    void bothPartsInALoop() {
        follow("""
                train, test = train_test_split(df)
                middle = train["a"].mean()
                for part in (train, test):
                    part["a"] = part["a"].fillna(middle)
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO).hasNoLeak();
    }

    @Test
    void eachPartWithItsOwnMean() {
        follow("""
                train, test = train_test_split(df)
                for part in [train, test]:
                    part["a"].fillna(part["a"].mean(), inplace=True)
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO).hasNoLeak();
    }

    @Test
    void whileLoopKeepsTheModel() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                model = None
                while go():
                    model = LogisticRegression().fit(a, ya)
                model.score(b, yb)
                """).overlaps(NO);
    }

    @Test
    void modelFittedInAnEarlierRound() {
        follow("""
                model = LogisticRegression()
                for part in range(unknown):
                    model.score(df[["a"]], df["y"])
                    model.fit(df[["a"]], df["y"])
                """).overlaps(MUST);
    }

    @Test
    void breakLeavesTheRestOfTheList() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                for rows, labels in [(b, yb), (a, ya)]:
                    break
                LogisticRegression().fit(a, ya).score(rows, labels)
                """).overlaps(NO);
    }

    @Test
    void branchesAreBothFollowed() {
        follow("""
                if unknown:
                    rows = df
                else:
                    rows = pd.read_csv("other.csv")
                LogisticRegression().fit(df[["a"]], df["y"]).score(rows[["a"]], rows["y"])
                """).overlaps(MAY);
    }

    @Test
    void branchThatIsNeverTakenIsNotFollowed() {
        follow("""
                rows = pd.read_csv("other.csv")
                if False:
                    rows = df
                LogisticRegression().fit(df[["a"]], df["y"]).score(rows[["a"]], rows["y"])
                """).overlaps(NO);
    }

    @Test
    void conditionalExpression() {
        follow("""
                rows = df if unknown else pd.read_csv("other.csv")
                LogisticRegression().fit(df[["a"]], df["y"]).score(rows[["a"]], rows["y"])
                """).overlaps(MAY);
    }

    @Test
    void withIsFollowed() {
        follow("""
                with open("log.txt") as log, np.errstate(all="ignore"):
                    model = LogisticRegression().fit(df[["a"]], df["y"])
                print(model.score(df[["a"]], df["y"]))
                """).overlaps(MUST);
    }

    @Test
    void tryIsFollowed() {
        follow("""
                try:
                    model = LogisticRegression().fit(df[["a"]], df["y"])
                except ValueError as problem:
                    raise
                finally:
                    print("done")
                print(model.score(df[["a"]], df["y"]))
                """).overlaps(MUST);
    }

    @Test
    void handlerMayHaveRun() {
        follow("""
                rows = pd.read_csv("other.csv")
                try:
                    go()
                except Exception:
                    rows = df
                LogisticRegression().fit(df[["a"]], df["y"]).score(rows[["a"]], rows["y"])
                """).overlaps(MAY);
    }

    @Test
    void matchIsFollowed() {
        follow("""
                match kind:
                    case "linear":
                        model = LogisticRegression()
                    case _:
                        model = RandomForestClassifier()
                model.fit(df[["a"]], df["y"])
                model.score(df[["a"]], df["y"])
                """).overlapsOnly(MUST);
    }
}
