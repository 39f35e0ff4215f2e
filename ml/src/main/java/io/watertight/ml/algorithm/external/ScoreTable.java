package io.watertight.ml.algorithm.external;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads back what a command wrote: a CSV with the row's number and one score or several. */
final class ScoreTable {

    private final List<String> header;
    private final List<List<String>> lines;

    private ScoreTable(List<String> header, List<List<String>> lines) {
        this.header = header;
        this.lines = lines;
    }

    /**
     * Scores by output and row, whatever the order of lines and columns.
     *
     * @throws WatertightException if a row is missing, there twice, or not a number
     */
    static double[][] read(Path file, String id, List<String> names, int rows) {
        ScoreTable table = parse(file);
        int idColumn = table.column(id);
        double[][] scores = new double[names.size()][rows];
        for (double[] output : scores) {
            Arrays.fill(output, Double.NaN);
        }
        int[] places = names.stream().mapToInt(table::column).toArray();
        boolean[] seen = new boolean[rows];
        int count = 0;
        for (List<String> line : table.lines) {
            int row = row(cell(line, idColumn), rows);
            if (seen[row]) {
                throw wrong("it scores row " + row + " twice");
            }
            seen[row] = true;
            count++;
            for (int output = 0; output < places.length; output++) {
                scores[output][row] = score(cell(line, places[output]), row, names.get(output));
            }
        }
        if (count < rows) {
            throw wrong("it scores " + count + " of " + rows + " rows");
        }
        return scores;
    }

    private static String cell(List<String> line, int column) {
        return column < line.size() ? line.get(column).strip() : "";
    }

    /** Data frames write whole numbers as 3.0 when they like. */
    private static int row(String text, int rows) {
        double value = number(text);
        if (!(value >= 0 && value < rows) || value != Math.rint(value)) {
            throw wrong("it has a line for the row '" + text + "', which is none of 0 to " + (rows - 1));
        }
        return (int) value;
    }

    private static double score(String text, int row, String name) {
        double value = number(text);
        if (!Double.isFinite(value)) {
            throw wrong("its '" + name + "' of row " + row + " is '" + text + "', not a number");
        }
        return value;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private int column(String name) {
        int place = header.indexOf(name);
        if (place < 0) {
            throw wrong("it has the columns " + header + " and not '" + name + "'");
        }
        return place;
    }

    private static WatertightException wrong(String why) {
        return new WatertightException(
                "The file of scores that the command wrote cannot be used: " + why + ".",
                "write a CSV with the header row_id,score (or row_id and a column a class) and one line for each row of {test}");
    }

    private static ScoreTable parse(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new WatertightException(
                    "The command ended well but wrote no scores to {out}.",
                    "let it write a CSV with row_id and score there");
        }
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List<List<String>> lines = lines(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (lines.isEmpty()) {
            throw wrong("it is empty");
        }
        List<String> header = lines.get(0).stream().map(String::strip).toList();
        return new ScoreTable(header, lines.subList(1, lines.size()));
    }

    private static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int place = 0; place <= text.length(); place++) {
            char letter = place < text.length() ? text.charAt(place) : '\n';
            if (letter == '"') {
                if (quoted && place + 1 < text.length() && text.charAt(place + 1) == '"') {
                    cell.append('"');
                    place++;
                } else {
                    quoted = !quoted;
                }
            } else if (quoted && place < text.length()) {
                cell.append(letter);
            } else if (letter == ',' || letter == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (letter == '\n') {
                    if (line.size() > 1 || !line.get(0).isBlank()) {
                        lines.add(List.copyOf(line));
                    }
                    line.clear();
                }
            } else if (letter != '\r') {
                cell.append(letter);
            }
        }
        return lines;
    }
}
