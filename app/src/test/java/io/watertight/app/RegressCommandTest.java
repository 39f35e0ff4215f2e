package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The regression sheet as the command line gives it. */
final class RegressCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void bringTheCars() {
        cars(folder);
    }

    /** Motor Trend's 32 cars of 1974, with their names in a column without one, as R writes them. */
    static Path cars(Path folder) {
        Path source =
                Path.of("..", "ml", "src", "test", "resources", "io", "watertight", "ml", "regression", "mtcars.csv");
        try {
            return Tables.write(
                    folder,
                    "mtcars.csv",
                    Files.readAllLines(source).stream()
                                    .filter(line -> !line.startsWith("#"))
                                    .map(line -> line.startsWith("model,") ? line.substring(5) : line)
                                    .collect(Collectors.joining("\n"))
                            + "\n");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private JsonNode json(String... more) {
        String[] command = new String[more.length + 6];
        String[] base = {"regress", "mtcars.csv", "--target", "mpg", "--format", "json"};
        System.arraycopy(base, 0, command, 0, base.length);
        System.arraycopy(more, 0, command, base.length, more.length);
        return new JsonMapper().readTree(Run.in(folder, command).exits(0).out());
    }

    @Test
    void theSheetGoesToTheTerminalAndAPageIntoTheFolder() {
        Run.in(folder, "regress", "mtcars.csv", "--target", "mpg")
                .exits(0)
                .says(
                        "R2 0.8690, adjusted 0.8066: 'mpg' by least squares on 32 rows with 11 coefficients",
                        "F(10, 21) =",
                        "names rows: 32 different words",
                        "Coefficients",
                        "residual (SSE)",
                        "Breusch-Pagan",
                        "Durbin-Watson",
                        "What to try next",
                        "regularisation")
                .notes("Written: ");

        assertThat(folder.resolve("mtcars-regress.html")).exists();
    }

    @Test
    void numbersAreRsWithAllTheirDigits() {
        JsonNode sheet = json("--features", "wt,hp", "--no-advice");

        assertThat(sheet.at("/coefficients/1/term").asString()).isEqualTo("wt");
        assertThat(sheet.at("/coefficients/1/estimate").asDouble()).isEqualTo(-3.877830742404682, within(1e-12));
        assertThat(sheet.at("/coefficients/1/standardError").asDouble()).isEqualTo(0.6327334943773953, within(1e-12));
        assertThat(sheet.at("/goodness/rSquared").asDouble()).isEqualTo(0.8267854518827912, within(1e-12));
        assertThat(sheet.has("next")).isFalse();
        assertThat(sheet.at("/coefficients/1").has("robust")).isFalse();
    }

    @Test
    void robustErrorsComeOnRequest() {
        JsonNode third = json("--features", "wt,hp", "--robust", "--no-advice");
        JsonNode first = json("--features", "wt", "--features", "hp", "--robust-type", "hc1", "--no-advice");

        assertThat(third.at("/coefficients/1/robust/kind").asString()).isEqualTo("hc3");
        assertThat(third.at("/coefficients/1/robust/standardError").asDouble())
                .isEqualTo(0.7685190503578176, within(1e-12));
        assertThat(first.at("/coefficients/1/robust/standardError").asDouble())
                .isEqualTo(0.6512037548099433, within(1e-12));
    }

    @Test
    void numbersReadAsWordsAreLevels() {
        JsonNode sheet = json("--features", "wt,gear", "--type", "gear=text", "--no-advice");

        assertThat(sheet.at("/coefficients/2/term").asString()).isEqualTo("gear[4]");
        assertThat(sheet.at("/coefficients/2/estimate").asDouble()).isEqualTo(2.163053634631177, within(1e-12));
        assertThat(sheet.at("/factors/0/reference").asString()).isEqualTo("3");
    }

    @Test
    void everyFormatIsWrittenIntoTheFolder() throws IOException {
        Run.in(
                        folder,
                        "regress",
                        "mtcars.csv",
                        "--target",
                        "mpg",
                        "--format",
                        "text,json,markdown,html",
                        "--output",
                        "sheets",
                        "--no-advice")
                .exits(0);

        for (String ending : new String[] {"txt", "json", "md", "html"}) {
            assertThat(folder.resolve("sheets/mtcars-regress." + ending)).isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("sheets/mtcars-regress.md")))
                .startsWith("# Least squares: mpg\n")
                .contains("| term | estimate |", "| wt | -3.7153 |");
    }

    @Test
    void aCopyOfTheTargetAndASumAreSaid() {
        Random random = new Random(5);
        String rows = IntStream.range(0, 80)
                .mapToObj(row -> {
                    double a = random.nextGaussian();
                    double b = random.nextGaussian();
                    double y = 3 * a + random.nextGaussian();
                    return String.format(Locale.ROOT, "%s,%s,%s,%s,%s", a, b, a + b, 2 * y + 1, y);
                })
                .collect(Collectors.joining("\n", "a,b,total,again,y\n", "\n"));
        Tables.write(folder, "leak.csv", rows);

        Run.in(folder, "regress", "leak.csv", "--target", "y", "--no-advice")
                .exits(0)
                .says("'total' has no coefficient: it is a + b in every row.", "give the target away all but exactly");
    }

    @Test
    void noCellValueIsShownUnlessAllowed() {
        String rows = IntStream.range(0, 60)
                .mapToObj(row -> (row % 2 == 0 ? "Zanzibar" : "Quito") + "," + row % 7 + "," + (row % 7 * 1234.5 + row))
                .collect(Collectors.joining("\n", "town,x,rent\n", "\n"));
        Tables.write(folder, "towns.csv", rows);
        for (String format : new String[] {"text", "json", "markdown", "html"}) {
            String[] command = {"regress", "towns.csv", "--target", "rent", "--format", format};
            assertThat(Run.in(folder, command).exits(0).out().replace("\\", ""))
                    .as(format)
                    .contains("town[level 2]")
                    .doesNotContain("Zanzibar", "Quito", "\"fitted\"");
        }

        Run.in(folder, "regress", "towns.csv", "--target", "rent", "--format", "json", "--show-values")
                .exits(0)
                .says("town[Zanzibar]", "\"fitted\"");
    }

    @Test
    void whatCannotBeFittedIsExplained() {
        Tables.write(folder, "constant.csv", "x,y\n1,4\n2,4\n3,4\n4,4\n");
        Tables.write(folder, "few.csv", "a,b,c,y\n1,2,3,4\n2,3,5,9\n5,1,7,2\n");
        Tables.write(folder, "one.csv", "x,y\n1,4\n");
        String wide =
                IntStream.range(0, 10_000).mapToObj(column -> "x" + column).collect(Collectors.joining(","));
        String line =
                IntStream.range(0, 10_000).mapToObj(column -> "" + column % 7).collect(Collectors.joining(","));
        Tables.write(folder, "wide.csv", wide + ",y\n" + line + ",1\n" + line + ",2\n");

        Run.in(folder, "regress", "none.csv", "--target", "y").complains("none.csv");
        Run.in(folder, "regress", "mtcars.csv", "--target", "mpgg").complains("'mpgg'", "--target", "'mpg'");
        Run.in(folder, "regress", "mtcars.csv", "--target", "mpg", "--features", "wt,hpp")
                .complains("'hpp'", "--features", "'hp'");
        Run.in(folder, "regress", "mtcars.csv", "--target", "mpg", "--features", "mpg,wt")
                .complains("cannot explain itself");
        Run.in(folder, "regress", "mtcars.csv", "--target", "c1").complains("'c1' holds words");
        Run.in(folder, "regress", "mtcars.csv").complains("--target");
        Run.in(folder, "regress", "mtcars.csv", "--target", "mpg", "--robust-type", "hc9")
                .complains("hc9");
        Run.in(folder, "regress", "mtcars.csv", "--target", "mpg", "--type", "gear")
                .complains("gear");
        Run.in(folder, "regress", "mtcars.csv", "--target", "mpg", "--format", "sarif")
                .complains("sarif");
        Run.in(folder, "regress", "mtcars.csv", "--target", "mpg", "--format", "json,html")
                .complains("--output");
        Run.in(folder, "regress", "mtcars.csv", "--target", "mpg", "--output", "mtcars.csv")
                .complains("overwrite");
        Run.in(folder, "regress", "constant.csv", "--target", "y").complains("same value");
        Run.in(folder, "regress", "few.csv", "--target", "y").complains("3 complete rows", "--features");
        Run.in(folder, "regress", "one.csv", "--target", "y").complains("1 complete row");
        Run.in(folder, "regress", "wide.csv", "--target", "y").complains("10,000 columns", "--features");
    }
}
