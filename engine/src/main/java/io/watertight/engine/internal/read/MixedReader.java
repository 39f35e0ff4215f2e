package io.watertight.engine.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;

/**
 * Reads UTF-8 and takes each byte that is not part of it for Windows-1252. So a file in Latin-1 or Windows-1252 is read right
 * as well (their letters next to each other almost never form UTF-8), and so is one that was pasted together from several.
 */
final class MixedReader extends Reader {

    /** What bytes 0x80 to 0x9f stand for; the five without a meaning stay control characters as in Latin-1. */
    private static final char[] WESTERN = western();

    private final InputStream in;
    private final byte[] bytes = new byte[1 << 16];
    private int position;
    private int limit;
    private char pendingLow;
    private long repaired;

    MixedReader(InputStream in) {
        this.in = in;
    }

    private static char[] western() {
        char[] table = new char[128];
        Charset charset = Charset.forName("windows-1252");
        for (int index = 0; index < 128; index++) {
            char decoded = new String(new byte[] {(byte) (index + 128)}, charset).charAt(0);
            table[index] = decoded == '\ufffd' ? (char) (index + 128) : decoded;
        }
        return table;
    }

    /** How many bytes were not UTF-8 so far. */
    long repaired() {
        return repaired;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int written = 0;
        if (length > 0 && pendingLow != 0) {
            target[offset] = pendingLow;
            pendingLow = 0;
            written = 1;
        }
        while (written < length) {
            if (limit - position < 4 && !refill() && position == limit) {
                break;
            }
            int octet = bytes[position] & 0xff;
            if (octet < 0x80) {
                target[offset + written++] = (char) octet;
                position++;
                continue;
            }
            int size = sequence();
            if (size == 0) {
                target[offset + written++] = WESTERN[octet - 0x80];
                position++;
                repaired++;
                continue;
            }
            int point = point(size);
            position += size;
            if (point < 0x10000) {
                target[offset + written++] = (char) point;
            } else {
                target[offset + written++] = Character.highSurrogate(point);
                if (written < length) {
                    target[offset + written++] = Character.lowSurrogate(point);
                } else {
                    pendingLow = Character.lowSurrogate(point);
                }
            }
            // Do not wait for more input than there is.
            if (limit == position && in.available() == 0) {
                break;
            }
        }
        return written == 0 && length > 0 ? -1 : written;
    }

    /** Length of the UTF-8 character at the position, 0 if there is none. */
    private int sequence() {
        Utf8Check check = new Utf8Check();
        for (int index = position; index < Math.min(limit, position + 4); index++) {
            check.take(bytes[index]);
            if (check.isValidSoFar()) {
                return index - position + 1;
            }
            if (!check.pending()) {
                return 0;
            }
        }
        return 0;
    }

    private int point(int size) {
        int point = bytes[position] & (0x7f >> size);
        for (int index = 1; index < size; index++) {
            point = (point << 6) | (bytes[position + index] & 0x3f);
        }
        return point;
    }

    private boolean refill() throws IOException {
        System.arraycopy(bytes, position, bytes, 0, limit - position);
        limit -= position;
        position = 0;
        int count = in.read(bytes, limit, bytes.length - limit);
        if (count > 0) {
            limit += count;
        }
        return count > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
