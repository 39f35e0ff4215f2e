package io.watertight.engine.internal.read;

import io.watertight.core.study.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects rows whose columns become known as they come, and writes them as clean text: first into a draft whose early rows may
 * be short, then at their full width. Not thread-safe.
 */
final class Spool implements AutoCloseable {

    private final Path draft;
    private final CleanWriter writer;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<String> row = new ArrayList<>();
    private int narrowest = Integer.MAX_VALUE;

    Spool(Path privateFolder) throws IOException {
        this.draft = Files.createTempFile(privateFolder, "spool", ".csv");
        this.writer = new CleanWriter(draft);
    }

    /** Sets a cell of the row that is being made; a new name is a new column. */
    void put(String column, String text) {
        int place = columns.computeIfAbsent(column, name -> columns.size());
        while (row.size() <= place) {
            row.add("");
        }
        row.set(place, text);
    }

    /** Makes a column known without giving it a value. */
    void know(String column) {
        columns.computeIfAbsent(column, name -> columns.size());
    }

    void endRow() throws IOException {
        int width = Math.max(1, columns.size());
        writer.write(row, width);
        narrowest = Math.min(narrowest, width);
        row.clear();
    }

    long rows() {
        return writer.rows();
    }

    /** All rows at their full width. */
    TextTable finish(Map<String, ColumnType> declared, boolean missingWords) throws IOException {
        writer.close();
        int width = columns.size();
        Path whole = draft;
        if (rows() > 0 && narrowest < width) {
            whole = widened(width);
        }
        Names names = Names.of(columns.keySet().stream().map(String::strip).toList());
        String from = DelimitedReader.scan(whole, ',', false, width, writer.longestBytes() + width);
        return new TextTable(names.names(), from, declared, missingWords, false, Files.size(whole), names.notices());
    }

    private Path widened(int width) throws IOException {
        Path whole = draft.resolveSibling(draft.getFileName() + ".whole.csv");
        try (DelimitedParser parser = new DelimitedParser(Files.newBufferedReader(draft), ',');
                CleanWriter out = new CleanWriter(whole)) {
            List<String> fields = new ArrayList<>();
            while (parser.next(fields)) {
                out.write(fields, width);
            }
        }
        Files.delete(draft);
        return whole;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
