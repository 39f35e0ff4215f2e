package io.watertight.code.internal.interpret;

import static io.watertight.code.internal.interpret.Followed.follow;
import static io.watertight.code.value.Overlap.MAY;
import static io.watertight.code.value.Overlap.MUST;
import static io.watertight.code.value.Overlap.NO;

import io.watertight.code.value.InfluenceKind;
import org.junit.jupiter.api.Test;

/** The ways in which people take rows apart and put them together. */
final class RowIdiomsTest {

    @Test
    void maskAndItsComplement() {
        follow("""
                mask = np.random.rand(len(df)) < 0.8
                train, test = df[mask], df[~mask]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void twoMasksDrawnApart() {
        follow("""
                train = df[np.random.rand(len(df)) < 0.8]
                test = df[np.random.rand(len(df)) < 0.2]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(MAY);
    }

    @Test
    void datesBeforeAndAfter() {
        follow("""
                train, test = df[df["date"] < "2015-01-01"], df[df["date"] >= "2015-01-01"]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void datesBetween() {
        follow("""
                train = df[(df["year"] >= 2010) & (df["year"] < 2015)]
                test = df[df["year"] >= 2015]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void datesThatMeet() {
        follow("""
                train, test = df[df["year"] <= 2015], df[df["year"] >= 2015]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(MAY);
    }

    @Test
    void negatedConjunctionIsMoreThanTheNegationOfItsLastPart() {
        follow("""
                mask = (df["a"] > 1) & (df["b"] > 2)
                train, test = df[~mask], df[df["a"] <= 1]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                test = df[mask]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(MAY, NO);
    }

    @Test
    void valueOfAColumn() {
        follow("""
                train, test = df[df["set"] == "train"], df.query("set == 'test'")
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void foldColumnAndTheOthers() {
        follow("""
                for fold in range(5):
                    train, test = df[df["fold"] != fold], df[df["fold"] == fold]
                    LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO, NO, NO, NO, NO);
    }

    @Test
    void membersAndOthers() {
        follow("""
                ids = df["id"].sample(100)
                train, test = df[~df["id"].isin(ids)], df[df["id"].isin(ids)]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void sampleAndItsComplementByIndex() {
        follow("""
                train = df.sample(frac=0.8, random_state=1)
                test = df[~df.index.isin(train.index)]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void sampleDropped() {
        follow("""
                test = df.sample(frac=0.2)
                train = df.drop(test.index, axis=0)
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void shuffledTableCutInTwo() {
        follow("""
                df = df.sample(frac=1).reset_index(drop=True)
                cut = int(len(df) * 0.8)
                train, test = df.iloc[:cut], df.iloc[cut:]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void permutedPositions() {
        follow("""
                order = np.random.permutation(len(df))
                train, test = df.iloc[order[:80]], df.iloc[order[80:]]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void shuffledRange() {
        follow("""
                order = np.arange(len(df))
                np.random.shuffle(order)
                cut = int(0.8 * len(order))
                train, test = df.iloc[order[:cut]], df.iloc[order[cut:]]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void positionsSplit() {
        follow("""
                train, test = train_test_split(np.arange(len(df)))
                X, y = df[["a"]].values, df["y"].values
                LogisticRegression().fit(X[train], y[train]).score(X[test], y[test])
                """).overlaps(NO);
    }

    @Test
    void indexSplit() {
        follow("""
                train, test = train_test_split(df.index)
                LogisticRegression().fit(df.loc[train, ["a"]], df.loc[train, "y"]).score(df.loc[test, ["a"]], df.loc[test, "y"])
                """).overlaps(NO);
    }

    @Test
    void positionsWhereAConditionHolds() {
        follow("""
                train = np.where(df["year"] < 2015)[0]
                test = np.where(df["year"] >= 2015)[0]
                LogisticRegression().fit(df.iloc[train][["a"]], df["y"].iloc[train]).score(df.iloc[test][["a"]], df["y"].iloc[test])
                """).overlaps(NO);
    }

    @Test
    void cutByArraySplit() {
        follow("""
                train, test = np.split(df.sample(frac=1), [int(.8 * len(df))])
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void headAndTail() {
        follow("""
                train, test = df.head(80), df.tail(20)
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(MAY);
    }

    @Test
    void lastRowsHeldOut() {
        follow("""
                train, test = df[:-20], df[-20:]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void slicesThatOverlap() {
        follow("""
                train, test = df[:80], df[60:]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(MUST);
    }

    @Test
    void threePartsByTwoSplits() {
        follow("""
                rest, test = train_test_split(df, test_size=0.2)
                train, valid = train_test_split(rest, test_size=0.2)
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void validationRowsAreTrainingRowsOfTheOuterSplit() {
        follow("""
                rest, test = train_test_split(df, test_size=0.2)
                train, valid = train_test_split(rest, test_size=0.2)
                LogisticRegression().fit(rest[["a"]], rest["y"]).score(valid[["a"]], valid["y"])
                """).overlaps(MUST);
    }

    @Test
    void joinedTablesCutBySize() {
        follow("""
                train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
                both = pd.concat([train, test])
                both["a"] = (both["a"] - both["a"].mean()) / both["a"].std()
                train, test = both[:len(train)], both[len(train):]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO).learnsFrom(InfluenceKind.SCALE);
    }

    @Test
    void joinedTablesCutByShape() {
        follow("""
                train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
                rows = train.shape[0]
                both = pd.concat((train, test), ignore_index=True)
                both = both.fillna(both.mean())
                X, X_test = both[:rows], both[rows:]
                LogisticRegression().fit(X[["a"]], train["y"]).predict(X_test[["a"]])
                """).overlaps(NO).learnsFrom(InfluenceKind.IMPUTE);
    }

    @Test
    void joinedTablesCutByKeys() {
        follow("""
                train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
                both = pd.concat([train, test], keys=["train", "test"])
                both["a"] = both["a"].fillna(both["a"].mean())
                train, test = both.loc["train"], both.loc["test"]
                LogisticRegression().fit(train[["a"]], train["y"]).predict(test[["a"]])
                """).overlaps(NO).learnsFrom(InfluenceKind.IMPUTE);
    }

    @Test
    void joinedTablesCutByAColumn() {
        follow("""
                train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
                train["source"], test["source"] = "train", "test"
                both = pd.concat([train, test])
                both["a"] = both["a"].fillna(both["a"].mean())
                train, test = both[both["source"] == "train"], both[both["source"] == "test"]
                LogisticRegression().fit(train[["a"]], train["y"]).predict(test[["a"]])
                """).overlaps(NO).learnsFrom(InfluenceKind.IMPUTE);
    }

    @Test
    void joinedTablesThatStayApart() {
        follow("""
                train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
                both = pd.concat([train, test])
                print(both.describe())
                LogisticRegression().fit(train[["a"]], train["y"]).predict(test[["a"]])
                """).overlaps(NO).hasNoLeak();
    }

    @Test
    void fitOnBothFiles() {
        follow("""
                train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
                both = pd.concat([train, test])
                LogisticRegression().fit(both[["a"]], both["y"]).score(test[["a"]], test["y"])
                """).overlaps(MUST);
    }

    @Test
    void columnsBesideKeepTheRows() {
        follow("""
                X = pd.concat([df[["a"]], pd.get_dummies(df["city"])], axis=1)
                a, b, ya, yb = train_test_split(X, df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO);
    }

    @Test
    void arraysBesideKeepTheRows() {
        follow("""
                X = np.hstack([StandardScaler().fit_transform(df[["a"]]), df[["b"]].values])
                a, b, ya, yb = train_test_split(X, df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO).learnsFrom(InfluenceKind.SCALE);
    }

    @Test
    void sameFileReadTwiceIsTheSameRows() {
        follow("""
                again = pd.read_csv("table.csv")
                LogisticRegression().fit(df[["a"]], df["y"]).score(again[["a"]], again["y"])
                """).overlaps(MUST);
    }

    @Test
    void twoFilesAreDifferentRows() {
        follow("""
                test = pd.read_csv("test.csv")
                LogisticRegression().fit(df[["a"]], df["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void polarsFilter() {
        follow("""
                import polars as pl
                t = pl.read_csv("p.csv")
                train, test = t.filter(pl.col("year") < 2015), t.filter(pl.col("year") >= 2015)
                LogisticRegression().fit(train.select("a"), train["y"]).score(test.select("a"), test["y"])
                """).overlaps(NO);
    }

    @Test
    void headAndTheTailThatIsLeft() {
        follow("""
                n = int(len(df) * 0.8)
                train, test = df.head(n), df.tail(len(df) - n)
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void headAndATailOfAnyLength() {
        follow("""
                train, test = df.head(800), df.tail(300)
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(MAY);
    }

    @Test
    void headAndTheRowsBehindIt() {
        follow("""
                train, test = df.head(800), df[800:]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO);
    }

    @Test
    void tablesTakenApartByTheCount() {
        follow("""
                train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
                train["a"] = train["a"].fillna(train["a"].mean())
                test["a"] = test["a"].fillna(test["a"].mean())
                n = len(train)
                both = pd.get_dummies(pd.concat([train, test]))
                train, test = both[:n], both[n:]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO).hasNoLeak();
    }

    @Test
    void tablesTakenApartByTheShape() {
        follow("""
                train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
                train["a"] = train["a"].fillna(train["a"].mean())
                test["a"] = test["a"].fillna(test["a"].mean())
                n, k = train.shape
                both = pd.get_dummies(pd.concat([train, test]))
                train, test = both.iloc[:n], both.iloc[n:]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO).hasNoLeak();
    }

    @Test
    void tablesTakenApartByTheFirstOfTheShape() {
        follow("""
                train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
                train["a"] = train["a"].fillna(train["a"].mean())
                test["a"] = test["a"].fillna(test["a"].mean())
                n = train.shape[0]
                both = pd.get_dummies(pd.concat([train, test]))
                train, test = both.iloc[0:n, :], both.iloc[n:, :]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO).hasNoLeak();
    }

    @Test
    void tablesTakenApartKeepWhatWasLearntFromBoth() {
        follow("""
                train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
                train["a"] = train["a"].fillna(train["a"].mean())
                test["a"] = test["a"].fillna(test["a"].mean())
                n = len(train)
                both = pd.concat([train, test])
                both["a"] = StandardScaler().fit_transform(both[["a"]])
                train, test = both[:n], both[n:]
                LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"])
                """).overlaps(NO).learnsFrom(InfluenceKind.SCALE);
    }

    @Test
    void listOfTextsWhoseRowsAreLostBelongsToTheLabels() {
        follow("""
                from sklearn.feature_extraction.text import CountVectorizer
                texts = []
                for i in range(1000):
                    texts.append(" ".join(cleaned(i)))
                X = CountVectorizer().fit_transform(texts)
                a, b, ya, yb = train_test_split(X, df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO).learnsFrom(InfluenceKind.VECTORISE);
    }

    @Test
    void threePiecesOfOneArray() {
        follow("""
                train, valid, test = np.split(df.sample(frac=1), [int(0.6 * len(df)), int(0.8 * len(df))])
                model = LogisticRegression().fit(train[["a"]], train["y"])
                model.score(valid[["a"]], valid["y"])
                model.score(test[["a"]], test["y"])
                """).overlaps(NO, NO);
    }

    @Test
    void columnsThatAreTakenApartKeepTheirRows() {
        follow("""
                X, y = np.split(df.values, [4], axis=1)
                LogisticRegression().fit(X, y).score(X, y)
                """).overlaps(MUST);
    }

    @Test
    void forecastOfWhatComesNext() {
        follow("""
                from statsmodels.tsa.arima.model import ARIMA
                from sklearn.metrics import mean_squared_error
                before, after = df["y"][:100], df["y"][100:]
                print(mean_squared_error(after, ARIMA(before).fit().forecast(len(after))))
                """).overlaps(NO);
    }

    @Test
    void forecastsOneAfterTheOtherAreOfNoRowsThatAreKnown() {
        follow("""
                from statsmodels.tsa.arima.model import ARIMA
                from sklearn.metrics import mean_squared_error
                before, after = df["y"].values[:100], df["y"].values[100:]
                history = [value for value in before]
                predicted = []
                for step in range(len(after)):
                    predicted.append(ARIMA(history).fit().forecast()[0])
                    history.append(after[step])
                print(mean_squared_error(after, predicted))
                """).overlaps(NO);
    }
}
