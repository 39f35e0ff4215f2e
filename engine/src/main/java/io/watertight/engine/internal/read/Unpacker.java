package io.watertight.engine.internal.read;

import io.airlift.compress.zstd.ZstdInputStream;
import io.watertight.core.WatertightException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks gzip, Zstandard and zip into the private folder, by the first bytes of a file and never by its name. */
final class Unpacker {

    private static final int MOST_LAYERS = 3;

    private final Path privateFolder;
    private final Expansion expansion;

    Unpacker(Path privateFolder, Expansion expansion) {
        this.privateFolder = privateFolder;
        this.expansion = expansion;
    }

    Expansion expansion() {
        return expansion;
    }

    /** The file itself, or a copy without its wrappings. A workbook is a zip file too, and stays one. */
    InputFile unpack(InputFile file) {
        InputFile current = file;
        for (int layer = 0; layer < MOST_LAYERS; layer++) {
            Optional<Signature> signature = Signature.of(Heads.read(current));
            if (signature.isEmpty()) {
                return current;
            }
            switch (signature.get()) {
                case GZIP -> current = inflate(current, "gzip", GZIPInputStream::new);
                case ZSTANDARD -> current = inflate(current, "Zstandard", ZstdInputStream::new);
                case ZIP -> {
                    if (isWorkbook(current)) {
                        return current;
                    }
                    current = onlyEntry(current);
                }
                case PARQUET -> {
                    return current;
                }
                case OLE ->
                    throw new WatertightException(
                            "'" + file.shown() + "' is " + Signature.OLE.words(),
                            "open it in a spreadsheet program and save it as .xlsx without a password, or as .csv");
                case BZIP2, XZ, SEVEN_ZIP, LZ4 ->
                    throw new WatertightException(
                            "'" + file.shown() + "' is " + signature.get().words() + ", which is not unpacked here",
                            "unpack it first, or pack it with gzip or zstd");
                case EMPTY_ZIP, ENCRYPTED_PARQUET, SQLITE, ORC, ARROW, FEATHER, AVRO, HDF5, NUMPY, PNG, JPEG, PDF ->
                    throw new WatertightException(
                            "'" + file.shown() + "' is " + signature.get().words()
                                    + ", not a table that can be read here",
                            "export it as CSV or Parquet first");
            }
        }
        throw new WatertightException(
                "'" + file.shown() + "' is packed more than " + MOST_LAYERS + " times over", "unpack it first");
    }

    /** Opens a stream of unpacked bytes. */
    private interface Opening {
        InputStream open(InputStream packed) throws IOException;
    }

    private InputFile inflate(InputFile file, String kind, Opening opening) {
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16);
                InputStream unpacked = opening.open(packed)) {
            Path target = Files.createTempFile(privateFolder, "unpacked", "");
            expansion.copy(unpacked, target, Files.size(file.path()), file.shown());
            return file.at(target);
        } catch (IOException | RuntimeException failure) {
            throw damaged(file, kind, failure);
        }
    }

    private static boolean isWorkbook(InputFile file) {
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            return zip.getEntry("xl/workbook.xml") != null
                    || (zip.getEntry("[Content_Types].xml") != null && zip.getEntry("_rels/.rels") != null);
        } catch (IOException | RuntimeException damage) {
            throw damaged(file, "zip", damage);
        }
    }

    private InputFile onlyEntry(InputFile file) {
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            List<ZipEntry> entries = new ArrayList<>();
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .filter(entry -> !entry.getName().startsWith("__MACOSX/"))
                    .forEach(entries::add);
            if (entries.size() != 1) {
                throw new WatertightException(
                        "'" + file.shown() + "' holds " + entries.size() + " files",
                        "unpack it and name the one to audit");
            }
            Path target = Files.createTempFile(privateFolder, "unpacked", "");
            try (InputStream unpacked = zip.getInputStream(entries.get(0))) {
                expansion.copy(unpacked, target, Files.size(file.path()), file.shown());
            }
            return file.at(target);
        } catch (IOException | RuntimeException failure) {
            throw damaged(file, "zip", failure);
        }
    }

    private static WatertightException damaged(InputFile file, String kind, Exception failure) {
        if (failure instanceof WatertightException known) {
            return known;
        }
        if (String.valueOf(failure.getMessage()).contains("encrypted")) {
            return new WatertightException(
                    "'" + file.shown() + "' is protected by a password", "unpack it with the password first", failure);
        }
        return new WatertightException(
                "'" + file.shown() + "' is a damaged or cut off " + kind + " file",
                "copy or download it again",
                failure);
    }
}
