package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.SparseBlock;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.TrainingSet;
import java.util.Optional;

/** Leaves columns out that no model can use, judged by training rows alone, with a note. Immutable; thread-safe. */
public final class LeaveOut extends Blockwise {

    private final boolean constants;

    private LeaveOut(Columns columns, boolean constants) {
        super(columns);
        this.constants = constants;
    }

    /** Columns that are the same in all training rows; a missing value counts as one of its own. */
    public static LeaveOut constants(Columns columns) {
        return new LeaveOut(columns, true);
    }

    /** Categories with more different values than half the training rows that have one: they name rows and describe none. */
    public static LeaveOut namesOfRows(Columns columns) {
        return new LeaveOut(columns, false);
    }

    @Override
    public String name() {
        return constants ? "constant columns left out" : "names of rows left out";
    }

    @Override
    Lesson begin(TrainingSet training, FitContext context) {
        return constants
                ? block -> isConstant(block)
                        ? Optional.of(Piece.dropped(
                                "'" + block.name() + "' is the same in all training rows and was left out."))
                        : Optional.empty()
                : block -> block instanceof CategoryBlock categories ? names(categories) : Optional.empty();
    }

    private static Optional<Piece> names(CategoryBlock block) {
        LevelCounts counts = LevelCounts.of(block);
        return counts.namesRows(block.rows())
                ? Optional.of(Piece.dropped("'" + block.name() + "' has " + counts.levels() + " different values in "
                        + counts.present(block.rows()) + " training rows: it names rows, and was left out."))
                : Optional.empty();
    }

    private static boolean isConstant(Block block) {
        if (block instanceof NumberBlock numbers) {
            for (double value : numbers.values()) {
                if (Double.doubleToLongBits(value + 0.0) != Double.doubleToLongBits(numbers.values()[0] + 0.0)) {
                    return false;
                }
            }
            return true;
        }
        if (block instanceof SparseBlock sparse) {
            return sparse.values().length == 0;
        }
        int[] codes = block instanceof CategoryBlock categories ? categories.codes() : ((IndicatorBlock) block).codes();
        for (int code : codes) {
            if (code != codes[0]) {
                return false;
            }
        }
        return true;
    }
}
