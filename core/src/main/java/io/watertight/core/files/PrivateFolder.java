package io.watertight.core.files;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;

/**
 * A folder for temporary files that only this user can read and that does not outlive the process: wiped at close, when the virtual
 * machine is told to stop, and after a crash by the next process that opens a folder. Thread-safe, but for {@link #close()}.
 */
public final class PrivateFolder implements AutoCloseable {

    private static final String PREFIX = "watertight-";

    /** The file in each folder that its owner holds. */
    private static final String OWNER = "owner";

    /** Libraries unpack their native parts here and delete them at the end, if they are let. Once loaded, they may go. */
    private static final String NATIVES = "{libxgboost4j,libduckdb_java}[0-9]*.so";

    private static final Duration LOADED = Duration.ofHours(1);

    private final Path path;
    private final Thread hook = new Thread(this::abandon, "watertight-wipe");
    private volatile Runnable stop = () -> {};

    private volatile Optional<Claim> claim = Optional.empty();

    private PrivateFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes a folder where temporary files belong, after wiping those of processes that were killed.
     *
     * @throws WatertightException if none can be made
     */
    public static PrivateFolder create() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            wipeLeftovers(parent);
            // Temporary directories are made with mode 0700 where the file system knows modes.
            Path path = Files.createTempDirectory(
                    parent, PREFIX + ProcessHandle.current().pid() + "-");
            PrivateFolder folder = new PrivateFolder(path);
            folder.wipeWhenStopped(); // first of all: a signal may come at any moment
            folder.claim = Optional.of(Claim.make(path.resolve(OWNER)));
            return folder;
        } catch (IOException failure) {
            throw new WatertightException(
                    "No folder for temporary files can be made in '" + parent + "': " + failure.getMessage() + ".",
                    "the disk is full or read-only: name another place with -Djava.io.tmpdir=FOLDER",
                    failure);
        }
    }

    private void wipeWhenStopped() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            wipe();
            throw new WatertightException("Cancelled before anything was read.", "run it again", stopping);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    private static void wipeLeftovers(Path parent) throws IOException {
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path candidate : candidates) {
                Optional<Long> owner = processOf(candidate.getFileName().toString());
                if (owner.isPresent()
                        && Files.isDirectory(candidate, LinkOption.NOFOLLOW_LINKS)
                        && Files.isWritable(candidate)
                        && Claim.isAbandoned(candidate.resolve(OWNER), owner.get())) {
                    deleteTree(candidate);
                }
            }
        }
        try (DirectoryStream<Path> natives = Files.newDirectoryStream(parent, NATIVES)) {
            for (Path file : natives) {
                if (Files.isWritable(file) && Claim.isOlder(file, LOADED)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (AccessDeniedException ofSomebodyElse) {
            return;
        }
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
        try {
            if (claim.isPresent()) {
                claim.get().close();
            }
        } catch (IOException unlikely) {
            // the folder goes all the same
        }
        wipe();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            return;
        }
    }
}
