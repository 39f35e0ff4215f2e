package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.watertight.app.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more, and places where nobody may write: a sentence, a remedy, exit code 2, and what was there stays. */
@EnabledOnOs(OS.LINUX)
final class DiskTest {

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void start() throws IOException {
        Tables.cards(folder);
        Tables.write(folder, "train.py", "import pandas\n" + "frame = pandas.read_csv('a.csv')\n".repeat(2_000));
        program = Program.in(folder);
    }

    /** The system refuses files of more than 4 kB, as it would on a full disk. */
    private Program cramped() {
        return program.after("sh", "-c", "ulimit -f 8; exec \"$@\"", "sh");
    }

    @Test
    void aReportThatDoesNotFitLeavesTheOldOne() throws Exception {
        Path old = Tables.write(folder, "report.html", "old");

        complains(cramped().run("lint", "train.py", "--output", "report.html"), "report.html", "file too large");

        assertThat(old).hasContent("old");
        assertThat(folder.toFile().list((place, name) -> name.endsWith(".tmp"))).isEmpty();
    }

    @Test
    void anAssignmentThatDoesNotFitLeavesTheOldOne() throws Exception {
        Path old = Tables.write(folder, "folds.csv", "old");

        complains(cramped().run("split", "applications.csv", "--target", "card", "--output", "folds.csv"), "");

        assertThat(old).hasContent("old");
        assertThat(folder.resolve("folds.csv.json")).doesNotExist();
    }

    @Test
    void aReportThatIsCutOffOnStandardOutputIsNoSuccess() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));

        Ended ended =
                program.after("sh", "-c", "exec \"$@\" > /dev/full", "sh").run("lint", "train.py", "--format", "json");

        complains(ended, "cut off", "No space left on device");
    }

    @Test
    void aReaderWhoLeavesEarlyIsNoFailure() throws Exception {
        Ended ended = program.after("sh", "-c", "\"$@\" | head -c 10; exit 0", "sh")
                .run("lint", "train.py", "--format", "json");

        assertThat(ended.said()).doesNotContain("cut off");
    }

    @Test
    void placesWhereNobodyMayWriteAreNamed() throws Exception {
        String place = readOnly().toString();

        complains(program.run("lint", "train.py", "--output", place + "/report.json"), place + "/report.json");
        complains(
                program.run("split", "applications.csv", "--target", "card", "--output", place + "/folds.csv"),
                place + "/folds.csv");
        complains(program.withTemporary(Path.of(place)).run("audit", "applications.csv", "--target", "card"), place);
    }

    /** The superuser may write wherever files can be; in /sys they cannot. */
    private Path readOnly() throws IOException {
        Path place = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("r-xr-xr-x"));
        return Files.isWritable(place) ? Path.of("/sys") : place;
    }

    private static void complains(Ended ended, String... words) {
        assertThat(ended.code()).as(ended.said()).isEqualTo(2);
        assertThat(ended.said().strip().lines().reduce((first, last) -> last).orElse(""))
                .as("last line of: %s", ended.said())
                .startsWith("Maybe ")
                .endsWith(".");
        assertThat(ended.said()).contains(words).doesNotContain("Exception", "\tat ", "unforeseen");
    }
}
