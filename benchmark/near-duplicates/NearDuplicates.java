import io.watertight.core.data.Shingles;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.statistic.NearRepetition;
import io.watertight.core.statistic.NearRepetition.Cells;
import io.watertight.core.statistic.NearRepetition.Grain;
import io.watertight.core.statistic.NearRepetition.Texts;
import io.watertight.core.statistic.NearRepetitionReport;
import io.watertight.engine.duckdb.DuckDbEngine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Asks the engine for near pairs of seeded tables and prints a Markdown table of how many of them it met. See README.md. Arguments: rows that
 * are compared by brute force (40000), rows of the large table (1000000), texts (8000).
 */
final class NearDuplicates {

    private static final int COLUMNS = 20;
    private static final double SIMILARITY = 0.85;
    private static final long SEED = 17;

    private final Path folder;

    private NearDuplicates(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        int brute = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40_000;
        int large = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        int texts = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8_000;
        Path folder = Files.createTempDirectory("watertight-near");
        NearDuplicates benchmark = new NearDuplicates(folder);
        try {
            System.out.println("| table | near pairs | against | met | recall | pairs compared | rows in crowded blocks | seconds |");
            System.out.println("| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |");
            benchmark.rows("even", brute, true, 0);
            benchmark.rows("one value in half of the rows of six columns", brute, true, 6);
            benchmark.rows("even", large, false, 0);
            benchmark.rows("one value in half of the rows of six columns", large, false, 6);
            benchmark.texts(texts);
        } finally {
            Files.deleteIfExists(folder.resolve("t.csv"));
            Files.deleteIfExists(folder);
        }
    }

    /** A fiftieth of the rows are copies with one to three cells changed. */
    private void rows(String name, int count, boolean exhaustive, int skewed) throws IOException {
        Random random = new Random(SEED);
        int[][] rows = new int[count][COLUMNS];
        long planted = 0;
        for (int row = 0; row < count; row++) {
            boolean copy = row > 100 && random.nextInt(50) == 0;
            int[] source = rows[copy ? random.nextInt(row) : 0];
            for (int column = 0; column < COLUMNS; column++) {
                int fresh = column < skewed && random.nextBoolean() ? 0 : random.nextInt(column % 4 == 0 ? 100_000 : 3 + 9 * column);
                rows[row][column] = copy ? source[column] : fresh;
            }
            for (int change = copy ? 1 + random.nextInt(3) : 0; change > 0; change--) {
                rows[row][random.nextInt(COLUMNS)] = 1_000_000 + row;
            }
            planted += copy ? 1 : 0;
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("t.csv"))) {
            out.write(String.join(",", IntStream.range(0, COLUMNS).mapToObj(column -> "c" + column).toList()) + "\n");
            for (int[] row : rows) {
                out.write(String.join(",", Arrays.stream(row).mapToObj(String::valueOf).toList()) + "\n");
            }
        }
        List<Grain> grains = IntStream.range(0, COLUMNS).mapToObj(column -> new Grain("c" + column, 0)).toList();
        NearRepetition question = new NearRepetition(new Cells(grains), SIMILARITY);
        int differing = ((Cells) question.likeness()).differing(SIMILARITY);
        long expected = exhaustive ? pairs(rows, differing) : planted;
        print("rows, " + name, count, expected, exhaustive ? "every pair" : "planted copies", question);
    }

    private static long pairs(int[][] rows, int most) {
        return IntStream.range(0, rows.length)
                .parallel()
                .mapToLong(one -> {
                    long near = 0;
                    for (int other = one + 1; other < rows.length; other++) {
                        int differing = 0;
                        for (int column = 0; column < COLUMNS && differing <= most; column++) {
                            differing += rows[one][column] != rows[other][column] ? 1 : 0;
                        }
                        near += differing > 0 && differing <= most ? 1 : 0;
                    }
                    return near;
                })
                .sum();
    }

    /** A fifth of the texts are earlier ones with up to a tenth of the words changed. */
    private void texts(int count) throws IOException {
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            List<String> words = new ArrayList<>();
            if (row > 20 && random.nextInt(5) == 0) {
                words.addAll(List.of(texts.get(random.nextInt(row)).split(" ")));
                for (int change = random.nextInt(1 + words.size() / 10); change >= 0; change--) {
                    words.set(random.nextInt(words.size()), "new" + random.nextInt(100_000));
                }
            } else {
                for (int word = 10 + random.nextInt(90); word > 0; word--) {
                    words.add("w" + (int) (3000 * random.nextDouble() * random.nextDouble()));
                }
            }
            texts.add(String.join(" ", words));
        }
        List<long[]> shingles = texts.stream().map(Shingles::of).toList();
        double similarity = 0.8;
        long expected = IntStream.range(0, count)
                .parallel()
                .mapToLong(one -> IntStream.range(one + 1, count)
                        .filter(other -> jaccard(shingles.get(one), shingles.get(other)) >= similarity
                                && !texts.get(one).equals(texts.get(other)))
                        .count())
                .sum();
        List<String> lines = new ArrayList<>(List.of("number,story"));
        IntStream.range(0, count).forEach(row -> lines.add(row + "," + texts.get(row)));
        Files.write(folder.resolve("t.csv"), lines);
        print("texts", count, expected, "every pair", new NearRepetition(new Texts("story"), similarity));
    }

    private static double jaccard(long[] left, long[] right) {
        int shared = 0;
        int other = 0;
        for (long hash : left) {
            while (other < right.length && right[other] < hash) {
                other++;
            }
            shared += other < right.length && right[other] == hash ? 1 : 0;
        }
        return (double) shared / (left.length + right.length - shared);
    }

    private void print(String name, int rows, long expected, String against, NearRepetition question) {
        TableRequest request = TableRequest.of(List.of(folder.resolve("t.csv").toString()));
        try (Table table = new DuckDbEngine().open(request, Progress.NONE)) {
            table.profile();
            long start = System.nanoTime();
            NearRepetitionReport report = table.compute(Optional.empty(), Set.of(question), Optional.empty()).get(question);
            System.out.printf(
                    Locale.ENGLISH,
                    "| %s, %,d | %,d | %s | %,d | %.3f | %,d | %,d | %.1f |%n",
                    name, rows, expected, against, report.pairs(), Math.min(1, (double) report.pairs() / expected), report.candidates(),
                    report.crowdedRows(), (System.nanoTime() - start) / 1e9);
        }
    }
}
