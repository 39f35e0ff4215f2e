package io.watertight.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {

    @TempDir
    Path folder;

    @Test
    void theTextIsThereAndNothingBesideIt() throws IOException {
        Path file = folder.resolve("report.json");
        WholeFile.write(file, "old and long");
        WholeFile.write(file, "größe \uD800");

        assertThat(file).hasContent("größe ?");
        assertThat(folder).isDirectoryContaining("glob:**/report.json");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void whatFailsHalfwayLeavesTheOldFileAndNoDraft() throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), "old");

        assertThatThrownBy(() -> WholeFile.write(file, (WholeFile.Text) out -> {
                    out.append("x".repeat(100_000));
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class);

        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("report.json");
    }

    @Test
    void draftsOfDeadProcessesGoAndThoseOfTheLivingStay() throws Exception {
        long dead = PrivateFolderTest.deadProcess();
        Path left = Files.writeString(folder.resolve(".report.json.3." + dead + ".tmp"), "half");
        Path ofAnother = Files.writeString(
                folder.resolve(".report.json.3." + ProcessHandle.current().pid() + ".tmp"), "half");
        Path other = Files.writeString(folder.resolve(".other.json.3." + dead + ".tmp"), "half");
        Path similar = Files.writeString(folder.resolve(".report.json.bak." + dead + ".tmp"), "mine");

        WholeFile.write(folder.resolve("report.json"), "new");

        assertThat(left).doesNotExist();
        assertThat(ofAnother).exists();
        assertThat(other).exists();
        assertThat(similar).exists();
    }

    @Test
    void manyThreadsWriteOneFile() throws IOException {
        Path file = folder.resolve("report.json");

        IntStream.range(0, 40).parallel().forEach(number -> {
            try {
                WholeFile.write(file, String.valueOf(number % 10).repeat(50_000));
            } catch (IOException problem) {
                throw new java.io.UncheckedIOException(problem);
            }
        });

        String text = Files.readString(file);
        assertThat(text).hasSize(50_000);
        assertThat(text.chars().distinct().count()).isEqualTo(1);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aLinkStaysALinkAndPermissionsStay() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path real = Files.writeString(folder.resolve("real.py"), "old");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwxr-x---"));
        Path link = Files.createSymbolicLink(folder.resolve("link.py"), real);

        WholeFile.write(link, "new");

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void whatIsNoRegularFileIsWrittenToAndNotReplaced() throws IOException {
        Path nothing = Path.of("/dev/null");
        assumeTrue(Files.exists(nothing) && !Files.isRegularFile(nothing));

        WholeFile.write(nothing, "text");

        assertThat(Files.isRegularFile(nothing)).isFalse();
    }

    @Test
    void whyItFailedIsToldWithoutTheNameOfTheDraft() {
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("none").resolve("a.json"), "x"))
                .isInstanceOfSatisfying(
                        NoSuchFileException.class,
                        problem -> assertThat(WholeFile.why(problem)).isEqualTo("there is no such folder"));
        assertThatThrownBy(() -> WholeFile.write(folder, "x"))
                .isInstanceOfSatisfying(
                        IOException.class,
                        problem -> assertThat(WholeFile.why(problem)).isEqualTo("it is a folder"));
        assertThat(WholeFile.why(new FileSystemException("/x/.a.1.2.tmp", null, "Read-only file system")))
                .isEqualTo("read-only file system");
        assertThat(WholeFile.why(new IOException("No space left on device"))).isEqualTo("no space left on device");
    }
}
