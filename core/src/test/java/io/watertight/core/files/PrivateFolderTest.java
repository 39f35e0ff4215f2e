package io.watertight.core.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

final class PrivateFolderTest {

    @Test
    void onlyItsOwnerMayReadItAndCloseWipesIt() throws IOException {
        PrivateFolder folder = PrivateFolder.create();
        Path path = folder.path();
        Files.createDirectories(path.resolve("spill"));
        Files.writeString(path.resolve("spill").resolve("rows.tmp"), "secret");
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
        folder.close();
        assertThat(path).doesNotExist();
    }

    @Test
    void theNextProcessWipesWhatADeadOneLeft() throws Exception {
        Path left = Files.createTempDirectory("watertight-" + deadProcess() + "-");
        Files.createFile(left.resolve("owner"));
        Files.writeString(left.resolve("rows.tmp"), "secret");
        try (PrivateFolder folder = PrivateFolder.create()) {
            assertThat(left).doesNotExist();
            assertThat(folder.path()).isDirectory();
        }
    }

    @Test
    void aFolderJustMadeIsLeftAloneUntilItsOwnerHadTimeToClaimIt() throws Exception {
        Path left = Files.createTempDirectory("watertight-" + deadProcess() + "-");
        PrivateFolder.create().close();
        assertThat(left).isDirectory();

        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(2, ChronoUnit.MINUTES)));
        PrivateFolder.create().close();
        assertThat(left).doesNotExist();
    }

    @Test
    void foldersOfThisAndOfOtherLivingProcessesStay() throws Exception {
        try (PrivateFolder mine = PrivateFolder.create()) {
            try (PrivateFolder another = PrivateFolder.create()) {
                assertThat(another.path()).isNotEqualTo(mine.path());
            }
            assertThat(mine.path()).isDirectory();
            assertThat(Claim.isAbandoned(
                            mine.path().resolve("owner"),
                            ProcessHandle.current().pid()))
                    .isFalse();
            // Its number is that of a dead process, as it is seen from another container, but the file is held.
            assertThat(tellsOfAbandonment(mine.path().resolve("owner"), deadProcess()))
                    .isEqualTo("false");
        }
    }

    @Test
    void whatALibraryUnpackedLongAgoGoes() throws Exception {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        Path old = Files.createTempFile(parent, "libxgboost4j", ".so");
        Path young = Files.createTempFile(parent, "libxgboost4j", ".so");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(1, ChronoUnit.DAYS)));

        PrivateFolder.create().close();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        Files.delete(young);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static long deadProcess() throws Exception {
        Process dead =
                new ProcessBuilder(java(), "-version").redirectErrorStream(true).start();
        dead.getInputStream().readAllBytes();
        dead.waitFor();
        return dead.pid();
    }

    /** Asked in another process, as a cleaner would be. */
    private static String tellsOfAbandonment(Path file, long process) throws Exception {
        Process asking = new ProcessBuilder(
                        java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Asking.class.getName(),
                        file.toString(),
                        String.valueOf(process))
                .redirectErrorStream(true)
                .start();
        String said = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asking.waitFor();
        return said.strip();
    }

    /** The program of that other process. */
    static final class Asking {

        private Asking() {}

        public static void main(String[] arguments) {
            System.out.println(Claim.isAbandoned(Path.of(arguments[0]), Long.parseLong(arguments[1])));
        }
    }
}
