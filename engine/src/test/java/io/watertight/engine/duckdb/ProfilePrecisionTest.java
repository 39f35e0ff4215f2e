package io.watertight.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.data.ColumnProfile;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that sums of squares would measure wrongly. */
final class ProfilePrecisionTest {

    private static final int ROWS = 400;
    private static final long SEED = 5;

    @TempDir
    private Path folder;

    private Table open(List<String> lines, Optional<String> split) throws IOException {
        Path file = folder.resolve("odd.csv");
        Files.write(file, lines);
        TableRequest request = TableRequest.of(List.of(file.toString()));
        return new DuckDbEngine().open(split.map(request::splitBy).orElse(request), Progress.NONE);
    }

    private static double deviation(double[] values) {
        double mean = 0;
        double squares = 0;
        for (int index = 0; index < values.length; index++) {
            double step = values[index] - mean;
            mean += step / (index + 1);
            squares += step * (values[index] - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    @Test
    void farAwayConstantTinyAndPlainColumnsHaveTheirDeviation() throws IOException {
        Random random = new Random(SEED);
        double[][] columns = new double[4][ROWS];
        List<String> lines = new ArrayList<>(List.of("plain,far,constant,tiny"));
        for (int row = 0; row < ROWS; row++) {
            columns[0][row] = random.nextDouble() - 0.25;
            columns[1][row] = 1e9 + random.nextInt(1000) / 8.0;
            columns[2][row] = 0.1;
            columns[3][row] = random.nextDouble() * 1e-190;
            lines.add(columns[0][row] + "," + columns[1][row] + "," + columns[2][row] + "," + columns[3][row]);
        }
        try (Table table = open(lines, Optional.empty())) {
            Map<String, ColumnProfile> profile = table.profile().columns();
            int index = 0;
            for (String name : List.of("plain", "far", "constant", "tiny")) {
                double expected = deviation(columns[index++]);
                assertThat(profile.get(name).all().deviation())
                        .as("%s, seed %d", name, SEED)
                        .isCloseTo(expected, within(1e-9 * expected));
            }
        }
    }

    @Test
    void numbersBeyondTheSquareRootOfADoubleHaveAMeanAndNoDeviation() throws IOException {
        List<String> lines = new ArrayList<>(List.of("huge,y"));
        for (int row = 0; row < ROWS; row++) {
            lines.add((row + 1.5) + "e200," + row % 2);
        }
        try (Table table = open(lines, Optional.empty())) {
            ColumnProfile huge = table.profile().column("huge");
            assertThat(huge.all().mean()).isCloseTo(201e200, within(1e192));
            assertThat(huge.all().deviation()).isNaN();
        }
    }

    @Test
    void wholeNumbersTooLargeForAReaderToCallIntegralAreStillWhole() throws IOException {
        List<String> lines = new ArrayList<>(List.of("large,fraction,y"));
        for (int row = 0; row < ROWS; row++) {
            lines.add((row + 1) + "e16," + row / 2.0 + "," + row % 2);
        }
        try (Table table = open(lines, Optional.empty())) {
            assertThat(table.profile().column("large").integral()).isTrue();
            assertThat(table.profile().column("fraction").integral()).isFalse();
        }
    }

    @Test
    void partsAreMeasuredEachByItself() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,part"));
        for (int row = 0; row < ROWS; row++) {
            lines.add((row % 2 == 0 ? row % 3 - 1 : 1000 + row % 3) + "," + (row % 2 == 0 ? "train" : "test"));
        }
        try (Table table = open(lines, Optional.of("part"))) {
            ColumnProfile x = table.profile().column("x");
            x.parts()
                    .forEach((part, profile) ->
                            assertThat(profile.deviation()).as("%s", part).isCloseTo(Math.sqrt(2.0 / 3), within(0.01)));
            assertThat(x.all().deviation()).isCloseTo(500, within(2.0));
        }
    }
}
