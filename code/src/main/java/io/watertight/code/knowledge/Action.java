package io.watertight.code.knowledge;

/** What a function is for, where the interpreter has to do more than pass rows on. */
public enum Action {
    /** Passes rows on as the other properties say. */
    DERIVE,
    /** Reads or makes data. */
    SOURCE,
    /** train_test_split and its kin: parts of the arguments. */
    SPLIT,
    /** Scores labels against predictions. */
    METRIC,
    /** Fits and scores in folds: cross_val_score, learning_curve, xgb.cv. */
    CROSS_VALIDATE,
    /** Fits a model: xgb.train, lgb.train, statsmodels formulas. */
    TRAIN,
    /** Makes a pipeline of its arguments. */
    PIPELINE,
    /** Makes a list of steps into a column transformer or a union. */
    UNION_OF_STEPS,
    /** Asks a language model. */
    ASK_MODEL,
    /** Calls a function of the program again and again and keeps the settings that score best: hyperopt.fmin. */
    TUNE,
    /** Plots, prints, saves: nothing flows on. */
    SHOW
}
