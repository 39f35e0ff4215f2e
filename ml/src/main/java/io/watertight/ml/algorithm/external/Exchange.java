package io.watertight.ml.algorithm.external;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.data.SparseBlock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The files that go to a command: CSV in UTF-8 with a header, missing cells empty, times in ISO 8601, and a JSON file that says which
 * column is what.
 */
final class Exchange {

    /** Sparse columns are written out; beyond this, a file would be all zeros. */
    private static final int MOST_COLUMNS = 20_000;

    private final Features training;
    private final Response response;
    private final String id;
    private final List<String> targets;

    Exchange(Features training, Response response) {
        this.training = training;
        this.response = response;
        if (training.width() > MOST_COLUMNS) {
            throw new WatertightException(
                    "A command gets its columns as CSV, and " + training.width() + " columns are too many for that.",
                    "choose fewer than " + MOST_COLUMNS + " features");
        }
        Set<String> taken = new TreeSet<>(training.columnNames());
        this.id = free("row_id", taken);
        this.targets = response instanceof Response.Labels labels
                ? labels.names().stream().map(name -> free(name, taken)).toList()
                : List.of(free("target", taken));
    }

    private static String free(String wanted, Set<String> taken) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }

    String id() {
        return id;
    }

    /** Names of the columns of scores that are expected back. */
    List<String> scores() {
        if (response instanceof Response.Labels labels) {
            return labels.names();
        }
        return response instanceof Response.Classes classes && !classes.isBinary() ? classes.names() : List.of("score");
    }

    void writeTraining(Path file, long[] rowIds) {
        List<String> header = new ArrayList<>(List.of(id));
        header.addAll(training.columnNames());
        header.addAll(targets);
        write(file, header, training.rows(), (row, line) -> {
            line.add(Long.toString(rowIds[row]));
            addCells(training, row, line);
            addTargets(row, line);
        });
    }

    /** Rows to be scored are numbered from 0; no target is written. */
    void writeTest(Path file, Features features) {
        List<String> header = new ArrayList<>(List.of(id));
        header.addAll(training.columnNames());
        write(file, header, features.rows(), (row, line) -> {
            line.add(Integer.toString(row));
            addCells(features, row, line);
        });
    }

    void writeColumns(Path file) {
        String task = response instanceof Response.Numbers
                ? "regression"
                : response instanceof Response.Labels ? "labels" : response.outputs() == 1 ? "two classes" : "classes";
        StringBuilder json = new StringBuilder("{\n  \"task\": " + quoted(task) + ",\n  \"id\": " + quoted(id)
                + ",\n  \"targets\": " + list(targets) + ",\n  \"features\": " + list(training.columnNames())
                + ",\n  \"scores\": " + list(scores()));
        if (response instanceof Response.Classes classes) {
            json.append(",\n  \"classes\": ").append(list(classes.names()));
            if (classes.isBinary()) {
                json.append(",\n  \"positive\": ").append(quoted(classes.names().get(classes.positive())));
            }
        }
        try {
            Files.writeString(file, json.append("\n}\n").toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String list(List<String> names) {
        return names.stream().map(Exchange::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder result = new StringBuilder("\"");
        for (int place = 0; place < text.length(); place++) {
            char letter = text.charAt(place);
            if (letter == '"' || letter == '\\') {
                result.append('\\').append(letter);
            } else if (letter < ' ') {
                result.append(String.format("\\u%04x", (int) letter));
            } else {
                result.append(letter);
            }
        }
        return result.append('"').toString();
    }

    private interface Cells {
        void add(int row, List<String> line);
    }

    private static void write(Path file, List<String> header, int rows, Cells cells) {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writeLine(writer, header);
            List<String> line = new ArrayList<>(header.size());
            for (int row = 0; row < rows; row++) {
                line.clear();
                cells.add(row, line);
                writeLine(writer, line);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void writeLine(Writer writer, List<String> line) throws IOException {
        for (int cell = 0; cell < line.size(); cell++) {
            if (cell > 0) {
                writer.write(',');
            }
            String text = line.get(cell);
            boolean plain = text.chars()
                    .noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
            writer.write(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
        }
        writer.write('\n');
    }

    private void addTargets(int row, List<String> line) {
        if (response instanceof Response.Numbers numbers) {
            line.add(Double.toString(numbers.values()[row]));
        } else if (response instanceof Response.Classes classes) {
            line.add(classes.names().get(classes.codes()[row]));
        } else {
            for (boolean[] flags : ((Response.Labels) response).flags()) {
                line.add(flags[row] ? "1" : "0");
            }
        }
    }

    private static void addCells(Features features, int row, List<String> line) {
        for (Block block : features.blocks()) {
            if (block instanceof NumberBlock number) {
                line.add(number(number, number.values()[row]));
            } else if (block instanceof CategoryBlock category) {
                int code = category.codes()[row];
                line.add(code < 0 ? "" : category.dictionary().get(code));
            } else if (block instanceof IndicatorBlock indicator) {
                for (int level = 0; level < indicator.width(); level++) {
                    line.add(indicator.codes()[row] == level ? "1" : "0");
                }
            } else if (block instanceof SparseBlock sparse) {
                int first = line.size();
                for (int term = 0; term < sparse.width(); term++) {
                    line.add("0");
                }
                for (int entry = sparse.starts()[row]; entry < sparse.starts()[row + 1]; entry++) {
                    line.set(first + sparse.columns()[entry], Double.toString(sparse.values()[entry]));
                }
            }
        }
    }

    private static String number(NumberBlock block, double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean time = block.kind() == NumberBlock.Kind.TIME && Math.abs(value) < 1e11;
        if (time) {
            return Instant.ofEpochMilli(Math.round(value * 1000)).toString();
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
