package io.watertight.code.internal.interpret;

import static io.watertight.code.internal.interpret.Followed.follow;
import static io.watertight.code.value.Overlap.MUST;
import static io.watertight.code.value.Overlap.NO;

import io.watertight.code.value.InfluenceKind;
import org.junit.jupiter.api.Test;

/** Lists, tuples, dictionaries and comprehensions. */
final class ContainersTest {

    @Test
    void modelOfADictionary() {
        follow("""
                models = {"one": LogisticRegression(), "two": RandomForestClassifier()}
                models["one"].fit(df[["a"]], df["y"])
                models["one"].score(df[["a"]], df["y"])
                """).overlaps(MUST);
    }

    @Test
    void modelsOfADictionaryAreToldApart() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                models = {"one": LogisticRegression().fit(a, ya), "two": RandomForestClassifier().fit(b, yb)}
                models["one"].score(b, yb)
                models["two"].score(a, ya)
                """).overlaps(NO, NO);
    }

    @Test
    void itemsOfADictionaryOfModels() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                for name, model in {"one": LogisticRegression(), "two": RandomForestClassifier()}.items():
                    model.fit(a, ya)
                    print(name, model.score(b, yb))
                """).overlaps(NO, NO);
    }

    @Test
    void listOfPairs() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                for name, model in [("one", LogisticRegression()), ("two", RandomForestClassifier())]:
                    model.fit(a, ya)
                    print(name, model.score(b, yb))
                """).overlaps(NO, NO);
    }

    @Test
    void zipOfTwoLists() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                for name, model in zip(["one", "two"], [LogisticRegression(), RandomForestClassifier()]):
                    print(name, model.fit(a, ya).score(b, yb))
                """).overlaps(NO, NO);
    }

    @Test
    void enumeratedList() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                for number, model in enumerate([LogisticRegression(), RandomForestClassifier()], start=1):
                    print(number, model.fit(a, ya).score(b, yb))
                """).overlaps(NO, NO);
    }

    @Test
    void comprehensionOfModels() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                scores = [model.fit(a, ya).score(b, yb) for model in (LogisticRegression(), RandomForestClassifier())]
                """).overlaps(NO, NO);
    }

    @Test
    void comprehensionThatFillsADictionary() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                fitted = {name: LogisticRegression().fit(a, ya) for name in ["one"]}
                fitted["one"].score(b, yb)
                """).overlaps(NO);
    }

    @Test
    void appendedModelIsFoundInTheList() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                models = []
                models.append(LogisticRegression().fit(a, ya))
                models[0].score(b, yb)
                """).overlaps(NO);
    }

    @Test
    void lastElement() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                models = [RandomForestClassifier(), LogisticRegression()]
                models[-1].fit(a, ya)
                models[1].score(b, yb)
                """).overlaps(NO);
    }

    @Test
    void dataKeptInADictionary() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                data = dict(train=(a, ya), test=(b, yb))
                model = LogisticRegression().fit(*data["train"])
                model.score(*data["test"])
                """).overlaps(NO);
    }

    @Test
    void dictionaryFilledKeyByKey() {
        follow("""
                data = {}
                data["train"] = df
                model = LogisticRegression().fit(data["train"][["a"]], data["train"]["y"])
                model.score(df[["a"]], df["y"])
                """).overlaps(MUST);
    }

    @Test
    void updatedDictionary() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                data = {"train": b}
                data.update({"train": a, "test": b})
                LogisticRegression().fit(data["train"], ya).score(data["test"], yb)
                """).overlaps(NO);
    }

    @Test
    void keywordsFromADictionary() {
        follow("""
                arguments = {"X": df[["a"]], "y": df["y"]}
                LogisticRegression().fit(**arguments).score(**arguments)
                """).overlaps(MUST);
    }

    @Test
    void listOfColumnsPutTogether() {
        follow("""
                numbers = ["a"] + ["b"]
                df[numbers] = df[numbers].fillna(df[numbers].mean())
                train, test = train_test_split(df)
                LogisticRegression().fit(train[numbers], train["y"]).score(test[numbers], test["y"])
                """).overlaps(NO).learnsFrom(InfluenceKind.IMPUTE);
    }

    @Test
    void mapOverAListOfTables() {
        follow("""
                parts = list(map(lambda part: part[["a"]], train_test_split(df)))
                LogisticRegression().fit(parts[0], y0).score(parts[1], y1)
                """).overlaps(NO);
    }

    @Test
    void namedTuple() {
        follow("""
                from collections import namedtuple
                Parts = namedtuple("Parts", "train test")
                parts = Parts(*train_test_split(df[["a"]]))
                LogisticRegression().fit(parts.train, y0).score(parts.test, y1)
                """).overlaps(NO);
    }

    @Test
    void listFilledRowByRowIsCutInTwo() {
        follow("""
                opens = df["a"].values
                X = [[opens[i]] for i in range(len(opens))]
                LogisticRegression().fit(X[:80], y0).score(X[80:], y1)
                """).overlaps(NO);
    }

    @Test
    void unknownKeyIsAnyOfTheEntries() {
        follow("""
                models = {"one": LogisticRegression(), "two": LogisticRegression()}
                models[name].fit(df[["a"]], df["y"])
                models[name].score(df[["a"]], df["y"])
                """).overlapsOnly(MUST);
    }
}
