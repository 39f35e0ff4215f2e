package io.watertight.core.split;

import io.watertight.core.study.Lag;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What somebody asks of a split; what is left open the study decides.
 *
 * @param kind the plan, if asked for
 * @param shape folds or a test share
 * @param allowIgnoring declared keys that may be disregarded, for comparison: {@code group}, {@code time}, or a key's name
 * @param window how far back training reaches along time
 * @param purge instead of the label horizon
 * @param embargo instead of the longest known-at lag
 * @param coordinates columns of a spatial plan, x and y
 * @param cell size of a cell of the grid
 * @param buffer around evaluated cells
 * @param innerFolds folds of an inner split of each training part
 */
public record SplitWish(
        Optional<PlanKind> kind,
        Shape shape,
        List<String> allowIgnoring,
        Optional<Lag> window,
        Optional<Lag> purge,
        Optional<Lag> embargo,
        List<String> coordinates,
        double cell,
        double buffer,
        OptionalInt innerFolds) {

    public SplitWish {
        allowIgnoring = List.copyOf(allowIgnoring);
        coordinates = List.copyOf(coordinates);
    }

    /** Whatever the study's purpose asks for. */
    public static SplitWish of(Shape shape) {
        return new SplitWish(
                Optional.empty(),
                shape,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                0,
                OptionalInt.empty());
    }

    /** A plan of this kind. */
    public static SplitWish of(PlanKind kind, Shape shape) {
        return of(shape).withKind(kind);
    }

    public SplitWish withKind(PlanKind wanted) {
        return new SplitWish(
                Optional.of(wanted),
                shape,
                allowIgnoring,
                window,
                purge,
                embargo,
                coordinates,
                cell,
                buffer,
                innerFolds);
    }

    /** For comparison with the honest split: {@code group}, {@code time}, or a key's name. */
    public SplitWish allowingToIgnore(String... keys) {
        return new SplitWish(kind, shape, List.of(keys), window, purge, embargo, coordinates, cell, buffer, innerFolds);
    }

    public SplitWish withShape(Shape wanted) {
        return new SplitWish(
                kind, wanted, allowIgnoring, window, purge, embargo, coordinates, cell, buffer, innerFolds);
    }

    public SplitWish withBuffer(double around) {
        return new SplitWish(kind, shape, allowIgnoring, window, purge, embargo, coordinates, cell, around, innerFolds);
    }

    public SplitWish withInnerFolds(int inner) {
        return new SplitWish(
                kind, shape, allowIgnoring, window, purge, embargo, coordinates, cell, buffer, OptionalInt.of(inner));
    }

    boolean mayIgnore(String key, String role) {
        return allowIgnoring.contains(key) || allowIgnoring.contains(role);
    }
}
