package io.watertight.engine.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What one fast pass over all bytes of a text file says.
 *
 * @param ascii whether no byte is above 127
 * @param nulls whether there are NUL bytes
 * @param loneReturns whether some carriage return has no line feed after it
 * @param loneFeeds whether some line feed has no carriage return before it
 * @param pairs whether some line ends with both
 * @param validUtf8 whether the whole is valid UTF-8
 */
record ByteSurvey(
        boolean ascii, boolean nulls, boolean loneReturns, boolean loneFeeds, boolean pairs, boolean validUtf8) {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;
    private static final long RETURNS = 0x0d0d0d0d0d0d0d0dL;
    private static final long FEEDS = 0x0a0a0a0a0a0a0a0aL;

    /** Whether one kind of line end is used throughout, and not the bare carriage return. */
    boolean plainLineEnds() {
        return !loneReturns && !(loneFeeds && pairs);
    }

    /** Reads to the end; eight bytes at a time where nothing of interest is among them. */
    static ByteSurvey of(InputStream in) throws IOException {
        Scan scan = new Scan();
        byte[] buffer = new byte[1 << 18];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            scan.take(buffer, count);
        }
        return scan.result();
    }

    private static final class Scan {
        private boolean ascii = true;
        private boolean nulls;
        private boolean loneReturns;
        private boolean loneFeeds;
        private boolean pairs;
        private boolean afterReturn;
        private final Utf8Check utf8 = new Utf8Check();

        void take(byte[] buffer, int count) {
            int index = 0;
            while (index + Long.BYTES <= count) {
                long word = (long) WORDS.get(buffer, index);
                // A line feed inside the word needs a look only while it could still teach something.
                boolean feeds = !loneFeeds && hasZero(word ^ FEEDS);
                if (!afterReturn
                        && (word & HIGH_BITS) == 0
                        && !utf8.pending()
                        && !hasZero(word)
                        && !hasZero(word ^ RETURNS)
                        && !feeds) {
                    index += Long.BYTES;
                } else {
                    for (int end = index + Long.BYTES; index < end; index++) {
                        take(buffer[index]);
                    }
                }
            }
            for (; index < count; index++) {
                take(buffer[index]);
            }
        }

        private void take(byte value) {
            if (value < 0) {
                ascii = false;
            }
            utf8.take(value);
            if (afterReturn) {
                if (value == '\n') {
                    pairs = true;
                } else {
                    loneReturns = true;
                }
            } else if (value == '\n') {
                loneFeeds = true;
            }
            afterReturn = value == '\r';
            nulls |= value == 0;
        }

        private static boolean hasZero(long word) {
            return ((word - ONES) & ~word & HIGH_BITS) != 0;
        }

        ByteSurvey result() {
            return new ByteSurvey(ascii, nulls, loneReturns || afterReturn, loneFeeds, pairs, utf8.isValidSoFar());
        }
    }
}
