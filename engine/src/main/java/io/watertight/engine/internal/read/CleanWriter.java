package io.watertight.engine.internal.read;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes records as RFC 4180 asks, in UTF-8 with line feeds, for the database to read at full speed. Not thread-safe. */
final class CleanWriter implements AutoCloseable {

    private final Writer out;
    private long longest;
    private long rows;

    CleanWriter(Path file) throws IOException {
        // The encoder of an OutputStreamWriter replaces lone surrogates; that of Files.newBufferedWriter would fail.
        this.out = new BufferedWriter(
                new java.io.OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8), 1 << 16);
    }

    /**
     * Writes one record.
     *
     * @param fields its first cells; an empty one is missing
     * @param width how many cells there are, missing ones after the last
     */
    void write(List<String> fields, int width) throws IOException {
        long length = width;
        for (int column = 0; column < width; column++) {
            if (column > 0) {
                out.write(',');
            }
            String field = column < fields.size() ? fields.get(column) : "";
            length += field.length();
            write(field, width == 1);
        }
        out.write('\n');
        longest = Math.max(longest, length);
        rows++;
    }

    private void write(String field, boolean alone) throws IOException {
        boolean plain = !(field.isEmpty() && alone);
        for (int index = 0; plain && index < field.length(); index++) {
            char character = field.charAt(index);
            plain = character != ',' && character != '"' && character != '\n' && character != '\r' && character > ' ';
        }
        if (plain) {
            out.write(field);
            return;
        }
        out.write('"');
        out.write(field.replace("\"", "\"\"").replace("\0", ""));
        out.write('"');
    }

    /** Upper bound of the bytes of the longest record. */
    long longestBytes() {
        return longest * 4 + 2;
    }

    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
