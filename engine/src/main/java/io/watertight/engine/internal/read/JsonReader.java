package io.watertight.engine.internal.read;

import io.watertight.core.WatertightException;
import io.watertight.core.study.ColumnType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON: an array of objects, an array of arrays, objects one after the other (NDJSON), or an object that holds such an
 * array. Objects within objects become columns such as {@code address.city}; arrays stay as they are and are not audited.
 *
 * @param privateFolder for the rows as clean text
 */
record JsonReader(Path privateFolder) {

    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(64 << 20)
                    .maxNestingDepth(200)
                    .build())
            .build());

    /** One line, one value. */
    private static final ObjectReader LINES = MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Broken lines a row that are left out; with more of them the file is something else. */
    private static final double MOST_BROKEN = 0.1;

    TextTable read(InputFile file) throws IOException {
        Map<String, ColumnType> declared = new HashMap<>();
        try (Reader in = TextEncoding.of(Heads.read(file)).open(file.path());
                Spool spool = new Spool(privateFolder)) {
            readAll(in, spool, declared);
            if (spool.rows() == 0) {
                throw new WatertightException(
                        "'" + file.shown() + "' is JSON without any rows",
                        "write an array of objects, or one object a line");
            }
            return spool.finish(declared, true);
        } catch (JacksonException broken) {
            return readLines(file).orElseThrow(() -> broken(file, broken));
        }
    }

    /** Reads each line for itself and leaves out those that are broken; empty unless most lines are rows. */
    private Optional<TextTable> readLines(InputFile file) throws IOException {
        Map<String, ColumnType> declared = new HashMap<>();
        BrokenLines broken = new BrokenLines(file.shown());
        try (BufferedReader in =
                        new BufferedReader(TextEncoding.of(Heads.read(file)).open(file.path()));
                Spool spool = new Spool(privateFolder)) {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    Optional<JsonNode> node = row(line);
                    if (node.isPresent()) {
                        row(node.get(), spool, declared);
                    } else {
                        broken.add(number);
                    }
                }
            }
            return broken.count() > MOST_BROKEN * spool.rows()
                    ? Optional.empty()
                    : Optional.of(spool.finish(declared, true).plus(broken.notice()));
        }
    }

    /** The object or array that a line holds, if it holds one and nothing else. */
    private static Optional<JsonNode> row(String line) throws IOException {
        try {
            return Optional.of(LINES.readTree(line)).filter(JsonNode::isContainer);
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }

    private static void readAll(Reader in, Spool spool, Map<String, ColumnType> declared) throws IOException {
        try (JsonParser parser = MAPPER.createParser(in)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                rows(parser, spool, declared);
                return;
            }
            for (; token != null; token = parser.nextToken()) {
                JsonNode node = parser.readValueAsTree();
                Optional<JsonNode> inner = spool.rows() == 0 ? wrapped(node) : Optional.empty();
                if (inner.isPresent()) {
                    for (JsonNode row : inner.get()) {
                        row(row, spool, declared);
                    }
                } else {
                    row(node, spool, declared);
                }
            }
        }
    }

    private static WatertightException broken(InputFile file, JacksonException broken) {
        long line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
        return new WatertightException(
                "'" + file.shown() + "' breaks off or is no valid JSON at line " + line, "write it again", broken);
    }

    private static void rows(JsonParser parser, Spool spool, Map<String, ColumnType> declared) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                break;
            }
            JsonNode node = parser.readValueAsTree();
            row(node, spool, declared);
        }
    }

    /** The array of rows in an object such as {"data": [{...}, ...]}. */
    private static Optional<JsonNode> wrapped(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        List<JsonNode> arrays = new ArrayList<>();
        for (JsonNode value : node.values()) {
            if (value.isArray() && value.size() > 0 && value.get(0).isObject()) {
                arrays.add(value);
            }
        }
        return arrays.size() == 1 ? Optional.of(arrays.get(0)) : Optional.empty();
    }

    private static void row(JsonNode node, Spool spool, Map<String, ColumnType> declared) throws IOException {
        if (node.isObject()) {
            fields(node, "", spool, declared);
        } else if (node.isArray()) {
            for (int column = 0; column < node.size(); column++) {
                cell("c" + (column + 1), node.get(column), spool, declared);
            }
        } else {
            cell("value", node, spool, declared);
        }
        spool.endRow();
    }

    private static void fields(JsonNode node, String prefix, Spool spool, Map<String, ColumnType> declared) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = prefix + field.getKey();
            if (field.getValue().isObject() && !field.getValue().isEmpty()) {
                fields(field.getValue(), name + ".", spool, declared);
            } else {
                cell(name, field.getValue(), spool, declared);
            }
        }
    }

    private static void cell(String name, JsonNode value, Spool spool, Map<String, ColumnType> declared) {
        if (value.isNull()) {
            spool.know(name);
        } else if (value.isContainer()) {
            declared.put(name.strip(), ColumnType.OTHER);
            spool.put(name, value.toString());
        } else {
            spool.put(name, value.isString() ? value.stringValue() : value.asString());
        }
    }
}
