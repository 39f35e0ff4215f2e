package io.watertight.code.fix;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as it was when it was read, so that nobody's later work is overwritten.
 *
 * @param path where it is
 * @param name how reports call it
 * @param hash SHA-256 of its bytes
 */
public record ReadFile(Path path, String name, String hash) {

    /** @throws WatertightException if it cannot be read */
    public static ReadFile of(Path path, String name) {
        return new ReadFile(path, name, hash(bytes(path)));
    }

    static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException problem) {
            throw new WatertightException(
                    "The file " + path + " cannot be read.", "it was moved, or you may not read it", problem);
        }
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
