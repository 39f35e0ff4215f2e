package io.watertight.code.repair;

import io.watertight.core.check.Fix;
import java.util.Map;
import java.util.Optional;

/** What to do about a rule's findings where no edit is safe: one sentence for each, without full stop. */
final class Advice {

    private static final Map<String, String> OF = Map.ofEntries(
            Map.entry("back-fill", "fill gaps with earlier values (ffill), never with later ones"),
            Map.entry(
                    "best-of-n-reported",
                    "choose by cross-validation on the training rows, and score the chosen one once"),
            Map.entry("blind-selection-before-split", "split first, and choose columns on the training rows alone"),
            Map.entry(
                    "category-encoding-before-split",
                    "split first, and fit the encoder on the training rows, ready for unknown categories"),
            Map.entry("centred-window", "let the window end at the row itself: leave out center=True"),
            Map.entry("copies-across-split", "split first, and repeat or synthesise rows of the training part alone"),
            Map.entry(
                    "discretisation-before-split",
                    "split first, and find the edges of the bins on the training rows alone"),
            Map.entry("early-stopping-on-test", "cut a validation part from the training rows, and stop by that"),
            Map.entry(
                    "evaluation-set-in-prompt",
                    "take examples and documents from items that are not evaluated, and keep the two sets apart"),
            Map.entry(
                    "fold-preprocessing",
                    "put the step into a Pipeline with the model, so that each fold fits its own"),
            Map.entry("future-merge", "merge with direction='backward', so that a row meets only what came before it"),
            Map.entry("group-ignored", "split by groups: GroupShuffleSplit or GroupKFold"),
            Map.entry(
                    "group-statistic-before-split",
                    "split first, compute the statistic on the training rows, and merge it to both parts"),
            Map.entry("imputation-before-split", "split first, and fill both parts with values of the training rows"),
            Map.entry("index-ahead", "read only rows up to the current one"),
            Map.entry(
                    "index-holds-evaluation-answers",
                    "index the documents, and leave the answers of evaluated items out of the index"),
            Map.entry("manual-tuning-on-test", "tune on a validation part or in folds of the training rows"),
            Map.entry("negative-shift", "shift by a positive number, or keep the shifted column out of the features"),
            Map.entry("no-held-out-score", "hold rows out with train_test_split before the fit, and score those"),
            Map.entry(
                    "oversampling-outside-folds",
                    "put the sampler into a Pipeline of imbalanced-learn, so that each fold resamples its own training rows"),
            Map.entry("projection-before-split", "split first, and fit the projection on the training rows alone"),
            Map.entry(
                    "prompt-tuned-on-evaluation-set",
                    "choose the prompt on one part of the items, and report its score on another"),
            Map.entry("refit-on-test", "score before the refit, and never after it"),
            Map.entry("resample-transform", "use statistics of past periods alone: shift the resampled values by one"),
            Map.entry(
                    "same-bar-execution",
                    "trade on the signal of the bar before: multiply the returns by its shift(1)"),
            Map.entry("scaling-before-split", "split first, and fit the scaler on the training rows alone"),
            Map.entry("scored-on-training-rows", "score rows that were held out before the fit"),
            Map.entry(
                    "search-scored-on-its-data", "hold rows out before the search, and score its best model on those"),
            Map.entry("selection-before-split", "split first, and select features on the training rows alone"),
            Map.entry("shuffled-time-split", "split in time: shuffle=False or TimeSeriesSplit"),
            Map.entry("shuffled-windows", "split in time before windows are cut"),
            Map.entry("signal-from-later-rows", "decide by values of the row itself and of those before it"),
            Map.entry(
                    "signal-from-whole-series",
                    "compare with statistics of the past alone: rolling or expanding, shifted by one"),
            Map.entry(
                    "stacking-on-in-sample-predictions",
                    "train the second model on out-of-fold predictions: cross_val_predict or StackingClassifier"),
            Map.entry(
                    "target-encoding-before-split",
                    "split first, and fit the encoder on the training rows, within folds: TargetEncoder of scikit-learn"),
            Map.entry("target-in-features", "drop the target and what is made from it from the features"),
            Map.entry("target-statistic", "compute the statistic of the target on the training rows, within folds"),
            Map.entry("test-labels-in-training", "keep the labels of the test rows out of everything before the score"),
            Map.entry(
                    "test-rows-prepared-apart",
                    "fit the step once, on the training rows, and only transform the test rows"),
            Map.entry("test-rows-resampled", "balance the training rows alone, and score on the test rows as they are"),
            Map.entry("test-set-reused", "choose on a validation part, and use the test rows once, at the end"),
            Map.entry("threshold-tuned-on-test", "choose the threshold on a validation part or out-of-fold"),
            Map.entry("two-splits-mixed", "split all arrays in one call, or with the same random_state"),
            Map.entry("vectorising-before-split", "split first, and fit the vectoriser on the training texts alone"));

    private Advice() {}

    static Optional<Fix> on(String rule) {
        return Optional.ofNullable(OF.get(rule)).map(Fix.Advice::new);
    }
}
