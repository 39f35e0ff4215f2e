package io.watertight.engine.duckdb;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A folder for spilled rows that only this user can read and that does not outlive the process: wiped at close, when the virtual
 * machine is told to stop, and after a crash by the next process that opens a folder.
 */
public final class PrivateFolder implements AutoCloseable {

    private static final String PREFIX = "watertight-";

    private final Path path;
    private final Thread hook = new Thread(this::abandon, "watertight-wipe");
    private volatile Runnable stop = () -> {};

    private PrivateFolder(Path path) {
        this.path = path;
    }

    /** Makes one in the place for temporary files. */
    public static PrivateFolder create() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            wipeLeftovers(parent);
            // Temporary directories are made with mode 0700 where the file system knows modes.
            Path path = Files.createTempDirectory(
                    parent, PREFIX + ProcessHandle.current().pid() + "-");
            PrivateFolder folder = new PrivateFolder(path);
            Runtime.getRuntime().addShutdownHook(folder.hook);
            return folder;
        } catch (IOException failure) {
            throw new WatertightException(
                    "No folder for temporary files can be made in '" + parent + "': " + failure.getMessage() + ".",
                    "the disk is full or read-only: name another place with -Djava.io.tmpdir=FOLDER",
                    failure);
        }
    }

    public Path path() {
        return path;
    }

    private static void wipeLeftovers(Path parent) throws IOException {
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path candidate : candidates) {
                Optional<Long> owner = processOf(candidate.getFileName().toString());
                if (owner.isPresent()
                        && ProcessHandle.of(owner.get()).isEmpty()
                        && Files.isDirectory(candidate)
                        && !Files.isSymbolicLink(candidate)
                        && Files.getOwner(candidate).equals(Files.getOwner(home(parent)))) {
                    deleteTree(candidate);
                }
            }
        }
    }

    private static Path home(Path fallback) {
        Path home = Path.of(System.getProperty("user.home", "."));
        return Files.exists(home) ? home : fallback;
    }

    private static Optional<Long> processOf(String name) {
        String[] parts = name.split("-", 3);
        return parts.length == 3 && parts[1].matches("\\d{1,18}")
                ? Optional.of(Long.parseLong(parts[1]))
                : Optional.empty();
    }

    /** Says how to stop what writes here, in little time; the virtual machine waits for it when it is told to end. */
    public void stopFirst(Runnable writer) {
        stop = writer;
    }

    private void abandon() {
        stop.run();
        // What still runs may make a file while others are being deleted.
        for (int attempt = 0; attempt < 3 && Files.exists(path); attempt++) {
            wipe();
        }
    }

    private void wipe() {
        deleteTree(path);
    }

    /** Deletes what can be deleted. */
    private static void deleteTree(Path root) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path folder, java.io.@org.jspecify.annotations.Nullable IOException failure)
                        throws IOException {
                    Files.deleteIfExists(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException gone) {
            return;
        } catch (IOException kept) {
            System.getLogger(PrivateFolder.class.getName())
                    .log(System.Logger.Level.WARNING, "Temporary files are left in {0}: {1}", root, kept.getMessage());
        }
    }

    @Override
    public void close() {
        wipe();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            return;
        }
    }
}
