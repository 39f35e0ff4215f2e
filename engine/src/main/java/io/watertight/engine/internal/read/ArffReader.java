package io.watertight.engine.internal.read;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.ReadNotice;
import io.watertight.core.study.ColumnType;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the attribute-relation format of Weka: nominal, numeric, string and date attributes, quoted names, sparse rows,
 * {@code ?} for a missing value.
 *
 * @param privateFolder for the rows as clean text
 */
record ArffReader(Path privateFolder) {

    /**
     * An attribute.
     *
     * @param zero what a sparse row means by leaving it out: 0, or the first nominal value
     */
    private record Attribute(String name, ColumnType type, String zero) {}

    TextTable read(InputFile file) throws IOException {
        List<Attribute> attributes = new ArrayList<>();
        Path target = Files.createTempFile(privateFolder, "arff", ".csv");
        Counts counts;
        try (BufferedReader in =
                        new BufferedReader(TextEncoding.of(Heads.read(file)).open(file.path()));
                CleanWriter writer = new CleanWriter(target)) {
            header(in, file, attributes);
            if (attributes.isEmpty()) {
                throw new WatertightException(
                        "'" + file.shown() + "' declares no attribute", "check its @attribute lines");
            }
            long rejected = rows(in, attributes, writer);
            if (rejected > writer.rows()) {
                throw new WatertightException(
                        rejected + " of " + (rejected + writer.rows()) + " rows of '" + file.shown()
                                + "' do not have its " + attributes.size() + " attributes",
                        "the header and the data do not belong together");
            }
            counts = new Counts(rejected, writer.longestBytes());
        }
        return table(attributes, target, counts, file.shown());
    }

    /** What writing met: rows left out, and the bound of the longest one. */
    private record Counts(long rejected, long longest) {}

    private static TextTable table(List<Attribute> attributes, Path target, Counts counts, String shown)
            throws IOException {
        Names names = Names.of(attributes.stream().map(Attribute::name).toList());
        List<ReadNotice> notices = new ArrayList<>(names.notices());
        if (counts.rejected() > 0) {
            notices.add(new ReadNotice(
                    ReadNotice.Kind.REJECTED_ROWS,
                    List.of(),
                    counts.rejected(),
                    counts.rejected() + " rows of '" + shown + "' do not have its attributes and were left out"));
        }
        Map<String, ColumnType> declared = new HashMap<>();
        for (int column = 0; column < attributes.size(); column++) {
            declared.put(names.names().get(column), attributes.get(column).type());
        }
        String from = DelimitedReader.scan(target, ',', false, attributes.size(), counts.longest());
        return new TextTable(names.names(), from, declared, false, false, Files.size(target), notices);
    }

    private static void header(BufferedReader in, InputFile file, List<Attribute> attributes) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String text = line.strip();
            String lower = text.toLowerCase(Locale.ROOT);
            if (lower.startsWith("@data")) {
                return;
            }
            if (lower.startsWith("@attribute")) {
                attributes.add(attribute(text.substring("@attribute".length()).strip(), file));
            }
        }
        throw new WatertightException("'" + file.shown() + "' has no @data line", "it is cut off: copy it again");
    }

    private static Attribute attribute(String text, InputFile file) {
        ArffLine line = new ArffLine(text);
        String name = line.word();
        String type = line.rest().strip();
        String lower = type.toLowerCase(Locale.ROOT);
        if (lower.startsWith("{")) {
            List<String> levels = new ArffLine(type.substring(1)).values('}');
            return new Attribute(name, ColumnType.TEXT, levels.isEmpty() ? "" : levels.get(0));
        }
        if (lower.startsWith("numeric") || lower.startsWith("real") || lower.startsWith("integer")) {
            return new Attribute(name, ColumnType.NUMBER, "0");
        }
        if (lower.startsWith("date")) {
            return new Attribute(name, ColumnType.TIME, "");
        }
        if (lower.startsWith("string")) {
            return new Attribute(name, ColumnType.TEXT, "");
        }
        throw new WatertightException(
                "attribute '" + name + "' of '" + file.shown() + "' has a type that is not known",
                "declare it as numeric, string, date, or a list of values in braces");
    }

    private static long rows(BufferedReader in, List<Attribute> attributes, CleanWriter writer) throws IOException {
        long rejected = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String text = line.replace("\0", "").strip();
            if (text.isEmpty() || text.startsWith("%")) {
                continue;
            }
            List<String> cells =
                    text.startsWith("{") ? sparse(text.substring(1), attributes) : new ArffLine(text).values(',');
            if (cells.size() == attributes.size() + 1
                    && cells.get(attributes.size()).startsWith("{")) {
                // The weight of an instance, which Weka writes after its values.
                cells = cells.subList(0, attributes.size());
            }
            if (cells.size() == attributes.size()) {
                writer.write(cells, attributes.size());
            } else {
                rejected++;
            }
        }
        return rejected;
    }

    /** The full row of {@code 1 X, 3 Y}, or an empty one if it cannot be understood. */
    private static List<String> sparse(String text, List<Attribute> attributes) {
        List<String> cells =
                new ArrayList<>(attributes.stream().map(Attribute::zero).toList());
        ArffLine line = new ArffLine(text);
        while (!line.endsWith('}')) {
            String index = line.word();
            int column = index.matches("[0-9]{1,7}") ? Integer.parseInt(index) : -1;
            if (column < 0 || column >= attributes.size()) {
                return new ArrayList<>();
            }
            cells.set(column, line.value('}'));
        }
        return cells;
    }
}
