package io.watertight.engine.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the bytes of a text file become characters. */
enum TextEncoding {
    /** UTF-8, or a mixture that {@link MixedReader} makes sense of. */
    BYTES(0, StandardCharsets.UTF_8),
    UTF_8_MARKED(3, StandardCharsets.UTF_8),
    UTF_16_LITTLE(0, StandardCharsets.UTF_16LE),
    UTF_16_LITTLE_MARKED(2, StandardCharsets.UTF_16LE),
    UTF_16_BIG(0, StandardCharsets.UTF_16BE),
    UTF_16_BIG_MARKED(2, StandardCharsets.UTF_16BE),
    UTF_32_LITTLE_MARKED(4, Charset.forName("UTF-32LE")),
    UTF_32_BIG_MARKED(4, Charset.forName("UTF-32BE"));

    private final int mark;
    private final Charset charset;

    TextEncoding(int mark, Charset charset) {
        this.mark = mark;
        this.charset = charset;
    }

    /** Bytes of the byte order mark. */
    int mark() {
        return mark;
    }

    Charset charset() {
        return charset;
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** By the byte order mark, or by the zero bytes that UTF-16 has beside Latin letters. */
    static TextEncoding of(byte[] head) {
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            return UTF_8_MARKED;
        }
        if (starts(head, 0xff, 0xfe, 0, 0)) {
            return UTF_32_LITTLE_MARKED;
        }
        if (starts(head, 0, 0, 0xfe, 0xff)) {
            return UTF_32_BIG_MARKED;
        }
        if (starts(head, 0xff, 0xfe)) {
            return UTF_16_LITTLE_MARKED;
        }
        if (starts(head, 0xfe, 0xff)) {
            return UTF_16_BIG_MARKED;
        }
        int even = 0;
        int odd = 0;
        int length = Math.min(head.length, 4096) & ~1;
        for (int index = 0; index < length; index += 2) {
            even += head[index] == 0 ? 1 : 0;
            odd += head[index + 1] == 0 ? 1 : 0;
        }
        if (odd > length / 8 && even < odd / 8) {
            return UTF_16_LITTLE;
        }
        if (even > length / 8 && odd < even / 8) {
            return UTF_16_BIG;
        }
        return BYTES;
    }

    private static boolean starts(byte[] head, int... mark) {
        for (int index = 0; index < mark.length; index++) {
            if (head.length <= index || (head[index] & 0xff) != mark[index]) {
                return false;
            }
        }
        return true;
    }

    /** A reader of the characters after the mark; never fails on malformed bytes. */
    Reader open(Path path) throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(mark);
        return isUtf8() ? new MixedReader(in) : new InputStreamReader(in, charset);
    }
}
