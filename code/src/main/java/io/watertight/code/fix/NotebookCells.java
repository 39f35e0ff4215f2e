package io.watertight.code.fix;

import io.watertight.core.WatertightException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Finds in a notebook's JSON text where the strings stand that hold the code of its cells. Used once; not thread-safe. */
final class NotebookCells {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /**
     * A string of the JSON text.
     *
     * @param start of its opening quote
     * @param end behind its closing quote
     * @param value what it says
     */
    record Part(int start, int end, String value) {}

    /**
     * The code of a cell.
     *
     * @param isList whether it is a list of strings, not one string
     * @param start where the list or the string begins
     * @param parts its strings
     */
    record Source(boolean isList, int start, List<Part> parts) {

        static final Source NONE = new Source(true, -1, List.of());

        String value() {
            return parts.stream().map(Part::value).collect(Collectors.joining());
        }
    }

    private final JsonParser parser;
    private final List<Source> cells = new ArrayList<>();

    private NotebookCells(JsonParser parser) {
        this.parser = parser;
    }

    /** The source of every cell of whatever kind, in order. */
    static List<Source> of(String json) {
        String text = json.startsWith("\uFEFF") ? " " + json.substring(1) : json;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            NotebookCells reader = new NotebookCells(parser);
            parser.nextToken();
            reader.root();
            return reader.cells;
        } catch (JacksonException broken) {
            throw new WatertightException("This is no notebook: its JSON is broken.", "save it again", broken);
        }
    }

    private void root() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = parser.currentName();
            parser.nextToken();
            if (property.equals("cells")) {
                cells();
            } else if (property.equals("worksheets") && parser.currentToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    root();
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private void cells() {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                cells.add(cell());
            } else {
                parser.skipChildren();
            }
        }
    }

    private Source cell() {
        Source source = Source.NONE;
        boolean isCode = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = parser.currentName();
            parser.nextToken();
            if (property.equals("source") || property.equals("input")) {
                source = source();
            } else {
                isCode |= property.equals("cell_type") && parser.getString().equals("code");
                parser.skipChildren();
            }
        }
        return isCode ? source : Source.NONE;
    }

    private Source source() {
        int start = offset();
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return new Source(false, start, List.of(part()));
        }
        List<Part> parts = new ArrayList<>();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    parts.add(part());
                } else {
                    parser.skipChildren();
                }
            }
        }
        return new Source(true, start, parts);
    }

    private Part part() {
        int start = offset();
        String value = parser.getString(); // strings are read when they are asked for: only now its end is known
        return new Part(start, Math.toIntExact(parser.currentLocation().getCharOffset()), value);
    }

    private int offset() {
        return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
    }
}
