package io.watertight.engine.internal.read;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * Splits delimited text into records and forgives what can be forgiven: any line end, quotes in the middle of a field, a quote
 * that is never closed, blanks before a quote, NUL characters. Not thread-safe.
 */
final class DelimitedParser implements AutoCloseable {

    /** A quoted field that is longer was never closed. */
    private static final int LONGEST_QUOTED = 16 << 20;

    /** After so many unclosed quotes, quotes reach no further than their line: otherwise each costs a look ahead. */
    private static final int MOST_LOOKS_AHEAD = 20;

    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private char[] buffer = new char[1 << 16];
    /** Where the record begins in the buffer; all offsets below count from here. */
    private int start;

    private int limit;
    private int offset;
    private boolean ended;
    private long nulls;
    private long unclosed;
    private boolean quoted;

    DelimitedParser(Reader in, char delimiter) {
        this.in = in;
        this.delimiter = delimiter;
    }

    /** How many NUL characters were left out so far. */
    long nulls() {
        return nulls;
    }

    /** How many quotes were opened and never closed so far; they were taken as part of the text. */
    long unclosed() {
        return unclosed;
    }

    /**
     * Reads the next record that is not blank.
     *
     * @param fields is emptied and filled
     * @return false at the end
     */
    boolean next(List<String> fields) throws IOException {
        while (true) {
            fields.clear();
            start += offset;
            offset = 0;
            if (at(0) == END) {
                return false;
            }
            quoted = false;
            while (field(fields)) {
                // One field after the other.
            }
            if (quoted || fields.size() > 1 || !fields.get(0).isBlank()) {
                return true;
            }
        }
    }

    /** Reads one field. @return whether another follows */
    private boolean field(List<String> fields) throws IOException {
        int begin = offset;
        while (at(begin) == ' ' && (delimiter == ' ' || at(begin + 1) == ' ' || at(begin + 1) == '"')) {
            begin++;
        }
        if (at(begin) == '"' && quotedField(begin, fields)) {
            quoted = true;
        } else {
            int end = delimiter == ' ' ? begin : offset;
            int from = end;
            for (int character = at(end); !ends(character); character = at(end)) {
                end++;
            }
            fields.add(new String(buffer, start + from, end - from));
            offset = end;
        }
        return step();
    }

    /** Steps over what ends a field. @return whether it was a delimiter with a field behind it */
    private boolean step() throws IOException {
        int character = at(offset);
        if (character == delimiter) {
            offset++;
            if (delimiter != ' ') {
                return true;
            }
            // Blanks come in runs, and those before the line end separate nothing.
            while (at(offset) == ' ') {
                offset++;
            }
            if (!endsLine(at(offset))) {
                return true;
            }
            character = at(offset);
        }
        if (character == '\r') {
            offset += at(offset + 1) == '\n' ? 2 : 1;
        } else if (character == '\n') {
            offset++;
        }
        return false;
    }

    private boolean quotedField(int begin, List<String> fields) throws IOException {
        boolean shortSighted = unclosed >= MOST_LOOKS_AHEAD;
        StringBuilder text = new StringBuilder();
        for (int at = begin + 1; at - begin < LONGEST_QUOTED; at++) {
            int character = at(at);
            if (character == END || (shortSighted && endsLine(character))) {
                break;
            }
            if (character != '"') {
                text.append((char) character);
            } else if (at(at + 1) == '"') {
                text.append('"');
                at++;
            } else {
                int after = at + 1;
                while (delimiter != ' ' && at(after) == ' ') {
                    after++;
                }
                if (ends(at(after))) {
                    fields.add(text.toString());
                    offset = after;
                    return true;
                }
                text.append('"');
            }
        }
        unclosed++;
        return false;
    }

    private boolean ends(int character) {
        return character == delimiter || endsLine(character);
    }

    private static boolean endsLine(int character) {
        return character == '\n' || character == '\r' || character == END;
    }

    private int at(int index) throws IOException {
        while (start + index >= limit) {
            if (ended) {
                return END;
            }
            fill();
        }
        return buffer[start + index];
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            start = 0;
        }
        if (limit == buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            ended = true;
            return;
        }
        int kept = limit;
        for (int index = limit; index < limit + count; index++) {
            if (buffer[index] == 0) {
                nulls++;
            } else {
                buffer[kept++] = buffer[index];
            }
        }
        limit = kept;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
