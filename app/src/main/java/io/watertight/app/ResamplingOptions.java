package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.split.PlanKind;
import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitWish;
import io.watertight.core.study.Lag;
import io.watertight.core.study.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows are trained on when which are evaluated. What is left out the study's purpose decides. */
final class ResamplingOptions {

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            description = "random, stratified, group, stratified-group, time, group-time, two-way, leave-one-out,"
                    + " leave-one-group-out, spatial or duplicates; by default what the study's purpose asks for.")
    @Nullable
    String plan;

    @Option(names = "--folds", paramLabel = "N", description = "Folds (or periods); by default 5.")
    int folds = 5;

    @Option(
            names = "--test-share",
            paramLabel = "SHARE",
            description = "One training and one test part, this share of the rows, instead of folds: 0.2.")
    @Nullable
    Double testShare;

    @Option(names = "--repeats", paramLabel = "N", description = "How often all is dealt anew; by default once.")
    int repeats = 1;

    @Option(
            names = "--allow-ignoring",
            paramLabel = "KEY",
            description = "A declared group or time that --plan may disregard, for comparison; the report says so.")
    List<String> allowIgnoring = new ArrayList<>();

    @Option(names = "--purge", paramLabel = "LAG", description = "Gap before each evaluated period: 30d.")
    @Nullable
    String purge;

    @Option(names = "--embargo", paramLabel = "LAG", description = "A further gap, for values that arrive late.")
    @Nullable
    String embargo;

    @Option(names = "--window", paramLabel = "LAG", description = "Train on the last so long only: 365d.")
    @Nullable
    String window;

    @Option(names = "--places", paramLabel = "X,Y", description = "The two coordinates of a spatial plan.")
    @Nullable
    String places;

    @Option(names = "--cell", paramLabel = "SIZE", description = "Size of a spatial plan's cells, in their unit.")
    double cell;

    SplitWish wish() {
        if (folds < 2 || folds > 1000) {
            throw new WatertightException("--folds " + folds + " is not a number from 2 to 1000.", "leave it out: 5");
        }
        return new SplitWish(
                Optional.ofNullable(plan).map(word -> Words.read(PlanKind.class, word, "--plan")),
                shape(),
                allowIgnoring.stream().map(String::strip).toList(),
                Optional.ofNullable(window).map(Lag::parse),
                Optional.ofNullable(purge).map(Lag::parse),
                Optional.ofNullable(embargo).map(Lag::parse),
                coordinates(),
                cell,
                0,
                OptionalInt.empty());
    }

    private Shape shape() {
        if (testShare == null) {
            return new Shape.Folds(folds, repeats);
        }
        if (folds != new ResamplingOptions().folds) {
            throw new WatertightException(
                    "--folds " + folds + " and --test-share " + testShare + " contradict each other.",
                    "leave one of them out");
        }
        Shape.HoldOut once = (Shape.HoldOut) Shape.holdOut(testShare);
        return new Shape.HoldOut(once.perMillion(), repeats);
    }

    private List<String> coordinates() {
        if (places == null) {
            return List.of();
        }
        List<String> names = WordList.of(List.of(places));
        if (names.size() != 2) {
            throw new WatertightException("--places " + places + " does not name two columns.", "write --places X,Y");
        }
        return names;
    }
}
