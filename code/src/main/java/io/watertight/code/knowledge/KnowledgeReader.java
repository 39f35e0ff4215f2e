package io.watertight.code.knowledge;

import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import io.watertight.core.study.YamlNode;
import io.watertight.core.study.YamlReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Turns the text of one knowledge file into its entries; every complaint names file, line and key. */
final class KnowledgeReader {

    /** The version of the format that this program reads. */
    static final String VERSION = "1";

    /** Kinds of receivers that have methods. */
    static final List<String> KINDS = List.of(
            "any",
            "array",
            "dataset",
            "dates",
            "expression",
            "frame",
            "grouped",
            "index",
            "language-model",
            "loader",
            "series",
            "text",
            "window");

    private static final List<String> KEYS =
            List.of("version", "library", "source", "aliases", "classes", "functions", "methods");

    private final String file;
    private final Map<String, YamlNode.Entry> sections = new LinkedHashMap<>();

    private KnowledgeReader(String file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param text its YAML
     * @param file what messages call it
     * @throws WatertightException naming file, line, key and value of the first thing wrong
     */
    static KnowledgeFile read(String text, String file) {
        return read(YamlReader.read(text, file), file);
    }

    static KnowledgeFile read(YamlNode root, String file) {
        KnowledgeReader reader = new KnowledgeReader(file);
        for (YamlNode.Entry entry : reader.entries(root, "the file", "begin with: version: 1")) {
            if (!KEYS.contains(entry.key())) {
                throw reader.wrong(entry.line(), "there is no section '" + entry.key() + "'", near(entry.key(), KEYS));
            }
            reader.sections.put(entry.key(), entry);
        }
        return reader.file(root);
    }

    private KnowledgeFile file(YamlNode root) {
        String version = line("version", root);
        if (!VERSION.equals(version)) {
            throw wrong(
                    root.line(),
                    "'version' is '" + version + "', and this program reads version " + VERSION,
                    "write version: " + VERSION + ", or use a newer watertight");
        }
        String library = line("library", root);
        String source = line("source", root);
        Map<String, String> aliases = new LinkedHashMap<>();
        section("aliases").forEach(entry -> aliases.put(name(entry.key(), entry), name(word(entry), entry)));
        Map<String, Map<String, Effect>> methods = new LinkedHashMap<>();
        for (YamlNode.Entry kind : section("methods")) {
            if (!KINDS.contains(kind.key())) {
                throw wrong(
                        kind.line(),
                        "'methods': there is no kind of receiver '" + kind.key() + "'",
                        near(kind.key(), KINDS));
            }
            methods.put(
                    kind.key(),
                    all(entries(kind.value(), "'" + kind.key() + "'", "write: METHOD: {...}"), EntryReader::effect));
        }
        return new KnowledgeFile(
                library,
                source,
                aliases,
                all(section("classes"), EntryReader::type),
                all(section("functions"), EntryReader::effect),
                methods);
    }

    private <T> Map<String, T> all(List<YamlNode.Entry> entries, BiFunction<EntryReader, String, T> read) {
        Map<String, T> result = new LinkedHashMap<>();
        for (YamlNode.Entry entry : entries) {
            String name = name(entry.key(), entry);
            result.put(name, read.apply(new EntryReader(file, entry), name));
        }
        return result;
    }

    /** Requires a key with one value at the top of the file. */
    private String line(String key, YamlNode root) {
        YamlNode.Entry entry = sections.get(key);
        if (entry == null) {
            throw wrong(root.line(), "there is no '" + key + "'", "add a line: " + key + ": ...");
        }
        return word(entry);
    }

    private List<YamlNode.Entry> section(String key) {
        YamlNode.Entry entry = sections.get(key);
        return entry == null ? List.of() : entries(entry.value(), "'" + key + "'", "write: NAME: {...}");
    }

    private List<YamlNode.Entry> entries(YamlNode node, String where, String remedy) {
        if (node instanceof YamlNode.Entries map) {
            return map.entries();
        }
        if (node instanceof YamlNode.Scalar scalar && scalar.isNull()) {
            return List.of();
        }
        throw wrong(node.line(), where + " needs names with their properties, not " + node.kind(), remedy);
    }

    private String word(YamlNode.Entry entry) {
        if (entry.value() instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text();
        }
        throw wrong(
                entry.line(),
                "'" + entry.key() + "' needs one value, not " + entry.value().kind(),
                "write " + entry.key() + ": VALUE");
    }

    private String name(String name, YamlNode.Entry entry) {
        if (isDotted(name)) {
            return name;
        }
        throw wrong(
                entry.line(),
                "'" + name + "' is not a name of Python",
                "write it as in an import: package.module.name");
    }

    /** Whether it is a name of Python, perhaps qualified. */
    static boolean isDotted(String name) {
        boolean begins = true;
        for (int at = 0; at < name.length(); at++) {
            char letter = name.charAt(at);
            if (letter == '.'
                    ? begins
                    : !(begins
                            ? Character.isLetter(letter) || letter == '_'
                            : Character.isLetterOrDigit(letter) || letter == '_')) {
                return false;
            }
            begins = letter == '.';
        }
        return !begins;
    }

    private WatertightException wrong(int line, String what, String remedy) {
        return new WatertightException(file + ", line " + line + ": " + what + ".", remedy);
    }

    static String near(String word, Collection<String> words) {
        return Spelling.nearest(word, words)
                .map(near -> "you mean '" + near + "'")
                .orElse("it is one of " + String.join(", ", words));
    }
}
