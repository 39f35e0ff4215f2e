package io.watertight.engine.internal.read;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Limits what unpacking may write, so that a small file cannot fill the disk.
 *
 * @param free bytes that are always allowed
 * @param ratio beyond them, bytes unpacked for a byte packed
 */
record Expansion(long free, long ratio) {

    static final Expansion DEFAULT = new Expansion(2L << 30, 200);

    /** Space that stays free on the disk. */
    private static final long RESERVE = 256L << 20;

    private static final int CHECK_EVERY = 64 << 20;

    /** Copies all of {@code from}, unless it grows out of proportion to {@code packed} bytes. */
    void copy(InputStream from, Path to, long packed, String shown) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long written = 0;
        long checked = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                written += count;
                if (written > free && written / ratio > packed) {
                    throw new WatertightException(
                            "'" + shown + "' unpacks to more than " + ratio + " times its " + packed + " bytes",
                            "unpack it yourself if you trust it, and give the unpacked file");
                }
                if (written - checked >= CHECK_EVERY) {
                    checked = written;
                    if (Files.getFileStore(to).getUsableSpace() < RESERVE) {
                        throw new WatertightException(
                                "unpacking '" + shown + "' fills the disk of " + to.getParent(),
                                "set another folder for temporary files with -Djava.io.tmpdir");
                    }
                }
                out.write(buffer, 0, count);
            }
        }
    }
}
