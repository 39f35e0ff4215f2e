package io.watertight.ml.ledger;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Who writes into the ledger. Each machine, user and clone of a study has a chain of its own, so that branches merge.
 *
 * @param name what people call the writer; stands in every entry
 * @param id names the chain: lower-case letters and digits
 */
public record WriterIdentity(String name, String id) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,40}");

    public WriterIdentity {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "a writer's id is 1 to 40 lower-case letters and digits, not '" + id + "'");
        }
    }

    /**
     * The writer on this machine: made at the first call and kept in the folder's {@code .watertight}. A copy of the folder
     * makes another writer, because user, machine and place are part of the file's name.
     *
     * @param folder of the study
     */
    public static WriterIdentity of(Path folder) {
        String user = System.getProperty("user.name", "unknown");
        Path kept = folder.resolve(LedgerFolder.LOCAL);
        try {
            Path place = Files.createDirectories(kept).toRealPath();
            Path file = kept.resolve("writer-"
                    + Sha256.of(user + "\n" + machine() + "\n" + place).substring(0, 12));
            try {
                byte[] chance = new byte[8];
                new SecureRandom().nextBytes(chance);
                // One system call, so that a second process sees all of it or nothing.
                Path draft = Files.createTempFile(kept, "writer", ".tmp");
                try {
                    Files.writeString(draft, HexFormat.of().formatHex(chance), StandardCharsets.US_ASCII);
                    if (!Files.exists(file)) {
                        Files.createLink(file, draft);
                    }
                } finally {
                    Files.deleteIfExists(draft);
                }
            } catch (FileAlreadyExistsException known) {
                return new WriterIdentity(user, read(file));
            } catch (UnsupportedOperationException | FileSystemException noLinks) {
                Files.writeString(file, Sha256.of(file + user).substring(0, 16), StandardOpenOption.CREATE_NEW);
            }
            return new WriterIdentity(user, read(file));
        } catch (IOException problem) {
            throw new WatertightException(
                    kept + " cannot be written.", "you may not write in " + folder + ", or the disk is full", problem);
        }
    }

    private static String read(Path file) throws IOException {
        String id = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (!ID.matcher(id).matches()) {
            throw new WatertightException(
                    file + " does not hold the id of a writer.", "delete it, and a new one will be made");
        }
        return id;
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "unknown";
        }
    }
}
