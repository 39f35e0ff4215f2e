package io.watertight.core.study;

import io.watertight.core.WatertightException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads a YAML document into nodes that know their line. Aliases have no place in a file that people review and are refused. */
public final class YamlReader {

    /** Deeper than any study; keeps a hostile file from exhausting the stack. */
    private static final int MOST_NESTING = 16;

    private final YAMLParser parser;
    private final String file;

    private YamlReader(YAMLParser parser, String file) {
        this.parser = parser;
        this.file = file;
    }

    /**
     * Reads one document.
     *
     * @param text the YAML
     * @param file what messages call it
     * @throws WatertightException naming file and line if the text is not YAML, repeats a key, nests too deep or has anchors
     */
    public static YamlNode read(String text, String file) {
        try (YAMLParser parser = (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            YamlReader reader = new YamlReader(parser, file);
            if (parser.nextToken() == null) {
                return new YamlNode.Scalar("", true, 1);
            }
            YamlNode root = reader.value(0);
            if (parser.nextToken() != null) {
                throw reader.wrong(reader.line(), "a second document begins", "remove the line '---' and what follows");
            }
            return root;
        } catch (JacksonException problem) {
            int line = problem.getLocation() == null
                    ? 1
                    : Math.max(1, problem.getLocation().getLineNr());
            String said = String.valueOf(problem.getOriginalMessage())
                    .lines()
                    .findFirst()
                    .orElse("it is not YAML");
            throw new WatertightException(
                    file + ", line " + line + ": " + said + ".",
                    "a value with : # [ ] { } , & * or quotes in it needs double quotes around it",
                    problem);
        }
    }

    private YamlNode value(int depth) {
        if (depth > MOST_NESTING) {
            throw wrong(
                    line(), "lists and maps are nested more than " + MOST_NESTING + " deep", "a bracket is not closed");
        }
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw wrong(
                    line(),
                    "'&' and '*' at the start of a value stand for anchors",
                    "put the value into double quotes");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return entries(depth);
        }
        if (token == JsonToken.START_ARRAY) {
            int line = line();
            List<YamlNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(depth + 1));
            }
            return new YamlNode.Items(items, line);
        }
        boolean isNull = token == JsonToken.VALUE_NULL;
        return new YamlNode.Scalar(isNull ? "" : parser.getString(), isNull, line());
    }

    private YamlNode entries(int depth) {
        int line = line();
        List<YamlNode.Entry> entries = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int at = line();
            Integer before = seen.put(key, at);
            if (before != null) {
                throw wrong(
                        at, "'" + key + "' stands here a second time, after line " + before, "remove one of the two");
            }
            parser.nextToken();
            entries.add(new YamlNode.Entry(key, value(depth + 1), at));
        }
        return new YamlNode.Entries(entries, line);
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private WatertightException wrong(int line, String what, String remedy) {
        return new WatertightException(file + ", line " + line + ": " + what + ".", remedy);
    }
}
