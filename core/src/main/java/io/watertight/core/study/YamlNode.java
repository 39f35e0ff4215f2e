package io.watertight.core.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML document that still knows its line, counted from 1. */
public sealed interface YamlNode {

    int line();

    /** What a person calls this kind of value. */
    String kind();

    /** The value without its lines: text, list or map. Two documents that say the same have equal ones. */
    default Object plain() {
        if (this instanceof Scalar scalar) {
            return scalar.text();
        }
        if (this instanceof Items list) {
            return list.items().stream().map(YamlNode::plain).toList();
        }
        Map<String, Object> result = new LinkedHashMap<>();
        ((Entries) this)
                .entries()
                .forEach(entry -> result.put(entry.key(), entry.value().plain()));
        return result;
    }

    /**
     * One value as it was written.
     *
     * @param text its text, empty if there is none
     * @param isNull whether nothing was written, or {@code null}
     * @param line where
     */
    record Scalar(String text, boolean isNull, int line) implements YamlNode {
        @Override
        public String kind() {
            return isNull ? "nothing" : "one value";
        }
    }

    /** A list. */
    record Items(List<YamlNode> items, int line) implements YamlNode {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A map, in the order of the file; no key twice. */
    record Entries(List<Entry> entries, int line) implements YamlNode {
        public Entries {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a map";
        }
    }

    /** One key and its value. */
    record Entry(String key, YamlNode value, int line) {}
}
