package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever options meet, the exit code is one of the contract, nothing of Java shows, and a copied target is never "valid". */
final class OptionFuzzTest {

    private static final String[][] OPTIONS = {
        {"--positive", "1"},
        {"--positive", "x"},
        {"--task", "binary"},
        {"--task", "regression"},
        {"--task", "multiclass"},
        {"--split", "half"},
        {"--split", "y"},
        {"--split", "word"},
        {"--id", "row_id"},
        {"--id", "a+b"},
        {"--group", "patient"},
        {"--group", "patient+word"},
        {"--group", "y"},
        {"--time", "day"},
        {"--time", "a"},
        {"--weight", "b"},
        {"--weight", "word"},
        {"--predict-at", "day"},
        {"--predict-at", "day+3d"},
        {"--predict-at", "a+1d"},
        {"--horizon", "30d"},
        {"--horizon", "0d"},
        {"--purpose", "rows"},
        {"--purpose", "groups"},
        {"--purpose", "future"},
        {"--known-at", "*=always"},
        {"--known-at", "*=event"},
        {"--known-at", "a=after-outcome"},
        {"--known-at", "b=day"},
        {"--ignore", "word"},
        {"--ignore", "*"},
        {"--ignore", "day"},
        {"--type", "a=text"},
        {"--type", "word=number"},
        {"--type", "y=text"},
        {"--type", "day=time"},
        {"--type", "patient=time"},
        {"--format", "json"},
        {"--format", "text"},
        {"--format", "sarif,html"},
        {"--output", "out"},
        {"--output", "-"},
        {"--fail-on", "never"},
        {"--fail-on", "warning"},
        {"--require-valid"},
        {"--show-values"},
        {"--quiet"},
        {"--no-header"},
        {"--header"},
        {"--delimiter", ";"},
        {"--budget", "1s"},
        {"--seed", "-3"},
        {"--threads", "1"},
        {"--memory", "100MB"},
        {"--checks", "strong-feature"},
        {"--skip", "pure-region"},
        {"--test", "t.csv"},
        {"--write-baseline", "base.txt"},
        {"--baseline", "base.txt"},
    };

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void optionsMeetInAnyCombination(long seed) {
        Random random = new Random(seed);
        int rows = List.of(1, 2, 5, 30, 60, 200).get(random.nextInt(6));
        Tables.leaky(folder, "d.csv", rows, seed);
        Tables.leaky(folder, "t.csv", 1 + rows / 3, seed + 1);
        List<String> command = new ArrayList<>(List.of("audit", "d.csv"));
        if (random.nextInt(10) > 0) {
            command.addAll(List.of(
                    "--target",
                    random.nextInt(8) > 0 ? "y" : List.of("a", "word", "day").get(random.nextInt(3))));
        }
        for (int count = random.nextInt(7); count > 0; count--) {
            command.addAll(List.of(OPTIONS[random.nextInt(OPTIONS.length)]));
        }

        Run run = Run.in(folder, command.toArray(String[]::new));

        String all = run.out() + run.err();
        assertThat(run.code()).as("seed %d: %s%n%s", seed, command, all).isIn(0, 1, 2, 3);
        assertThat(all)
                .as("seed %d: %s", seed, command)
                .doesNotContain("Exception")
                .doesNotContain("fault of Watertight")
                .doesNotContain("\tat ");
        if (command.contains("y") && !command.contains("*")) {
            assertThat(run.out()).as("seed %d: %s", seed, command).doesNotContain("\"valid\"");
            assertThat(run.out()
                            .lines()
                            .filter(line -> line.startsWith("VALID"))
                            .toList())
                    .isEmpty();
        }
    }
}
