package io.watertight.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.data.Shingles;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.statistic.NearRepetition;
import io.watertight.core.statistic.NearRepetition.Cells;
import io.watertight.core.statistic.NearRepetition.Grain;
import io.watertight.core.statistic.NearRepetition.Texts;
import io.watertight.core.statistic.NearRepetitionReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Near rows and texts against comparing every row with every other. */
final class NearRepetitionTest {

    private static final double WIDTH = 0.25;

    @TempDir
    Path folder;

    private NearRepetitionReport ask(String header, List<String> lines, NearRepetition question, boolean split)
            throws IOException {
        Path file = folder.resolve("t.csv");
        List<String> all = new ArrayList<>(List.of(header));
        all.addAll(lines);
        Files.write(file, all);
        TableRequest request = TableRequest.of(List.of(file.toString()));
        try (Table table = new DuckDbEngine().open(split ? request.splitBy("part") : request, Progress.NONE)) {
            table.profile();
            return table.compute(Optional.empty(), Set.of(question), Optional.empty())
                    .get(question);
        }
    }

    private record Near(Set<List<Integer>> pairs, Set<Integer> rows) {}

    private static Near bruteForce(int rows, java.util.function.BiPredicate<Integer, Integer> near) {
        Set<List<Integer>> pairs = new HashSet<>();
        Set<Integer> ends = new HashSet<>();
        for (int one = 0; one < rows; one++) {
            for (int other = one + 1; other < rows; other++) {
                if (near.test(one, other)) {
                    pairs.add(List.of(one, other));
                    ends.add(one);
                    ends.add(other);
                }
            }
        }
        return new Near(pairs, ends);
    }

    private static double jaccard(long[] left, long[] right) {
        long shared = Arrays.stream(left)
                .filter(shingle -> Arrays.binarySearch(right, shingle) >= 0)
                .count();
        return (double) shared / (left.length + right.length - shared);
    }

    /** Rows of numbers, words and gaps; a twentieth are copies of earlier rows with up to three cells changed. */
    private static Object[][] rows(long seed, int count) {
        Random random = new Random(seed);
        Object[][] rows = new Object[count][];
        for (int row = 0; row < count; row++) {
            boolean copy = row > 50 && random.nextInt(20) == 0;
            Object[] cells = copy ? rows[random.nextInt(row)].clone() : new Object[10];
            int changes = copy ? random.nextInt(4) : cells.length;
            for (int change = 0; change < changes; change++) {
                int column = copy ? random.nextInt(cells.length) : change;
                cells[column] = column < 5
                        ? (Object) (random.nextInt(12) == 0 ? "" : Math.round(random.nextGaussian() * 1000) / 100.0)
                        : "w" + random.nextInt(column == 9 ? 2 : 40);
            }
            rows[row] = cells;
        }
        return rows;
    }

    private static Object cell(Object[] row, int column) {
        return row[column] instanceof Double number ? Math.floor(number / WIDTH + 0.5) : row[column];
    }

    private static int agreeing(Object[] one, Object[] other) {
        int agreeing = 0;
        for (int column = 0; column < one.length; column++) {
            agreeing += one[column].equals(other[column]) ? 1 : 0;
        }
        return agreeing;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20})
    void oneBlockInSoManyMeetsAsLargeAShareOfThePairs(int oneIn) throws IOException {
        int copies = 8_000;
        Random random = new Random(oneIn);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < copies; row++) {
            int[] cells = random.ints(8, 0, 1_000_000).toArray();
            lines.add(line(cells));
            cells[row % 8] = -1 - row;
            lines.add(line(cells));
        }
        List<Grain> grains = IntStream.range(0, 8)
                .mapToObj(column -> new Grain("c" + column, 0))
                .toList();

        NearRepetitionReport report =
                ask("c0,c1,c2,c3,c4,c5,c6,c7", lines, new NearRepetition(new Cells(grains), 0.74, oneIn), false);

        double share = 1.0 / oneIn;
        assertThat((double) report.pairs() / copies)
                .isCloseTo(share, within(4 * Math.sqrt(share * (1 - share) / copies)));
        assertThat(report.differing()).containsExactly(report.pairs(), 0L);
        assertThat(report.nearRows()).isEqualTo(2 * report.pairs());
    }

    private static String line(int[] cells) {
        return String.join(",", Arrays.stream(cells).mapToObj(Integer::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPairOfNearRowsIsMet(long seed) throws IOException {
        Object[][] rows = rows(seed, 3000);
        List<String> lines = Arrays.stream(rows)
                .map(row -> String.join(
                        ",", Arrays.stream(row).map(Object::toString).toList()))
                .toList();
        Object[][] cells = Arrays.stream(rows)
                .map(row -> IntStream.range(0, 10)
                        .mapToObj(column -> cell(row, column))
                        .toArray())
                .toArray(Object[][]::new);
        Near expected = bruteForce(rows.length, (one, other) -> {
            int agreeing = agreeing(cells[one], cells[other]);
            return agreeing >= 8 && agreeing < 10;
        });
        long differingInOne = expected.pairs().stream()
                .filter(pair -> agreeing(cells[pair.get(0)], cells[pair.get(1)]) == 9)
                .count();
        List<Grain> grains = IntStream.range(0, 10)
                .mapToObj(column -> new Grain("c" + column, column < 5 ? WIDTH : 0))
                .toList();

        NearRepetitionReport report =
                ask("c0,c1,c2,c3,c4,c5,c6,c7,c8,c9", lines, new NearRepetition(new Cells(grains), 0.8), false);

        assertThat(expected.pairs()).as("seed %d", seed).hasSizeGreaterThan(50);
        assertThat(report.crowdedRows()).isZero();
        assertThat(report.pairs()).isEqualTo(expected.pairs().size());
        assertThat(report.differing())
                .containsExactly(differingInOne, expected.pairs().size() - differingInOne);
        assertThat(report.nearRows()).isEqualTo(expected.rows().size());
        for (List<Long> example : report.examples()) {
            assertThat(expected.pairs())
                    .contains(example.stream().map(Long::intValue).toList());
        }
    }

    @Test
    void aValueInHalfOfTheRowsBringsNoMoreCandidatesThanRows() throws IOException {
        Random random = new Random(5);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < 20_000; row++) {
            boolean same = row % 2 == 0;
            lines.add((same ? "a,b,c,d,e" : "k" + random.nextInt(900) + ",k" + random.nextInt(900) + ",x,y,z") + ","
                    + random.nextInt(1_000_000));
        }
        List<Grain> grains = List.of("p", "q", "r", "s", "t", "u").stream()
                .map(name -> new Grain(name, 0))
                .toList();

        NearRepetitionReport report = ask("p,q,r,s,t,u", lines, new NearRepetition(new Cells(grains), 0.8), false);

        assertThat(report.candidates()).isLessThan(2 * 8 * 20_000);
        assertThat(report.crowdedRows()).isGreaterThanOrEqualTo(10_000);
        assertThat(report.nearRows()).isGreaterThanOrEqualTo(10_000);
    }

    @Test
    void pairsAcrossTheSplitAreToldFromPairsWithinAPart() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < 200; row++) {
            lines.add("train," + row + ",w" + row + ",v" + row + "," + row % 7);
        }
        lines.add("test,1000,w3,v3,3"); // near row 3 but for the first column
        lines.add("test,1001,w900,v900,3");
        lines.add("train,77,w10,v10,3"); // near row 10
        List<Grain> grains = List.of(new Grain("a", 0), new Grain("b", 0), new Grain("c", 0), new Grain("d", 0));

        NearRepetitionReport report = ask("part,a,b,c,d", lines, new NearRepetition(new Cells(grains), 0.75), true);

        assertThat(report.nearTestRows()).isEqualTo(1);
        assertThat(report.nearTrainRows()).isEqualTo(1);
        assertThat(report.nearRows()).isEqualTo(4);
        assertThat(report.examples()).containsExactly(List.of(3L, 200L), List.of(10L, 202L));
    }

    @Test
    void textsAreMetWithTheRecallThatIsPromised() throws IOException {
        Random random = new Random(11); // a fixed seed: the figure is a measurement
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < 1200; row++) {
            List<String> words = new ArrayList<>();
            if (row > 20 && random.nextInt(4) == 0) {
                words.addAll(List.of(texts.get(random.nextInt(row)).split(" ")));
                int changes = random.nextInt(5);
                for (int change = 0; change < changes; change++) {
                    words.set(random.nextInt(words.size()), "new" + random.nextInt(5000));
                }
            } else {
                int length = 5 + random.nextInt(60);
                IntStream.range(0, length).forEach(word -> words.add("word" + random.nextInt(3000)));
            }
            texts.add(String.join(" ", words));
        }
        double similarity = 0.7;
        List<long[]> shingles = texts.stream().map(Shingles::of).toList();
        Near expected = bruteForce(
                texts.size(),
                (one, other) -> !texts.get(one).equals(texts.get(other))
                        && jaccard(shingles.get(one), shingles.get(other)) >= similarity);

        NearRepetitionReport report = ask(
                "number,story",
                IntStream.range(0, texts.size())
                        .mapToObj(row -> row + "," + texts.get(row))
                        .toList(),
                new NearRepetition(new Texts("story"), similarity),
                false);

        assertThat(expected.pairs()).hasSizeGreaterThan(100);
        assertThat(report.pairs()).isLessThanOrEqualTo(expected.pairs().size());
        assertThat((double) report.pairs() / expected.pairs().size()).isGreaterThanOrEqualTo(0.95);
        assertThat((double) report.nearRows() / expected.rows().size()).isCloseTo(1, within(0.05));
    }

    @Test
    void oneColumnTooFewForTheSimilarityMeansThatNothingCanBeNear() throws IOException {
        NearRepetitionReport report = ask(
                "a,b",
                List.of("1,2", "1,3", "2,3"),
                new NearRepetition(new Cells(List.of(new Grain("a", 0), new Grain("b", 0))), 0.9),
                false);

        assertThat(report.pairs()).isZero();
        assertThat(report.rows()).isEqualTo(3);
    }
}
