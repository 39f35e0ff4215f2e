package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.study.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SplitCommandTest {

    @TempDir
    Path folder;

    private Run split(String... options) {
        List<String> command = new ArrayList<>(List.of("split", "h.csv", "--target", "y"));
        command.addAll(List.of(options));
        return Run.in(folder, command.toArray(String[]::new));
    }

    @Test
    void printsThePlanItsReasonEveryFoldAndTheProof() {
        Tables.honest(folder, "h.csv");

        split("--group", "patient", "--output", "folds.csv")
                .exits(0)
                .says("by whole groups of 'patient', the target balanced, 5 folds", "Because rows of one 'patient'")
                .says("train rate", "no group of 'patient' is on two sides of a fold")
                .notes("Written: ");
        assertThat(folder.resolve("folds.csv")).content().startsWith("row_id,repeat,fold,part\n");
        assertThat(folder.resolve("folds.csv.json")).content().contains("\"seed\"", "sha256", "by whole groups");
    }

    @Test
    void withoutOutputNothingIsLeftBehind() throws IOException {
        Tables.honest(folder, "h.csv");

        split("--test-share", "0.25").exits(0).says("25 % held out").notes("Nothing was written");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("h.csv"));
        }
    }

    @Test
    void aDeclaredGroupIsIgnoredOnlyWithLeaveAndSaysSo() {
        Tables.honest(folder, "h.csv");

        split("--group", "patient", "--plan", "random").complains("'patient'", "--allow-ignoring group");
        split("--group", "patient", "--plan", "random", "--allow-ignoring", "group")
                .exits(0)
                .says("IGNORING declared 'patient'");
    }

    @Test
    void aStudyFileMayBeNamedInPlaceOfData() throws IOException {
        Tables.honest(folder, "h.csv");
        Files.writeString(
                folder.resolve("other.yml"), "data: h.csv\ntarget: y\ngroup: patient\ntime: day\nhorizon: 14d\n");

        Run.in(folder, "split", "other.yml", "--output", "folds.csv", "--folds", "3")
                .exits(0)
                .says("forward along 'day', 3 periods, purge 14d, no group of 'patient' on both sides")
                .says("older than the period evaluated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--plan group|needs a group",
                "--plan time|needs a time",
                "--plan tim|not a value of --plan",
                "--folds 1|",
                "--folds 3 --test-share 0.2|contradict",
                "--test-share 1.5|test share",
                "--output folds.txt|neither .parquet nor .csv",
                "--output h.csv|overwrite the data",
                "--output nowhere/folds.csv|cannot be written",
                "--near 0.1|--plan duplicates",
                "--time day --repeats 2|cannot be repeated",
                "--group patient --folds 900|too few",
                "--plan spatial|coordinates"
            })
    void whatCannotBeDoneIsExplained(String options, String words) {
        Tables.honest(folder, "h.csv");

        split(options.split(" ")).complains(words == null ? "Maybe" : words);

        assertThat(folder.resolve("folds.csv")).doesNotExist();
    }

    @Test
    void valuesOfTheTableAreNeitherPrintedNorWritten() throws IOException {
        Tables.write(
                folder,
                "h.csv",
                "y,patient\n" + "0,secret-anna\n1,secret-bert\n0,secret-carl\n1,secret-dora\n".repeat(5));

        Run run = split("--group", "patient", "--folds", "2", "--output", "folds.csv")
                .exits(0);

        assertThat(run.out() + run.err()).doesNotContain("secret");
        assertThat(Files.readString(folder.resolve("folds.csv")) + Files.readString(folder.resolve("folds.csv.json")))
                .doesNotContain("secret");
    }

    /** Groups 23, 62, 65, 68 and 172 straddle the published split of the aftershock study; dealt anew, none does. */
    @Test
    void aftershockLikeGroupsNoLongerStraddle() throws IOException {
        StringBuilder text = new StringBuilder("name,event\n");
        for (int row = 0; row < 199; row++) {
            text.append("slip").append(row).append(',').append(row % 103).append('\n');
        }
        Tables.write(folder, "events.csv", text.toString());

        Run.in(folder, "split", "events.csv", "--group", "event", "--test-share", "0.25", "--output", "folds.csv")
                .exits(0)
                .says("no group of 'event' is on two sides");

        assertThat(straddling(folder.resolve("folds.csv"), row -> row % 103)).isEmpty();
    }

    @Test
    void theAftershockStudyItselfIsMendedWhereItsTableIsAtHand() throws IOException {
        String corpus = System.getenv("WATERTIGHT_CORPUS");
        assumeTrue(corpus != null, "WATERTIGHT_CORPUS names no corpus");
        Path place = Path.of(corpus, "tables", "aftershocks-ids");
        assumeTrue(Files.exists(place.resolve("data.csv")), "the table is not there");
        List<String> training = Files.readAllLines(place.resolve("data.csv"));
        List<String> test = Files.readAllLines(place.resolve("test.csv"));
        List<Integer> events = new ArrayList<>();
        Set<Integer> trained = new HashSet<>();
        Set<Integer> both = new TreeSet<>();
        training.stream().skip(1).map(SplitCommandTest::event).forEach(events::add);
        trained.addAll(events);
        test.stream().skip(1).map(SplitCommandTest::event).forEach(event -> {
            events.add(event);
            if (trained.contains(event)) {
                both.add(event);
            }
        });
        assertThat(both).containsExactly(23, 62, 65, 68, 172);
        List<String> all = new ArrayList<>(training);
        all.addAll(test.subList(1, test.size()));
        Tables.write(folder, "all.csv", String.join("\n", all) + "\n");

        Run.in(folder, "split", "all.csv", "--group", "ID", "--test-share", "0.25", "--output", "folds.csv")
                .exits(0);

        assertThat(straddling(folder.resolve("folds.csv"), events::get)).isEmpty();
    }

    private static int event(String line) {
        return Integer.parseInt(line.substring(line.lastIndexOf(',') + 1).strip());
    }

    private static Set<Integer> straddling(Path file, java.util.function.IntFunction<Integer> groupOf)
            throws IOException {
        Map<Integer, String> sideOf = new HashMap<>();
        Set<Integer> straddling = new TreeSet<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            Integer group = groupOf.apply(Integer.parseInt(cells[0]));
            String before = sideOf.putIfAbsent(group, cells[3]);
            if (before != null && !before.equals(cells[3])) {
                straddling.add(group);
            }
        }
        return straddling;
    }

    /** The Python of the page, run where Python has what it needs; the file itself is read back in any case. */
    @Test
    void theSnippetForScikitLearnRuns() throws IOException, InterruptedException {
        Files.copy(Tables.honest(folder, "h.csv"), folder.resolve("loans.csv"));
        split("--output", "folds.parquet").exits(0);
        TableRequest request =
                TableRequest.of(List.of(folder.resolve("folds.parquet").toString()));
        Engine engine = ServiceLoader.load(Engine.class).findFirst().orElseThrow();
        try (Table table = engine.open(request, Progress.NONE)) {
            assertThat(table.columns())
                    .extracting(column -> column.name())
                    .containsExactly("row_id", "repeat", "fold", "part");
            assertThat(table.profile().rows(Part.TRAIN)).isEqualTo(2_000);
        }
        String page = Files.readString(Path.of("..", "docs", "splits.md"));
        int begin = page.indexOf("```python\n", page.indexOf("<!-- tested: sklearn -->")) + "```python\n".length();
        String snippet = page.substring(begin, page.indexOf("```", begin));
        assertThat(snippet).contains("cross_val_score");
        assumeTrue(python("import pandas, pyarrow, sklearn") == 0, "Python lacks pandas, pyarrow or scikit-learn");

        assertThat(python(snippet + "assert len(scores) == 5\nassert scores.mean() > 0.6, scores\n"))
                .isZero();
    }

    private int python(String program) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("program.py"), program);
        String name = Optional.ofNullable(System.getenv("WATERTIGHT_PYTHON")).orElse("python3");
        try {
            Process process = new ProcessBuilder(name, file.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("python.log").toFile())
                    .start();
            return process.waitFor(120, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException noPython) {
            return -1;
        }
    }
}
