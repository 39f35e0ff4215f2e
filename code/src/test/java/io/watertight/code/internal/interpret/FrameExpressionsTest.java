package io.watertight.code.internal.interpret;

import static io.watertight.code.internal.interpret.Followed.follow;

import io.watertight.code.value.InfluenceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that polars and Spark make by expressions. */
final class FrameExpressionsTest {

    private static final String POLARS = """
            import polars as pl
            df = pl.read_csv("table.csv")
            """;

    private static final String SPLIT = """
            X_train, X_test, y_train, y_test = train_test_split(df.drop("y"), df["y"])
            print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
            """;

    private static final String SPARK = """
            from pyspark.ml.evaluation import RegressionEvaluator
            from pyspark.ml.regression import LinearRegression
            from pyspark.sql import SparkSession, Window, functions as fn
            spark = SparkSession.builder.getOrCreate()
            df = spark.read.parquet("table.parquet")
            """;

    private static final String DEALT = """
            train, test = df.randomSplit([0.8, 0.2])
            model = LinearRegression(labelCol="t").fit(train)
            print(RegressionEvaluator(labelCol="t").evaluate(model.transform(test)))
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "df = df.with_columns((pl.col('a') - pl.col('a').mean()) / pl.col('a').std())\n",
                "df = df.with_columns(((pl.col('a') - pl.mean('a')) / pl.std('a')).alias('b'))\n",
                "df = df.with_columns([pl.col('a') / pl.col('a').max(), pl.col('b') + 1])\n",
                "df = df.with_columns(a=pl.col('a') / pl.col('a').max())\n",
                "df = df.select('y', pl.col('a') - pl.col('a').min())\n",
                "mean = df.select(pl.col('a').mean()).item()\ndf = df.with_columns(pl.col('a') - mean)\n"
            })
    void columnsScaledByPolarsAreScaled(String code) {
        follow(POLARS + code + SPLIT).learnsFrom(InfluenceKind.SCALE);
    }

    @Test
    void gapsFilledByPolarsAreImputed() {
        follow(POLARS + "df = df.with_columns(pl.col('a').fill_null(pl.col('a').median()))\n" + SPLIT)
                .learnsFrom(InfluenceKind.IMPUTE)
                .learnsNothingBy(InfluenceKind.SCALE);
    }

    @Test
    void statisticOverGroupsIsOneOfTheGroups() {
        follow(POLARS + "df = df.with_columns(pl.col('a').mean().over('city').alias('typical'))\n" + SPLIT)
                .learnsFrom(InfluenceKind.GROUP)
                .learnsNothingBy(InfluenceKind.SCALE);
        follow(SPARK + "df = df.withColumn('typical', fn.avg('a').over(Window.partitionBy('city')))\n" + DEALT)
                .learnsFrom(InfluenceKind.GROUP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "df = df.with_columns((pl.col('a') + 1).log().alias('b'))\n",
                "df = df.with_columns((pl.col('a') / pl.col('b')).alias('ratio'), pl.col('c').fill_null(0))\n",
                "df = df.with_columns(pl.col('a').mean().alias('y'))\n",
                "df = df.with_columns(pl.col('a').max().alias('most')).drop('most')\n",
                "df = df.with_columns(pl.col('a').max().alias('most')).select('y', 'b')\n",
                "print(df.select(pl.col('a').mean()))\n"
            })
    void whatIsMadeRowByRowOrLeftOutHasLearntNothing(String code) {
        follow(POLARS + code + SPLIT).learnsNothingBy(InfluenceKind.SCALE, InfluenceKind.IMPUTE, InfluenceKind.GROUP);
    }

    @Test
    void statisticsOfTheTrainingRowsAreOfThose() {
        follow(POLARS + """
                train, test = df.head(800), df.tail(200)
                middle = train.select(pl.col("a").median()).item()
                train = train.with_columns(pl.col("a").fill_null(middle))
                test = test.with_columns(pl.col("a").fill_null(middle))
                print(LogisticRegression().fit(train[["a"]], train["y"]).score(test[["a"]], test["y"]))
                """).hasNoLeak();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "df = df.withColumn('b', fn.col('a') - fn.mean('a'))\n",
                "df = df.select('t', (fn.col('a') - fn.avg('a')).alias('b'))\n"
            })
    void columnsScaledBySparkAreScaled(String code) {
        follow(SPARK + code + DEALT).learnsFrom(InfluenceKind.SCALE);
    }

    @Test
    void statisticSelectedBySparkFillsGaps() {
        follow(SPARK + """
                mean = df.select(fn.mean("a")).collect()[0][0]
                df = df.fillna({"a": mean})
                """ + DEALT).learnsFrom(InfluenceKind.IMPUTE);
    }
}
