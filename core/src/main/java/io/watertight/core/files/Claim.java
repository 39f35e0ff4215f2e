package io.watertight.core.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that belongs to this process while it lives: locked, and the system lets go of the lock whatever ends the process. Process
 * numbers alone would not do: they come again, and another container has its own.
 */
final class Claim implements AutoCloseable {

    /** Long enough for anybody to lock a file just made. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    /** Where locks do not work, a file of a dead process is left alone for this long: its owner may live on another machine. */
    private static final Duration OLD = Duration.ofHours(1);

    /** To open and close a file that this process holds would let go of it. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Claim(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Makes the file, empty, and claims it. */
    static Claim make(Path file) throws IOException {
        Path place = file.toAbsolutePath().normalize();
        OWN.add(place);
        try {
            FileChannel channel = FileChannel.open(
                    place, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            lock(channel);
            return new Claim(place, channel);
        } catch (IOException | RuntimeException failure) {
            OWN.remove(place);
            throw failure;
        }
    }

    /** Some file systems know no locks; there, age tells. */
    private static void lock(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException | OverlappingFileLockException unlockable) {
            return;
        }
    }

    FileChannel channel() {
        return channel;
    }

    /**
     * Whether nobody will go on with a file.
     *
     * @param claimed the file that its owner holds
     * @param process the number of the owner
     */
    static boolean isAbandoned(Path claimed, long process) {
        Path place = claimed.toAbsolutePath().normalize();
        if (OWN.contains(place)) {
            return false;
        }
        boolean dead = ProcessHandle.of(process).isEmpty();
        try (FileChannel channel = FileChannel.open(place, StandardOpenOption.WRITE)) {
            try (FileLock lock = channel.tryLock()) {
                return lock != null && (dead || isOlder(place, YOUNG));
            } catch (OverlappingFileLockException alive) {
                return false;
            }
        } catch (NoSuchFileException never) {
            return dead && place.getParent() != null && isOlder(place.getParent(), YOUNG);
        } catch (IOException unlockable) {
            return dead && isOlder(place, OLD);
        }
    }

    static boolean isOlder(Path file, Duration age) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(Instant.now().minus(age));
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            OWN.remove(file);
        }
    }
}
