package io.watertight.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
        Process dead = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .start();
        dead.getInputStream().readAllBytes();
        dead.waitFor();
        Path left = Files.createTempDirectory("watertight-" + dead.pid() + "-");
        Files.writeString(left.resolve("rows.tmp"), "secret");
        try (PrivateFolder folder = PrivateFolder.create()) {
            assertThat(left).doesNotExist();
            assertThat(folder.path()).isDirectory();
        }
    }
}
