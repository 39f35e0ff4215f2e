package io.watertight.ml.learn;

import io.watertight.core.WatertightException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Deals rows to training and evaluation sets. The only maker of sets: a strategy extends it and says which row goes where, and every
 * division is checked before a set is made of it. Strategies are immutable and thread-safe.
 */
public abstract class Splitter {

    /** The strategy in a few words, for reports: {@code 5 folds by group 'patient'}. */
    public abstract String describe();

    /**
     * Deals the rows, one list of folds a repeat. Must depend on ids, keys and seed only, never on the order of rows.
     *
     * @param input what may be looked at
     * @param seed of the whole run
     */
    protected abstract List<List<Division>> divide(SplitterInput input, long seed);

    /**
     * Whether rows of one declared group may come to be on two sides because somebody said so. A splitter that parts them without having
     * been told to is refused where something is chosen on its folds.
     */
    public boolean ignoresGroups() {
        return false;
    }

    /** Whether all that is trained on lies before all that is evaluated, in each fold. Held against the rows where something is chosen. */
    public boolean keepsOrder() {
        return false;
    }

    /** Splits all rows of a study. */
    public final List<Fold> split(Dataset dataset, long seed) {
        return folds(new RowView(dataset, all(dataset.rows())), seed);
    }

    /** Splits training rows once more, for what is chosen inside a fold. */
    public final List<Fold> split(RawTrainingSet training, long seed) {
        return folds(training.view(), seed);
    }

    /**
     * The first fold as a training set and a locked test set.
     *
     * @param training what everything else may be done with
     * @param vault what stays locked until it is assessed
     */
    public record Locked(RawTrainingSet training, VaultedSet vault) {}

    /** Locks the evaluation rows of the first fold away. */
    public final Locked lock(Dataset dataset, long seed) {
        RowView view = new RowView(dataset, all(dataset.rows()));
        Division first = checked(divide(new SplitterInput(view), seed).get(0).get(0), view);
        return new Locked(new RawTrainingSet(dataset, first.training()), new VaultedSet(dataset, first.evaluation()));
    }

    private List<Fold> folds(RowView view, long seed) {
        List<List<Division>> repeats = divide(new SplitterInput(view), seed);
        List<Fold> folds = new ArrayList<>();
        for (int repeat = 0; repeat < repeats.size(); repeat++) {
            int number = 0;
            for (Division division : repeats.get(repeat)) {
                checked(division, view);
                folds.add(new Fold(
                        repeat,
                        number++,
                        new RawTrainingSet(view.dataset(), within(view, division.training())),
                        new EvaluationSet(new RowView(view.dataset(), within(view, division.evaluation())), false)));
            }
        }
        return List.copyOf(folds);
    }

    private Division checked(Division division, RowView view) {
        if (division.training().length == 0 || division.evaluation().length == 0) {
            throw new WatertightException(
                    "The split (" + describe() + ") leaves " + division.training().length + " rows to train on and "
                            + division.evaluation().length + " to evaluate, of " + view.rows().length + ".",
                    "ask for fewer folds, or another split");
        }
        boolean[] trained = new boolean[view.rows().length];
        for (int position : division.training()) {
            trained[position] = true;
        }
        for (int position : division.evaluation()) {
            if (trained[position]) {
                throw new IllegalStateException(
                        "the split (" + describe() + ") puts row " + view.rowIds()[position] + " on both sides");
            }
        }
        return division;
    }

    private static int[] within(RowView view, int[] positions) {
        return Arrays.stream(positions).map(position -> view.rows()[position]).toArray();
    }

    private static int[] all(int rows) {
        int[] indices = new int[rows];
        Arrays.setAll(indices, index -> index);
        return indices;
    }
}
