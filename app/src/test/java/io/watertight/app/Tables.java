package io.watertight.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Small tables for tests. */
final class Tables {

    private Tables() {}

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The bundled, famously leaky table. */
    static Path cards(Path folder) {
        try {
            return Files.copy(
                    Path.of("..", "examples", "credit-card-applications", "applications.csv"),
                    folder.resolve("applications.csv"));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** 400 honest rows: columns a, b, word, half and the target y, which they say little about. */
    static Path honest(Path folder, String name) {
        return rows(folder, name, 400, 7);
    }

    static Path rows(Path folder, String name, int rows, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("row_id,a,b,word,patient,day,half,y\n");
        for (int row = 0; row < rows; row++) {
            double a = random.nextGaussian();
            int y = random.nextDouble() < 1 / (1 + Math.exp(-a)) ? 1 : 0;
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%.4f,%.4f,%s,%d,2024-%02d-%02d,%s,%d%n",
                    1000 + row * 7 % rows,
                    a,
                    random.nextGaussian(),
                    "red green blue".split(" ")[random.nextInt(3)],
                    random.nextInt(rows / 4 + 1),
                    1 + row * 12 / rows,
                    1 + random.nextInt(28),
                    row % 4 == 0 ? "test" : "train",
                    y));
        }
        return write(folder, name, text.toString());
    }

    /** As above, with a column that copies the target. */
    static Path leaky(Path folder, String name, int rows, long seed) {
        StringBuilder text = new StringBuilder();
        try {
            Path honest = rows(folder, name, rows, seed);
            for (String line : Files.readAllLines(honest)) {
                boolean header = text.isEmpty();
                text.append(line)
                        .append(header ? ",copy" : "," + line.substring(line.lastIndexOf(',') + 1))
                        .append('\n');
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return write(folder, name, text.toString());
    }
}
