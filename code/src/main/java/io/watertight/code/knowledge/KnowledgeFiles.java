package io.watertight.code.knowledge;

import io.watertight.core.WatertightException;
import io.watertight.core.study.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what is known of libraries from YAML files: those that come with the program, and a user's own. Thread-safe. */
public final class KnowledgeFiles {

    /** The files that come with the program, each beside this class as {@code NAME.yml}. */
    static final List<String> BUNDLED = List.of(
            "catboost",
            "category-encoders",
            "darts",
            "feature-engine",
            "gensim",
            "hugging-face",
            "imbalanced-learn",
            "keras",
            "language-models",
            "lightgbm",
            "looking",
            "modelling",
            "numpy",
            "pandas",
            "polars",
            "pyspark",
            "pytorch",
            "scikit-learn",
            "scipy",
            "sktime",
            "statsmodels",
            "text",
            "xgboost");

    private final Map<String, String> aliases = new TreeMap<>();
    private final Map<String, ClassEntry> classes = new TreeMap<>();
    private final Map<String, Effect> functions = new TreeMap<>();
    private final Map<String, Map<String, Effect>> methods = new TreeMap<>();

    private KnowledgeFiles() {}

    /** Everything that comes with the program. */
    static Knowledge bundled() {
        return Bundled.KNOWLEDGE;
    }

    /**
     * What comes with the program and what further files say; where they speak of the same name, the later file is right.
     *
     * @throws WatertightException if a file cannot be read or is wrong; the message names file, line, key and value
     */
    public static Knowledge with(List<Path> files) {
        if (files.isEmpty()) {
            return bundled();
        }
        KnowledgeFiles all = new KnowledgeFiles();
        Knowledge known = bundled();
        all.aliases.putAll(known.aliases());
        all.classes.putAll(known.classes());
        all.functions.putAll(known.functions());
        known.methods().forEach((kind, byName) -> all.methods.put(kind, new TreeMap<>(byName)));
        files.forEach(file -> all.add(KnowledgeReader.read(text(file), file.toString())));
        return all.knowledge();
    }

    private void add(KnowledgeFile file) {
        aliases.putAll(file.aliases());
        classes.putAll(file.classes());
        functions.putAll(file.functions());
        file.methods()
                .forEach((kind, byName) ->
                        methods.computeIfAbsent(kind, key -> new TreeMap<>()).putAll(byName));
    }

    private Knowledge knowledge() {
        return new Knowledge(functions, classes, methods, aliases);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException problem) {
            throw new WatertightException("'" + file + "' is not UTF-8 text.", "save it as UTF-8", problem);
        } catch (IOException problem) {
            throw new WatertightException(
                    "The knowledge file '" + file + "' cannot be read.", "its path is misspelt", problem);
        }
    }

    /** One bundled file. */
    static KnowledgeFile bundled(String name) {
        try (InputStream stream = KnowledgeFiles.class.getResourceAsStream(name + ".yml")) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its file " + name + ".yml");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Optional<YamlNode> narrow = EntryLines.read(text);
            return narrow.isPresent()
                    ? KnowledgeReader.read(narrow.get(), name + ".yml")
                    : KnowledgeReader.read(text, name + ".yml");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Read when first asked for. */
    private static final class Bundled {
        static final Knowledge KNOWLEDGE = read();

        private static Knowledge read() {
            KnowledgeFiles all = new KnowledgeFiles();
            BUNDLED.forEach(name -> all.add(bundled(name)));
            return all.knowledge();
        }
    }
}
