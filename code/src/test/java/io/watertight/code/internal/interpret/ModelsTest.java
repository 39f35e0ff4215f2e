package io.watertight.code.internal.interpret;

import static io.watertight.code.internal.interpret.Followed.follow;
import static io.watertight.code.value.Overlap.MUST;
import static io.watertight.code.value.Overlap.NO;

import io.watertight.code.value.InfluenceKind;
import org.junit.jupiter.api.Test;

/** Pipelines, searches, networks and other models. */
final class ModelsTest {

    @Test
    void stepsOfAPipelineAreFittedWithIt() {
        follow("""
                pipe = Pipeline([("scale", StandardScaler()), ("model", LogisticRegression())])
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                pipe.fit(a, ya)
                pipe.score(b, yb)
                """).overlaps(NO).hasNoLeak();
    }

    @Test
    void pipelineInACrossValidation() {
        follow("""
                cross_val_score(make_pipeline(StandardScaler(), LogisticRegression()), df[["a"]], df["y"])
                """).overlaps(NO).hasNoLeak();
    }

    @Test
    void columnTransformerBeforeTheSplit() {
        follow("""
                columns = ColumnTransformer([("numbers", StandardScaler(), ["a"]), ("codes", OneHotEncoder(), ["b"])])
                a, b, ya, yb = train_test_split(columns.fit_transform(df), df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO).learnsFrom(InfluenceKind.SCALE);
    }

    @Test
    void columnTransformerInThePipeline() {
        follow("""
                columns = make_column_transformer((StandardScaler(), ["a"]), (OneHotEncoder(), ["b"]))
                a, b, ya, yb = train_test_split(df, df["y"])
                make_pipeline(columns, LogisticRegression()).fit(a, ya).score(b, yb)
                """).overlaps(NO).hasNoLeak();
    }

    @Test
    void searchInsideTheTrainingRows() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                search = GridSearchCV(make_pipeline(StandardScaler(), LogisticRegression()), {}, cv=5)
                search.fit(a, ya)
                search.score(b, yb)
                """).overlaps(NO, NO).hasNoLeak();
    }

    @Test
    void searchOnScaledRows() {
        follow("""
                X = StandardScaler().fit_transform(df[["a"]])
                search = GridSearchCV(LogisticRegression(), {"C": [1, 2]}, cv=5)
                search.fit(X, df["y"])
                print(search.best_score_)
                """).overlaps(NO).learnsFrom(InfluenceKind.SCALE);
    }

    @Test
    void keptEstimatorOfASearch() {
        follow("""
                search = RandomizedSearchCV(LogisticRegression(), {"C": [1, 2]}).fit(df[["a"]], df["y"])
                search.best_estimator_.score(df[["a"]], df["y"])
                """).overlaps(NO, MUST);
    }

    @Test
    void unionOfTransformers() {
        follow("""
                from sklearn.pipeline import FeatureUnion
                X = FeatureUnion([("scale", StandardScaler()), ("axes", PCA(2))]).fit_transform(df[["a", "b"]])
                a, b, ya, yb = train_test_split(X, df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO).learnsFrom(InfluenceKind.SCALE);
    }

    @Test
    void refitForgetsTheFirstRows() {
        follow("""
                model = LogisticRegression().fit(df[["a"]], df["y"])
                other = pd.read_csv("other.csv")
                model.fit(other[["a"]], other["y"])
                model.score(df[["a"]], df["y"])
                """).overlaps(NO);
    }

    @Test
    void partialFitRemembersThem() {
        follow("""
                model = SGDClassifier()
                model.partial_fit(df[["a"]], df["y"])
                other = pd.read_csv("other.csv")
                model.partial_fit(other[["a"]], other["y"])
                model.score(df[["a"]], df["y"])
                """).overlaps(MUST, NO);
    }

    @Test
    void cloneHasLearntNothing() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                first = LogisticRegression().fit(b, yb)
                second = clone(first).fit(a, ya)
                second.score(b, yb)
                """).overlaps(NO);
    }

    @Test
    void networkOnItsTestRows() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]].values, df["y"].values)
                model = keras.Sequential()
                model.add(keras.layers.Dense(1))
                model.compile(loss="mse", optimizer="adam")
                model.fit(a, ya, validation_split=0.1, epochs=3)
                model.evaluate(b, yb)
                """).overlaps(NO);
    }

    @Test
    void networkOnItsTrainingRows() {
        follow("""
                X, y = df[["a"]].values, df["y"].values
                model = keras.models.Sequential([keras.layers.Dense(1)])
                model.fit(X, y)
                predicted = model.predict(X)
                """).overlaps(MUST);
    }

    @Test
    void functionalNetwork() {
        follow("""
                X, y = df[["a"]].values, df["y"].values
                inputs = keras.Input(shape=(1,))
                model = keras.Model(inputs, keras.layers.Dense(1)(inputs))
                model.fit(x=X, y=y)
                model.evaluate(X, y)
                """).overlaps(MUST);
    }

    @Test
    void boosterTrainedByAFunction() {
        follow("""
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                train, test = xgb.DMatrix(a, label=ya), xgb.DMatrix(b, label=yb)
                booster = xgb.train({}, train, num_boost_round=10)
                booster.predict(test)
                """).overlaps(NO);
    }

    @Test
    void otherBoosterTrainedByAFunction() {
        follow("""
                rows = lgb.Dataset(df[["a"]], label=df["y"])
                booster = lgb.train({}, rows)
                booster.predict(df[["a"]])
                """).overlaps(MUST);
    }

    @Test
    void modelByFormula() {
        follow("""
                model = smf.ols("y ~ a", data=df).fit()
                predicted = model.predict(df)
                """).overlaps(MUST);
    }

    @Test
    void modelOfArrays() {
        follow("""
                model = sm.OLS(df["y"], sm.add_constant(df[["a"]])).fit()
                predicted = model.predict(sm.add_constant(df[["a"]]))
                """).overlaps(MUST);
    }

    @Test
    void torchLoop() {
        follow("""
                rows = torch.tensor(df[["a"]].values)
                train, test = random_split(rows, [80, 20])
                network = nn.Sequential(nn.Linear(1, 2))
                optimiser = torch.optim.Adam(network.parameters())
                for epoch in range(3):
                    for rows, labels in DataLoader(train, batch_size=8):
                        optimiser.zero_grad()
                        loss = F.cross_entropy(network(rows), labels)
                        loss.backward()
                        optimiser.step()
                with torch.no_grad():
                    for rows, labels in DataLoader(test):
                        out = network(rows)
                """).overlapsOnly(NO);
    }

    @Test
    void torchLoopScoredOnItsTrainingRows() {
        follow("""
                network = nn.Linear(3, 1)
                rows, labels = torch.tensor(df[["a"]].values), torch.tensor(df["y"].values)
                for epoch in range(3):
                    loss = F.mse_loss(network(rows), labels)
                    loss.backward()
                with torch.no_grad():
                    out = network(rows)
                """).overlapsOnly(MUST);
    }

    @Test
    void ensembleOfModels() {
        follow("""
                votes = VotingClassifier([("one", LogisticRegression()), ("two", RandomForestClassifier())])
                votes.fit(df[["a"]], df["y"])
                votes.predict(df[["a"]])
                """).overlaps(MUST);
    }

    @Test
    void chainOfCalls() {
        follow("""
                predicted = LogisticRegression(C=2).fit(df[["a"]], df["y"]).predict_proba(df[["a"]])[:, 1]
                """).overlaps(MUST);
    }

    @Test
    void sparkPipeline() {
        follow("""
                from pyspark.sql import SparkSession
                spark = SparkSession.builder.getOrCreate()
                rows = spark.read.csv("p.csv")
                train, test = rows.randomSplit([0.8, 0.2], seed=1)
                from pyspark.ml.classification import LogisticRegression as SparkRegression
                model = SparkRegression(featuresCol="f").fit(train)
                predicted = model.transform(test)
                """).overlaps(NO);
    }

    @Test
    void modelFromCodeThatWasNotRead() {
        follow("""
                from ours import build
                model = build(depth=3)
                a, b, ya, yb = train_test_split(df[["a"]], df["y"])
                model.fit(a, ya)
                model.score(b, yb)
                model.score(a, ya)
                """).overlaps(NO, MUST);
    }

    @Test
    void modelThatIsMadeWithItsTexts() {
        follow("""
                from gensim.models import Word2Vec
                model = Word2Vec([text.split() for text in df["text"]])
                X = np.array([np.mean([model.wv[word] for word in text.split()], axis=0) for text in df["text"]])
                a, b, ya, yb = train_test_split(X, df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO).learnsFrom(InfluenceKind.VECTORISE);
    }

    @Test
    void codesOfACategory() {
        follow("""
                df["c"] = df["c"].astype("category").cat.codes
                a, b, ya, yb = train_test_split(df[["c"]], df["y"])
                LogisticRegression().fit(a, ya).score(b, yb)
                """).overlaps(NO).learnsFrom(InfluenceKind.ENCODE);
    }
}
