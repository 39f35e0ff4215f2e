package io.watertight.code.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.study.Words;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spot checks of what the bundled files say; each fact is from the library's own documentation. */
class KnowledgeFactsTest {

    private final Knowledge knowledge = Knowledge.bundled();

    @ParameterizedTest
    @CsvSource({
        "sklearn.preprocessing.StandardScaler, TRANSFORMER, SCALE, false",
        "sklearn.preprocessing.data.MinMaxScaler, TRANSFORMER, SCALE, false",
        "sklearn.preprocessing.Imputer, TRANSFORMER, IMPUTE, false",
        "sklearn.impute.KNNImputer, TRANSFORMER, IMPUTE, false",
        "sklearn.preprocessing.Normalizer, STATELESS, NOTHING, false",
        "sklearn.preprocessing.Binarizer, STATELESS, NOTHING, false",
        "sklearn.preprocessing.PolynomialFeatures, STATELESS, NOTHING, false",
        "sklearn.preprocessing.FunctionTransformer, STATELESS, NOTHING, false",
        "sklearn.feature_extraction.text.HashingVectorizer, STATELESS, NOTHING, false",
        "sklearn.feature_extraction.text.TfidfVectorizer, TRANSFORMER, VECTORISE, false",
        "sklearn.preprocessing.KBinsDiscretizer, TRANSFORMER, DISCRETISE, false",
        "sklearn.preprocessing.LabelEncoder, TRANSFORMER, ENCODE, false",
        "sklearn.preprocessing.OneHotEncoder, TRANSFORMER, ENCODE, false",
        "sklearn.preprocessing.TargetEncoder, TRANSFORMER, TARGET, true",
        "sklearn.feature_selection.VarianceThreshold, TRANSFORMER, SELECT, false",
        "sklearn.feature_selection.SelectKBest, TRANSFORMER, SELECT, true",
        "sklearn.feature_selection.RFE, TRANSFORMER, SELECT, true",
        "sklearn.decomposition.PCA, TRANSFORMER, PROJECT, false",
        "sklearn.manifold.t_sne.TSNE, TRANSFORMER, PROJECT, false",
        "umap.umap_.UMAP, TRANSFORMER, PROJECT, false",
        "sklearn.cluster.KMeans, CLUSTERER, CLUSTER, false",
        "sklearn.ensemble.IsolationForest, DETECTOR, CLUSTER, false",
        "sklearn.ensemble.forest.RandomForestClassifier, PREDICTOR, NOTHING, false",
        "sklearn.grid_search.GridSearchCV, SEARCH, NOTHING, false",
        "sklearn.ensemble.StackingClassifier, STACKING, NOTHING, false",
        "sklearn.ensemble.VotingClassifier, ENSEMBLE, NOTHING, false",
        "sklearn.compose.ColumnTransformer, UNION, NOTHING, false",
        "imblearn.over_sampling.SMOTE, RESAMPLER, RESAMPLE, true",
        "imblearn.under_sampling.RandomUnderSampler, RESAMPLER, RESAMPLE, true",
        "category_encoders.LeaveOneOutEncoder, TRANSFORMER, TARGET, true",
        "category_encoders.leave_one_out.LeaveOneOutEncoder, TRANSFORMER, TARGET, true",
        "category_encoders.BinaryEncoder, TRANSFORMER, ENCODE, false",
        "category_encoders.HashingEncoder, STATELESS, NOTHING, false",
        "feature_engine.imputation.MeanMedianImputer, TRANSFORMER, IMPUTE, false",
        "feature_engine.encoding.MeanEncoder, TRANSFORMER, TARGET, true",
        "feature_engine.transformation.LogTransformer, STATELESS, NOTHING, false",
        "boruta.BorutaPy, TRANSFORMER, SELECT, true",
        "xgboost.XGBClassifier, PREDICTOR, NOTHING, false",
        "xgboost.DMatrix, DATA, NOTHING, false",
        "lightgbm.sklearn.LGBMRegressor, PREDICTOR, NOTHING, false",
        "catboost.core.CatBoostClassifier, PREDICTOR, NOTHING, false",
        "keras.models.Sequential, NETWORK, NOTHING, false",
        "tensorflow.python.keras.models.Model, NETWORK, NOTHING, false",
        "keras.preprocessing.text.Tokenizer, TRANSFORMER, ENCODE, false",
        "tensorflow.keras.layers.experimental.preprocessing.Normalization, TRANSFORMER, SCALE, false",
        "keras.callbacks.EarlyStopping, EARLY_STOPPING, NOTHING, false",
        "keras.callbacks.ModelCheckpoint, CHECKPOINT, NOTHING, false",
        "torch.utils.data.DataLoader, LOADER, NOTHING, false",
        "torchvision.datasets.MNIST, DATA, NOTHING, false",
        "torchvision.transforms.v2.Normalize, STATELESS, NOTHING, false",
        "lightning.pytorch.Trainer, TRAINER, NOTHING, false",
        "transformers.Trainer, TRAINER, NOTHING, false",
        "transformers.AutoTokenizer, STATELESS, NOTHING, false",
        "sentence_transformers.SentenceTransformer, STATELESS, NOTHING, false",
        "gensim.models.word2vec.Word2Vec, TRANSFORMER, VECTORISE, false",
        "nltk.stem.porter.PorterStemmer, STATELESS, NOTHING, false",
        "pyspark.ml.feature.StringIndexer, TRANSFORMER, ENCODE, false",
        "pyspark.ml.feature.VectorAssembler, STATELESS, NOTHING, false",
        "pyspark.ml.tuning.CrossValidator, SEARCH, NOTHING, false",
        "darts.dataprocessing.transformers.Scaler, TRANSFORMER, SCALE, false",
        "sktime.transformations.series.detrend.Deseasonalizer, TRANSFORMER, SMOOTH, false",
        "statsmodels.regression.linear_model.OLS, PREDICTOR, NOTHING, false",
        "dspy.teleprompt.BootstrapFewShot, SEARCH, NOTHING, false",
        "openai.OpenAI, LANGUAGE_MODEL, NOTHING, false",
    })
    void classesLearnWhatTheirFitTakesFromManyRows(String name, EstimatorRole role, Learns learns, boolean supervised) {
        ClassEntry entry = knowledge.type(name).orElseThrow();
        assertThat(entry.role()).isEqualTo(role);
        assertThat(entry.learns()).isEqualTo(learns);
        assertThat(entry.supervised()).isEqualTo(supervised);
    }

    @ParameterizedTest
    @CsvSource({
        "sklearn.model_selection.KFold, '', request",
        "sklearn.model_selection.StratifiedKFold, classes, request",
        "sklearn.model_selection.GroupKFold, groups, request",
        "sklearn.model_selection.StratifiedGroupKFold, classes groups, request",
        "sklearn.model_selection.TimeSeriesSplit, time, never",
        "sklearn.model_selection.ShuffleSplit, '', always",
        "sklearn.model_selection.StratifiedShuffleSplit, classes, always",
        "sklearn.model_selection.GroupShuffleSplit, groups, always",
        "sklearn.model_selection.RepeatedStratifiedKFold, classes, always",
        "sklearn.model_selection.LeaveOneGroupOut, groups, never",
        "sklearn.model_selection.LeaveOneOut, '', never",
        "sklearn.cross_validation.LabelKFold, groups, request",
        "sktime.split.SlidingWindowSplitter, time, never",
        "sktime.forecasting.model_selection.ExpandingWindowSplitter, time, never",
    })
    void splittersKeepWhatTheyPromise(String name, String keeps, String shuffles) {
        ClassEntry entry = knowledge.type(name).orElseThrow();
        assertThat(entry.role()).isEqualTo(EstimatorRole.SPLITTER);
        assertThat(String.join(" ", entry.keeps())).isEqualTo(keeps);
        assertThat(entry.shuffles()).isEqualTo(shuffles);
    }

    @ParameterizedTest
    @CsvSource({
        "pandas.read_csv, SOURCE, NEW, NOTHING",
        "pandas.concat, DERIVE, UNION, NOTHING",
        "pandas.get_dummies, DERIVE, SAME, ENCODE",
        "pandas.core.reshape.tile.qcut, DERIVE, SAME, DISCRETISE",
        "pandas.factorize, DERIVE, SAME, ENCODE",
        "modin.pandas.read_csv, SOURCE, NEW, NOTHING",
        "numpy.log, DERIVE, SAME, NOTHING",
        "numpy.mean, DERIVE, NONE, SUMMARY",
        "numpy.vstack, DERIVE, UNION, NOTHING",
        "numpy.hstack, DERIVE, SAME, NOTHING",
        "numpy.random.permutation, DERIVE, PERMUTED, NOTHING",
        "numpy.array_split, SPLIT, SAME, NOTHING",
        "sklearn.model_selection.train_test_split, SPLIT, SAME, NOTHING",
        "sklearn.cross_validation.train_test_split, SPLIT, SAME, NOTHING",
        "sklearn.model_selection.cross_val_score, CROSS_VALIDATE, NONE, NOTHING",
        "sklearn.preprocessing.scale, DERIVE, SAME, SCALE",
        "sklearn.metrics.accuracy_score, METRIC, NONE, NOTHING",
        "sklearn.metrics.classification.f1_score, METRIC, NONE, NOTHING",
        "sklearn.utils.resample, DERIVE, DUPLICATE, RESAMPLE",
        "sklearn.pipeline.make_pipeline, PIPELINE, SAME, NOTHING",
        "imblearn.pipeline.make_pipeline, PIPELINE, SAME, NOTHING",
        "sklearn.datasets.load_iris, SOURCE, NEW, NOTHING",
        "xgboost.train, TRAIN, NONE, NOTHING",
        "lightgbm.cv, CROSS_VALIDATE, NONE, NOTHING",
        "statsmodels.formula.api.ols, TRAIN, NONE, NOTHING",
        "statsmodels.tsa.seasonal.seasonal_decompose, DERIVE, SAME, SMOOTH",
        "scipy.signal.filtfilt, DERIVE, SAME, SMOOTH",
        "scipy.signal.lfilter, DERIVE, SAME, NOTHING",
        "scipy.stats.zscore, DERIVE, SAME, SCALE",
        "scipy.stats.boxcox, DERIVE, SAME, SCALE",
        "scipy.special.boxcox, DERIVE, SAME, NOTHING",
        "keras.utils.to_categorical, DERIVE, SAME, NOTHING",
        "torch.utils.data.random_split, SPLIT, SAME, NOTHING",
        "datasets.load_dataset, SOURCE, NEW, NOTHING",
        "ragas.evaluate, METRIC, NONE, NOTHING",
        "litellm.completion, ASK_MODEL, SAME, NOTHING",
        "seaborn.heatmap, SHOW, NONE, NOTHING",
        "tqdm.tqdm, DERIVE, SAME, NOTHING",
    })
    void functionsDoWithRowsWhatTheyAreKnownFor(String name, Action action, RowEffect rows, Learns learns) {
        Effect effect = knowledge.function(name).orElseThrow();
        assertThat(effect.action()).isEqualTo(action);
        assertThat(effect.rows()).isEqualTo(rows);
        assertThat(effect.learns()).isEqualTo(learns);
    }

    @ParameterizedTest
    @CsvSource({
        "frame, shift, negative, periods",
        "frame, diff, negative, periods",
        "series, pct_change, negative, periods",
        "frame, bfill, always, ''",
        "frame, interpolate, one-of, limit_direction",
        "frame, fillna, one-of, method",
        "frame, rolling, true, center",
        "grouped, shift, negative, periods",
        "expression, shift, negative, n",
        "frame, join_asof, one-of, strategy",
    })
    void methodsLookAheadWhenTheirDocumentationSaysSo(String kind, String name, String test, String parameter) {
        Ahead ahead = knowledge.method(kind, name).orElseThrow().ahead().orElseThrow();
        assertThat(Words.of(ahead.test())).isEqualTo(test);
        assertThat(ahead.parameter()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "text, lower",
        "text, replace",
        "dates, hour",
        "frame, astype",
        "series, map",
        "frame, rename",
        "frame, clip",
        "frame, drop",
        "series, cumsum",
        "array, reshape",
        "dataset, map",
        "frame, expanding",
    })
    void harmlessMethodsAreListedAsHarmless(String kind, String name) {
        Effect effect = knowledge.method(kind, name).orElseThrow();
        assertThat(effect.learns()).isEqualTo(Learns.NOTHING);
        assertThat(effect.ahead()).isEmpty();
        assertThat(effect.rows()).isEqualTo(RowEffect.SAME);
    }

    @ParameterizedTest
    @CsvSource({
        "frame, mean, NONE, SUMMARY", "grouped, mean, GROUPED, GROUP", "grouped, transform, SAME, GROUP",
        "frame, dropna, SUBSET, NOTHING", "frame, sample, SUBSET, NOTHING", "frame, sort_values, PERMUTED, NOTHING",
        "frame, append, UNION, NOTHING", "series, unique, GROUPED, NOTHING", "frame, rank, SAME, SCALE",
        "expression, over, SAME, GROUP", "dataset, take, SUBSET, NOTHING", "text, get_dummies, SAME, ENCODE",
    })
    void methodsDoWithRowsWhatTheyAreKnownFor(String kind, String name, RowEffect rows, Learns learns) {
        Effect effect = knowledge.method(kind, name).orElseThrow();
        assertThat(effect.rows()).isEqualTo(rows);
        assertThat(effect.learns()).isEqualTo(learns);
    }

    @ParameterizedTest
    @CsvSource({
        "pandas.cut, number, bins",
        "pandas.merge_asof, , ",
        "numpy.mean, none-of, axis",
        "sklearn.preprocessing.normalize, one-of, axis",
        "sklearn.utils.resample, none-of, replace",
    })
    void functionsLearnOnlyUnderTheirCondition(String name, String test, String parameter) {
        String found = knowledge
                .function(name)
                .orElseThrow()
                .learnsIf()
                .map(condition ->
                        condition.test().name().toLowerCase(Locale.ROOT).replace('_', '-') + " "
                                + condition.parameter())
                .orElse("null null");
        assertThat(found).isEqualTo(test + " " + parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "train_test_split, sklearn.model_selection.train_test_split",
        "StandardScaler, sklearn.preprocessing.StandardScaler",
        "GridSearchCV, sklearn.model_selection.GridSearchCV",
        "read_csv, pandas.read_csv",
    })
    void aBareNameIsThatOfTheUsualLibrary(String bare, String qualified) {
        assertThat(knowledge.customary(bare)).contains(qualified);
    }

    @Test
    void aConstantImputerAndAGivenVocabularyLearnNothing() {
        assertThat(knowledge.type("sklearn.impute.SimpleImputer").orElseThrow().learnsIf())
                .contains(new Condition("strategy", Condition.Test.NONE_OF, List.of("constant")));
        assertThat(knowledge
                        .type("sklearn.feature_extraction.text.CountVectorizer")
                        .orElseThrow()
                        .learnsIf())
                .contains(new Condition("vocabulary", Condition.Test.MISSING, List.of()));
    }

    @Test
    void crossValidationKnowsItsRowsAndItsTarget() {
        Effect effect =
                knowledge.function("sklearn.model_selection.cross_val_score").orElseThrow();
        assertThat(effect.data()).containsExactly("X");
        assertThat(effect.target()).isEqualTo("y");
        assertThat(effect.parameters()).startsWith("estimator", "X", "y");
    }
}
