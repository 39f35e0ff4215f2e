package io.watertight.engine.internal.read;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Finds local files without reading them. */
public final class LocalPaths {

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private LocalPaths() {}

    /**
     * The files behind paths, globs and folders, in the order in which they are read.
     *
     * @throws WatertightException if there are none
     */
    public static List<Path> find(List<String> arguments) {
        return new InputFiles(InputStream.nullInputStream(), Path.of(System.getProperty("java.io.tmpdir")))
                .find(arguments).stream().map(InputFile::path).toList();
    }

    /** Whether a file begins as Parquet does. */
    public static boolean isParquet(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(PARQUET.length), PARQUET);
        } catch (IOException failure) {
            throw new WatertightException(
                    "'" + file + "' cannot be read: " + failure.getMessage() + ".", "check its permissions", failure);
        }
    }
}
