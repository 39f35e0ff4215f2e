package io.watertight.code.knowledge;

/** What an object with a {@code fit} is for. */
public enum EstimatorRole {
    /** Learns from rows, then changes rows. */
    TRANSFORMER,
    /** Changes each row by itself, whatever its {@code fit} is given. */
    STATELESS,
    /** Predicts a target. */
    PREDICTOR,
    /** Makes or drops training rows: SMOTE and its kin. */
    RESAMPLER,
    CLUSTERER,
    /** Finds outliers. */
    DETECTOR,
    /** Deals rows into folds. */
    SPLITTER,
    /** Steps one after the other. */
    PIPELINE,
    /** Steps side by side: ColumnTransformer, FeatureUnion. */
    UNION,
    /** Tries settings in folds: GridSearchCV and its kin. */
    SEARCH,
    /** Predicts from predictions: StackingClassifier. */
    STACKING,
    /** Wraps other predictors: voting, bagging, calibration, multi-output. */
    ENSEMBLE,
    /** A neural network: Keras Model, torch Module. */
    NETWORK,
    /** Stops a training by a validation score. */
    EARLY_STOPPING,
    /** Keeps the weights that validated best. */
    CHECKPOINT,
    /** Any other callback. */
    CALLBACK,
    /** Trains a network on data given at construction: Hugging Face Trainer, Lightning Trainer. */
    TRAINER,
    /** Holds rows: torch Dataset, xgboost DMatrix, lightgbm Dataset, catboost Pool. */
    DATA,
    /** Deals batches: torch DataLoader. */
    LOADER,
    /** A client of a language model, a retriever or an index over documents. */
    LANGUAGE_MODEL,
    /** Holds predictions against labels when it is called: a loss, a metric, an evaluator. */
    MEASURE,
    /** Nobody knows; its methods tell. */
    UNKNOWN
}
