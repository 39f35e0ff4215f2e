package io.watertight.core.split;

import io.watertight.core.WatertightException;
import io.watertight.core.data.TableProfile;
import io.watertight.core.study.Lag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rows may be trained on when which are evaluated. A plan names keys and columns; it holds no rows. The same plan and seed give
 * the same split on every engine.
 */
public sealed interface SplitPlan {

    /** What it does, and what it ignores although it was declared, in a few words. */
    String describe();

    /** What never happens in a split by this plan. */
    Guarantees guarantees();

    /** How often all is dealt anew. */
    int repeats();

    /** Rows at random. Right for new rows of the same entities and period only. */
    record Random(Shape shape) implements SplitPlan {
        @Override
        public String describe() {
            return "at random, " + shape.describe();
        }

        @Override
        public Guarantees guarantees() {
            return Guarantees.NONE;
        }

        @Override
        public int repeats() {
            return shape.repeats();
        }
    }

    /** At random within the classes of the target, or within quantile bins of a number. */
    record Stratified(Shape shape) implements SplitPlan {
        @Override
        public String describe() {
            return "at random within classes or ranges of the target, " + shape.describe();
        }

        @Override
        public Guarantees guarantees() {
            return Guarantees.NONE;
        }

        @Override
        public int repeats() {
            return shape.repeats();
        }
    }

    /**
     * Whole groups, so that each evaluated one is new to the model.
     *
     * @param group name of its key
     * @param stratified whether classes (or ranges) of the target are balanced as well as sizes
     */
    record Group(String group, boolean stratified, Shape shape) implements SplitPlan {
        @Override
        public String describe() {
            return "by whole groups of '" + group + "'" + (stratified ? ", the target balanced" : "") + ", "
                    + shape.describe();
        }

        @Override
        public Guarantees guarantees() {
            return Guarantees.apart(Set.of(group));
        }

        @Override
        public int repeats() {
            return shape.repeats();
        }
    }

    /** Each row evaluated by a model of all others. For small tables. */
    record LeaveOneOut() implements SplitPlan {
        @Override
        public String describe() {
            return "one row left out at a time";
        }

        @Override
        public Guarantees guarantees() {
            return Guarantees.NONE;
        }

        @Override
        public int repeats() {
            return 1;
        }
    }

    /** Each group evaluated by a model of all others. */
    record LeaveOneGroupOut(String group) implements SplitPlan {
        @Override
        public String describe() {
            return "one group of '" + group + "' left out at a time";
        }

        @Override
        public Guarantees guarantees() {
            return Guarantees.apart(Set.of(group));
        }

        @Override
        public int repeats() {
            return 1;
        }
    }

    /** Trains on the past and evaluates the period that follows. */
    record ForwardChaining(Chain chain) implements SplitPlan {
        @Override
        public String describe() {
            return chain.describe();
        }

        @Override
        public Guarantees guarantees() {
            return Guarantees.ordered(chain);
        }

        @Override
        public int repeats() {
            return 1;
        }
    }

    /**
     * Trains on the past and evaluates the period that follows, with no group on both sides. A group that has rows on both sides of a
     * cut is given, at random, to one of them; its rows on the other are left out. Of several kinds of groups (patients and devices)
     * each is parted so by itself, and a row stays where all of them allow it.
     *
     * @param groups names of their keys; at least one
     */
    record GroupAndTime(List<String> groups, Chain chain) implements SplitPlan {
        public GroupAndTime {
            groups = List.copyOf(groups);
            if (groups.isEmpty()) {
                throw new WatertightException(
                        "A split by group and time needs a group.", "name its column: --group COLUMN");
            }
        }

        public GroupAndTime(String group, Chain chain) {
            this(List.of(group), chain);
        }

        @Override
        public String describe() {
            return chain.describe()
                    + groups.stream()
                            .map(group -> "'" + group + "'")
                            .collect(Collectors.joining(" or of ", ", no group of ", " on both sides"));
        }

        @Override
        public Guarantees guarantees() {
            return Guarantees.ordered(chain).and(Guarantees.apart(new LinkedHashSet<>(groups)));
        }

        @Override
        public int repeats() {
            return 1;
        }
    }

    /**
     * Holds groups of two kinds out at once (patients and devices): rows held out on one axis only are neither trained on nor
     * evaluated. Schreiber et al., A pitfall for machine learning methods aiming to predict across cell types, Genome Biology 21:282
     * (2020).
     *
     * @param shape of each axis: 3 folds give 9 divisions; a test share is that of the rows, so each axis holds out its square root
     */
    record TwoWayGroup(String first, String second, Shape shape) implements SplitPlan {

        /** The shape of one axis. */
        public Shape axis() {
            if (shape instanceof Shape.HoldOut held) {
                return new Shape.HoldOut(Math.round(Math.sqrt(held.share()) * Shape.HoldOut.WHOLE), held.repeats());
            }
            return shape;
        }

        @Override
        public String describe() {
            String each = shape instanceof Shape.HoldOut ? shape.describe() : "each axis in " + shape.describe();
            return "by whole groups of '" + first + "' and of '" + second + "' at once, " + each;
        }

        @Override
        public Guarantees guarantees() {
            return Guarantees.apart(new LinkedHashSet<>(List.of(first, second)));
        }

        @Override
        public int repeats() {
            return shape.repeats();
        }
    }

    /**
     * Whole cells of a grid, so that neighbours do not tell each other's outcome.
     *
     * @param x column of longitudes or of any coordinate
     * @param y column of latitudes or of any coordinate
     * @param size of a cell, in the unit of the columns
     * @param buffer cells less than this far from an evaluated one are not trained on, in the same unit; 0 for none
     */
    record SpatialBlocks(String x, String y, double size, double buffer, Shape shape) implements SplitPlan {
        public SpatialBlocks {
            if (!(size > 0) || !(buffer >= 0) || Double.isInfinite(size + buffer)) {
                throw new WatertightException(
                        "Cells of size " + size + " with a buffer of " + buffer + " are no grid.",
                        "name a positive size, in the unit of the columns");
            }
        }

        /** Cells around an evaluated one that are left out. */
        public int bufferCells() {
            return (int) Math.min(100, Math.ceil(buffer / size));
        }

        @Override
        public String describe() {
            return "by cells of " + size + " by " + size + " of '" + x + "' and '" + y + "'"
                    + (buffer > 0 ? " with a buffer of " + buffer : "") + ", " + shape.describe();
        }

        @Override
        public Guarantees guarantees() {
            return Guarantees.apart(Set.of(Guarantees.CELLS));
        }

        @Override
        public int repeats() {
            return shape.repeats();
        }
    }

    /**
     * Rows that are equal, or nearly so, stay together: clusters of rows linked by (near) equality of all these columns.
     *
     * @param grains the columns compared; at least one
     */
    record DuplicateClusters(List<Grain> grains, Shape shape) implements SplitPlan {
        public DuplicateClusters {
            grains = List.copyOf(grains);
            if (grains.isEmpty()) {
                throw new WatertightException(
                        "Duplicates cannot be sought without a column.", "the study has no features left");
            }
        }

        /**
         * How exactly a column is compared.
         *
         * @param column its name
         * @param width numbers in one cell of this width are taken for equal; 0 for exact equality
         */
        public record Grain(String column, double width) {}

        /**
         * The same plan, but numbers count as equal within a cell of about this share of their standard deviation. Widths are powers of
         * two, so that every engine draws the same cells.
         */
        public DuplicateClusters near(TableProfile profile, double share) {
            return new DuplicateClusters(
                    grains.stream()
                            .map(grain -> {
                                double wanted = share
                                        * profile.column(grain.column()).all().deviation();
                                boolean graded = Double.isFinite(wanted) && wanted > 0;
                                return new Grain(
                                        grain.column(), graded ? Math.scalb(1.0, Math.getExponent(wanted)) : 0);
                            })
                            .toList(),
                    shape);
        }

        /** Whether nearly equal rows are linked too. */
        public boolean isNear() {
            return grains.stream().anyMatch(grain -> grain.width() > 0);
        }

        @Override
        public String describe() {
            return "by clusters of " + (isNear() ? "nearly " : "") + "equal rows in " + grains.size()
                    + (grains.size() == 1 ? " column, " : " columns, ") + shape.describe();
        }

        @Override
        public Guarantees guarantees() {
            return Guarantees.apart(Set.of(Guarantees.CLUSTERS));
        }

        @Override
        public int repeats() {
            return shape.repeats();
        }
    }

    /**
     * A plan that disregards declared keys, for comparison with one that does not, and says so wherever it is described.
     *
     * @param plan what is done
     * @param keys what is disregarded; at least one
     */
    record Ignoring(SplitPlan plan, List<String> keys) implements SplitPlan {
        public Ignoring {
            keys = List.copyOf(keys);
        }

        @Override
        public String describe() {
            return plan.describe()
                    + keys.stream()
                            .map(key -> "'" + key + "'")
                            .collect(Collectors.joining(" and ", " (IGNORING declared ", ")"));
        }

        @Override
        public Guarantees guarantees() {
            return plan.guarantees();
        }

        @Override
        public int repeats() {
            return plan.repeats();
        }
    }

    /**
     * A split of the training rows of another split, for what is chosen inside each fold.
     *
     * @param outer estimates
     * @param inner selects; promises all that the outer plan promises
     */
    record Nested(SplitPlan outer, SplitPlan inner) implements SplitPlan {
        public Nested {
            if (outer instanceof Nested || inner instanceof Nested) {
                throw new WatertightException("A nested plan is nested already.", "name one outer and one inner plan");
            }
            if (inner.repeats() > 1) {
                throw new WatertightException(
                        "The inner split is repeated " + inner.repeats() + " times.", "repeat the outer one instead");
            }
            List<String> broken = inner.guarantees().missing(outer.guarantees());
            if (!broken.isEmpty()) {
                throw new WatertightException(
                        "The inner split (" + inner.describe() + ") breaks what the outer one keeps: "
                                + String.join(", ", broken) + ".",
                        "let the inner split inherit it: leave its plan out");
            }
        }

        /** With an inner plan that inherits groups and time from the outer one. */
        public static Nested inherit(SplitPlan outer, int innerFolds) {
            return new Nested(outer, Inheritance.inner(outer, innerFolds));
        }

        @Override
        public String describe() {
            return outer.describe() + "; inside each training part: " + inner.describe();
        }

        @Override
        public Guarantees guarantees() {
            return outer.guarantees();
        }

        @Override
        public int repeats() {
            return outer.repeats();
        }
    }

    /**
     * Cuts along time.
     *
     * @param time column of the key that orders the rows
     * @param shape folds: the first period is only trained on, each later one is evaluated once; or the share of the latest rows
     * @param window training rows reach back this far only (sliding); all the past if empty (expanding)
     * @param purge a training row's label is known this long after the row, so it must be older than the evaluated period by more than
     *     that: Lopez de Prado, Advances in Financial Machine Learning (2018), chapter 7
     * @param embargo a further gap, for values that arrive late and for serial dependence
     */
    record Chain(String time, Shape shape, Optional<Lag> window, Optional<Lag> purge, Optional<Lag> embargo) {
        public Chain {
            if (shape.repeats() > 1) {
                throw new WatertightException(
                        "A split along time cannot be repeated: there is one past.", "leave out --repeats");
            }
        }

        public Chain(String time, Shape shape) {
            this(time, shape, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Seconds between the last training row and the first evaluated one, at least. */
        public long gap() {
            return purge.map(Lag::seconds).orElse(0L)
                    + embargo.map(Lag::seconds).orElse(0L);
        }

        String describe() {
            String way = shape instanceof Shape.Folds folds
                    ? "forward along '" + time + "', " + folds.number() + " periods"
                    : "before and after along '" + time + "', " + shape.describe();
            return way
                    + window.map(length -> ", training on the last " + length).orElse("")
                    + purge.filter(Lag::isPositive).map(lag -> ", purge " + lag).orElse("")
                    + embargo.filter(Lag::isPositive)
                            .map(lag -> ", embargo " + lag)
                            .orElse("");
        }
    }
}
