package io.watertight.core.report;

import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as this package writes it: indented, and with every treacherous character escaped, so that it is safe to print. */
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    public static String write(ObjectNode root) {
        return escaped(MAPPER.writeValueAsString(root)) + "\n";
    }

    /** Outside of strings JSON is ASCII, so whatever is treacherous but a line's end stands in one and may be escaped there. */
    private static String escaped(String json) {
        StringBuilder safe = new StringBuilder(json.length() + 16);
        json.codePoints().forEach(point -> {
            if (point == '\n' || !Visible.isTreacherous(point)) {
                safe.appendCodePoint(point);
            } else if (Character.getType(point) == Character.SURROGATE) {
                // Half of a pair is no text at all, and careful readers refuse it even when escaped.
                safe.append('\uFFFD');
            } else {
                for (char unit : Character.toChars(point)) {
                    safe.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return safe.toString();
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode strings(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    static ArrayNode numbers(Collection<Long> numbers) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        numbers.forEach(number -> array.add((long) number));
        return array;
    }

    /** JSON has no infinity and no NaN: both are null. */
    public static void put(ObjectNode object, String name, double value) {
        if (Double.isFinite(value)) {
            object.put(name, value);
        } else {
            object.putNull(name);
        }
    }

    /** A fact of the evidence: numbers, booleans and lists as they are, all else as its text. */
    static void put(ObjectNode object, String name, Object value) {
        if (value instanceof Double || value instanceof Float) {
            put(object, name, ((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            object.put(name, number.longValue());
        } else if (value instanceof Boolean truth) {
            object.put(name, truth);
        } else if (value instanceof Collection<?> list) {
            object.set(name, strings(list.stream().map(String::valueOf).toList()));
        } else {
            object.put(name, value.toString());
        }
    }

    static ObjectNode map(Map<String, String> entries) {
        ObjectNode object = object();
        entries.forEach(object::put);
        return object;
    }
}
