package io.watertight.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.data.RowHash;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.ContingencyTable;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More columns than one look groups side by side: words, truths and numbers, with gaps, some asked about in two ways. */
final class WordsAgainstTargetTest {

    private static final int ROWS = 600;
    private static final int COLUMNS = 30;
    private static final long SEED = 11;
    private static final List<String> LEVELS = List.of("w0", "w1", "w2");

    @TempDir
    private Path folder;

    private final String[][] cells = new String[ROWS][COLUMNS];
    private final double[] target = new double[ROWS];

    private Table open(boolean classes) throws IOException {
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder("y");
        for (int column = 0; column < COLUMNS; column++) {
            text.append(",c").append(column);
        }
        for (int row = 0; row < ROWS; row++) {
            target[row] = classes ? random.nextInt(2) : random.nextGaussian();
            text.append('\n').append(classes ? String.valueOf((int) target[row]) : String.valueOf(target[row]));
            for (int column = 0; column < COLUMNS; column++) {
                boolean gap = random.nextInt(9) == 0;
                cells[row][column] =
                        gap ? "" : column % 3 == 0 ? String.valueOf(random.nextBoolean()) : "w" + random.nextInt(5);
                text.append(',').append(cells[row][column]);
            }
        }
        Path file = folder.resolve("words.csv");
        Files.writeString(file, text.append('\n'));
        return new DuckDbEngine().open(TableRequest.of(List.of(file.toString())), Progress.NONE);
    }

    private static Contingency question(int column, List<String> levels) {
        return new Contingency("c" + column, new Binning.Levels(levels));
    }

    private static List<String> levels(int column) {
        return column % 3 == 0 ? List.of("true", "false") : LEVELS;
    }

    private Statistics ask(Table table, Outcome outcome) {
        Set<Statistic<?>> questions = new LinkedHashSet<>();
        for (int column = 0; column < COLUMNS; column++) {
            questions.add(question(column, levels(column)));
        }
        questions.add(question(1, List.of("w4")));
        return table.compute(Optional.of(outcome), questions, Optional.empty());
    }

    @Test
    void everyCellIsCountedOnceWhereItBelongs() throws IOException {
        try (Table table = open(true)) {
            table.profile();
            Statistics answers =
                    ask(table, new Outcome(new Target("y", Task.BINARY, false, List.of("0", "1"), 1), new double[0]));
            for (int column = 0; column < COLUMNS; column++) {
                assertSame(answers.get(question(column, levels(column))), column, levels(column));
            }
            assertSame(answers.get(question(1, List.of("w4"))), 1, List.of("w4"));
        }
    }

    private void assertSame(ContingencyTable found, int column, List<String> levels) {
        double[][][] expected = new double[levels.size() + 2][Contingency.FOLDS][2];
        for (int row = 0; row < ROWS; row++) {
            expected[bin(cells[row][column], levels)][RowHash.fold(row, Contingency.FOLDS)][(int) target[row]]++;
        }
        assertThat(found.cells()).as("column %d, seed %d", column, SEED).isDeepEqualTo(expected);
    }

    private static int bin(String cell, List<String> levels) {
        int index = levels.indexOf(cell);
        return cell.isEmpty() ? levels.size() + 1 : index >= 0 ? index : levels.size();
    }

    @Test
    void numbersAreSummedByLevel() throws IOException {
        try (Table table = open(false)) {
            table.profile();
            double[] cuts = {-1, 0, 1};
            Statistics answers = ask(table, new Outcome(new Target("y", Task.REGRESSION, false, List.of(), 0), cuts));
            for (int column = 0; column < COLUMNS; column++) {
                double[][][] found =
                        answers.get(question(column, levels(column))).cells();
                List<Double> sums = new ArrayList<>(List.of(0.0, 0.0));
                for (int row = 0; row < ROWS; row++) {
                    if (bin(cells[row][column], levels(column)) == 0) {
                        sums.set(0, sums.get(0) + 1);
                        sums.set(1, sums.get(1) + target[row]);
                    }
                }
                double count = 0;
                double sum = 0;
                for (double[] fold : found[0]) {
                    count += fold[0];
                    sum += fold[1];
                }
                assertThat(count).isEqualTo(sums.get(0));
                assertThat(sum).isCloseTo(sums.get(1), within(1e-9));
            }
        }
    }
}
