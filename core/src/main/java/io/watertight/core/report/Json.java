package io.watertight.core.report;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as this package writes it: indented, and with every treacherous character escaped, so that it is safe to print. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().characterEscapes(new Escapes()).build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Json() {}

    static String write(ObjectNode root) {
        return MAPPER.writeValueAsString(root) + "\n";
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode strings(Collection<String> texts) {
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
    static void put(ObjectNode object, String name, double value) {
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

    /** Escapes what a terminal or an editor would act on. */
    private static final class Escapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private final int[] ascii = standardAsciiEscapesForJSON();

        Escapes() {
            ascii[0x7F] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            boolean halfOfPair = Character.isSurrogate((char) character);
            return character > 0x7F && !halfOfPair && Visible.isTreacherous(character)
                    ? new SerializedString(String.format("\\u%04x", character))
                    : null;
        }
    }
}
