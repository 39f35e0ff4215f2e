package io.watertight.engine.internal.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The first bytes by which a file says what it is, whatever its name. */
enum Signature {
    PARQUET("a Parquet file", "PAR1"),
    ENCRYPTED_PARQUET("an encrypted Parquet file", "PARE"),
    GZIP("a gzip file", 0x1f, 0x8b),
    ZSTANDARD("a Zstandard file", 0x28, 0xb5, 0x2f, 0xfd),
    ZIP("a zip file", 'P', 'K', 3, 4),
    EMPTY_ZIP("an empty zip file", 'P', 'K', 5, 6),
    OLE("an old .xls file or a workbook with a password", 0xd0, 0xcf, 0x11, 0xe0),
    BZIP2("a bzip2 file", "BZh"),
    XZ("an xz file", 0xfd, '7', 'z', 'X', 'Z'),
    SEVEN_ZIP("a 7z file", '7', 'z', 0xbc, 0xaf),
    LZ4("an lz4 file", 0x04, 0x22, 0x4d, 0x18),
    SQLITE("an SQLite database", "SQLite format 3"),
    ORC("an ORC file", "ORC"),
    ARROW("an Arrow file", "ARROW1"),
    FEATHER("a Feather file", "FEA1"),
    AVRO("an Avro file", 'O', 'b', 'j', 1),
    HDF5("an HDF5 file", 0x89, 'H', 'D', 'F'),
    NUMPY("a NumPy file", 0x93, 'N', 'U', 'M', 'P', 'Y'),
    PNG("a PNG image", 0x89, 'P', 'N', 'G'),
    JPEG("a JPEG image", 0xff, 0xd8, 0xff),
    PDF("a PDF document", "%PDF-");

    private static final int LONGEST = 16;

    private final String words;
    /** Each byte as the character of that number. */
    private final String start;

    Signature(String words, String start) {
        this.words = words;
        this.start = start;
    }

    Signature(String words, int... values) {
        this(words, new String(values, 0, values.length));
    }

    /** With its article, for a message. */
    String words() {
        return words;
    }

    /** The signature that the bytes begin with. */
    static Optional<Signature> of(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, LONGEST), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(signature -> text.startsWith(signature.start))
                .findFirst();
    }
}
