package io.watertight.core.files;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes files that are there whole or not at all, whenever the process or the machine stops: into a draft beside the target, forced to
 * the disk, then moved in one step. Drafts of processes that were killed are deleted by the next one that writes the same file.
 *
 * <p>What is no regular file (a pipe, {@code /dev/stdout}) is written to as it is. A link stays a link. Thread-safe.
 */
public final class WholeFile {

    /** After the name of the target: a number, that of the process. */
    private static final Pattern DRAFT = Pattern.compile("\\.\\d{1,9}\\.(\\d{1,18})\\.tmp");

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Set<Path> DRAFTS = ConcurrentHashMap.newKeySet();

    private WholeFile() {}

    /** Text to write. */
    @FunctionalInterface
    public interface Text {
        void appendTo(Appendable out) throws IOException;
    }

    /** Bytes to write. */
    @FunctionalInterface
    public interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a text as UTF-8; half of a character, as a name in the data may have, is replaced. */
    public static void write(Path file, CharSequence text) throws IOException {
        write(file, (Text) out -> out.append(text));
    }

    /** Writes a text as UTF-8; half of a character, as a name in the data may have, is replaced. */
    public static void write(Path file, Text text) throws IOException {
        writeBytes(file, out -> {
            // To close is the one way to make the encoder give away its last character; the file itself is not done
            // yet.
            try (Writer writer = new BufferedWriter(new OutputStreamWriter(new Open(out), StandardCharsets.UTF_8))) {
                text.appendTo(writer);
            }
        });
    }

    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Puts the bytes of a file, perhaps from another disk, into the place of another. */
    public static void copy(Path from, Path file) throws IOException {
        writeBytes(file, out -> Files.copy(from, out));
    }

    /** Begins a file that another program writes. The folder must be there. */
    public static Draft begin(Path file) throws IOException {
        Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        deleteLeftovers(target);
        return new Draft(target, draft(target));
    }

    /** A file that grows aside until {@link #put} moves it in its place; closed without that, it is gone. */
    public static final class Draft implements AutoCloseable {

        private final Path target;
        private final Path path;

        private Draft(Path target, Path path) {
            this.target = target;
            this.path = path;
            DRAFTS.add(path);
        }

        /** Where to write; nothing is there yet. */
        public Path path() {
            return path;
        }

        /** Puts what was written in its place. */
        public void put() throws IOException {
            try (FileChannel written = FileChannel.open(path, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            keepPermissions(target, path);
            move(path, target);
            forceFolder(target);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
            DRAFTS.remove(path);
        }
    }

    /** Writes bytes. The folder must be there. */
    public static void writeBytes(Path file, Bytes bytes) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                bytes.writeTo(out);
            }
            return;
        }
        Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new FileAlreadyExistsException(target.toString(), null, "it is a folder");
        }
        deleteLeftovers(target);
        Path draft = draft(target);
        DRAFTS.add(draft);
        try {
            try (Claim claim = Claim.make(draft)) {
                bytes.writeTo(Channels.newOutputStream(claim.channel()));
                claim.channel().force(true);
                keepPermissions(target, draft);
            }
            move(draft, target);
        } finally {
            Files.deleteIfExists(draft);
            DRAFTS.remove(draft);
        }
        forceFolder(target);
    }

    /** Why a file could not be written, as the end of a sentence: what the system says, without the names of drafts. */
    public static String why(IOException problem) {
        String reason = problem instanceof FileSystemException known ? known.getReason() : problem.getMessage();
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        return reason == null
                ? problem.getClass().getSimpleName().replaceAll("Exception$", "")
                : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }

    /** Deletes what this process has not finished; for a process that is told to end. */
    public static void discardDrafts() {
        for (Path draft : DRAFTS) {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException kept) {
                // the next process that writes this file deletes it
            }
        }
    }

    private static Path draft(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + NUMBER.incrementAndGet() + "."
                + ProcessHandle.current().pid() + ".tmp");
    }

    private static void deleteLeftovers(Path target) throws IOException {
        Path folder = Optional.ofNullable(target.getParent()).orElse(target);
        String beginning = "." + target.getFileName() + ".";
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(
                folder, file -> String.valueOf(file.getFileName()).startsWith(beginning))) {
            for (Path draft : drafts) {
                String rest = draft.getFileName().toString().substring(beginning.length() - 1);
                Matcher matcher = DRAFT.matcher(rest);
                if (matcher.matches()
                        && Files.isRegularFile(draft)
                        && Claim.isAbandoned(draft, Long.parseLong(matcher.group(1)))) {
                    Files.deleteIfExists(draft);
                }
            }
        } catch (AccessDeniedException mayOnlyWrite) {
            return;
        }
    }

    private static void keepPermissions(Path target, Path draft) throws IOException {
        PosixFileAttributeView before = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        PosixFileAttributeView after = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
        if (before != null && after != null && Files.exists(target)) {
            after.setPermissions(before.readAttributes().permissions());
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the new name last; systems that cannot do that for folders do it by themselves. */
    private static void forceFolder(Path file) {
        try (FileChannel folder =
                FileChannel.open(Optional.ofNullable(file.getParent()).orElse(file), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notForFolders) {
            return;
        }
    }
}
