package io.watertight.engine.internal.read;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** Reads the beginning of a file. */
final class Heads {

    /** Enough to tell formats and encodings apart. */
    private static final int LENGTH = 1 << 16;

    private Heads() {}

    /** The first bytes, at most 64 KiB. */
    static byte[] read(InputFile file) {
        try (InputStream in = Files.newInputStream(file.path())) {
            return in.readNBytes(LENGTH);
        } catch (IOException failure) {
            throw new WatertightException(
                    "'" + file.shown() + "' cannot be read: " + failure.getMessage(),
                    "check the disk and permissions",
                    failure);
        }
    }
}
