package io.watertight.code.source;

import io.watertight.core.WatertightException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The parts of a notebook's JSON text that matter here, each line of code with the line of the text it stands on. Not thread-safe. */
final class NotebookJson {

    /** A cell of whatever type; its language only where the cell itself names one. */
    record Cell(String type, String language, CellLines source, int executionCount) {}

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Pictures are long strings; the size of the file is bounded already.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private final List<Cell> cells = new ArrayList<>();
    private int format;
    private boolean hasCells;
    private String language = "";
    private String kernelLanguage = "";

    private NotebookJson(JsonParser parser) {
        this.parser = parser;
    }

    static NotebookJson parse(String name, String json) {
        if (json.isBlank()) {
            throw broken(name, "it is empty");
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            var notebook = new NotebookJson(parser);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw broken(name, "it is no JSON object");
            }
            notebook.root();
            if (!notebook.hasCells) {
                throw broken(name, "it has no cells");
            }
            return notebook;
        } catch (JacksonException failure) {
            int line = failure.getLocation() == null ? 0 : failure.getLocation().getLineNr();
            throw broken(name, "its JSON text breaks off or is wrong in line " + Math.max(1, line));
        }
    }

    private static WatertightException broken(String name, String reason) {
        return new WatertightException(
                name + " is not a notebook: " + reason + ".",
                "it was saved in part or holds the marks of a merge conflict: open it in Jupyter and save it again");
    }

    /** The major version; that of today if the text does not say. */
    int format() {
        return format == 0 ? 4 : format;
    }

    /** The language of the notebook, empty if it names none. */
    String language() {
        return language.isEmpty() ? kernelLanguage : language;
    }

    List<Cell> cells() {
        return cells;
    }

    private void root() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = parser.currentName();
            parser.nextToken();
            switch (property) {
                case "nbformat" -> format = whole();
                case "cells" -> readCells();
                case "worksheets" -> worksheets();
                case "metadata" -> metadata();
                default -> parser.skipChildren();
            }
        }
    }

    private void worksheets() {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        hasCells = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean list = parser.currentName().equals("cells");
                parser.nextToken();
                if (list) {
                    readCells();
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private void metadata() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = parser.currentName();
            parser.nextToken();
            switch (property) {
                case "language_info" -> language = textIn("name");
                case "kernelspec" -> kernelLanguage = textIn("language");
                default -> parser.skipChildren();
            }
        }
    }

    private String textIn(String wanted) {
        String found = "";
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return found;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean here = parser.currentName().equals(wanted);
            parser.nextToken();
            if (here && parser.currentToken() == JsonToken.VALUE_STRING) {
                found = parser.getString();
            }
            parser.skipChildren();
        }
        return found;
    }

    private void readCells() {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        hasCells = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                cells.add(cell());
            } else {
                parser.skipChildren();
            }
        }
    }

    private Cell cell() {
        String type = "";
        String cellLanguage = "";
        int count = 0;
        var source = new SourceLines();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = parser.currentName();
            parser.nextToken();
            switch (property) {
                case "cell_type" -> type = text();
                case "language" -> cellLanguage = text();
                // Format 3 says input and prompt_number where format 4 says source and execution_count.
                case "execution_count", "prompt_number" -> count = whole();
                case "source", "input" -> source = source();
                default -> parser.skipChildren();
            }
        }
        return new Cell(type, cellLanguage, source.lines(), count);
    }

    private SourceLines source() {
        var source = new SourceLines();
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            source.add(parser.getString(), parser.currentTokenLocation().getLineNr());
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    source.add(parser.getString(), parser.currentTokenLocation().getLineNr());
                } else {
                    parser.skipChildren();
                }
            }
        } else {
            parser.skipChildren();
        }
        return source;
    }

    private String text() {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        parser.skipChildren();
        return "";
    }

    private int whole() {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return (int) Math.max(0, Math.min(Integer.MAX_VALUE, parser.getDoubleValue()));
        }
        parser.skipChildren();
        return 0;
    }
}
