package io.watertight.code.knowledge;

import io.watertight.core.WatertightException;
import io.watertight.core.study.Words;
import io.watertight.core.study.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the properties of one entry of a knowledge file. A property that is left out is the harmless one. */
final class EntryReader {

    private static final List<String> CLASS_KEYS =
            List.of("role", "learns", "supervised", "parameters", "keeps", "shuffles", "learns-if");
    private static final List<String> EFFECT_KEYS = List.of(
            "action",
            "rows",
            "gives",
            "learns",
            "supervised",
            "inplace",
            "parameters",
            "data",
            "target",
            "ahead",
            "learns-if");
    private static final List<String> KEPT = List.of("classes", "groups", "time");
    private static final List<String> SHUFFLES = List.of("always", "default", "never", "request");
    private static final List<String> INPLACE = List.of("never", "request", "always");
    private static final Map<String, Ahead.Test> AHEAD = tests();
    private static final Map<String, EstimatorRole> ROLES = words(EstimatorRole.class);
    private static final Map<String, Learns> LEARNS = words(Learns.class);
    private static final Map<String, Action> ACTIONS = words(Action.class);
    private static final Map<String, RowEffect> ROWS = words(RowEffect.class);
    private static final Map<String, Gives> GIVES = words(Gives.class);
    private static final Map<String, Condition.Test> TESTS = words(Condition.Test.class);
    private static final List<String> TRUTHS = List.of("true", "false");

    private final String file;
    private final String name;
    private final int line;
    private final Map<String, YamlNode.Entry> properties = new LinkedHashMap<>();

    EntryReader(String file, YamlNode.Entry entry) {
        this.file = file;
        this.name = entry.key();
        this.line = entry.line();
        if (entry.value() instanceof YamlNode.Entries map) {
            map.entries().forEach(property -> properties.put(property.key(), property));
        } else {
            throw wrong(
                    line,
                    "it needs properties, not " + entry.value().kind(),
                    "write " + name + ": {} if all of them are the harmless ones");
        }
    }

    ClassEntry type(String qualified) {
        allow(CLASS_KEYS);
        if (!properties.containsKey("role")) {
            throw wrong(
                    line,
                    "it has no 'role'",
                    "add role: transformer, or another of " + String.join(", ", ROLES.keySet()));
        }
        List<String> keeps = list("keeps");
        for (String kept : keeps) {
            known("keeps", kept, KEPT);
        }
        List<String> parameters = list("parameters");
        return new ClassEntry(
                qualified,
                constant("role", ROLES, EstimatorRole.TRANSFORMER),
                constant("learns", LEARNS, Learns.NOTHING),
                truth("supervised"),
                parameters,
                keeps,
                known("shuffles", one("shuffles", "never"), SHUFFLES),
                learnsIf(parameters));
    }

    Effect effect(String qualified) {
        allow(EFFECT_KEYS);
        List<String> parameters = list("parameters");
        List<String> data = list("data");
        for (String parameter : data) {
            if (!parameter.equals("self")) {
                among(parameters, "data", parameter);
            }
        }
        String target = one("target", "");
        if (!target.isEmpty()) {
            among(parameters, "target", target);
        }
        return new Effect(
                qualified,
                constant("action", ACTIONS, Action.DERIVE),
                constant("rows", ROWS, RowEffect.SAME),
                constant("gives", GIVES, Gives.SAME),
                constant("learns", LEARNS, Learns.NOTHING),
                truth("supervised"),
                inplace(),
                parameters,
                data,
                target,
                ahead(parameters),
                learnsIf(parameters));
    }

    private Effect.Inplace inplace() {
        return switch (known("inplace", one("inplace", "never"), INPLACE)) {
            case "always" -> Effect.Inplace.ALWAYS;
            case "request" -> Effect.Inplace.ON_REQUEST;
            default -> Effect.Inplace.NEVER;
        };
    }

    /** {@code ahead: always}, or {@code ahead: {negative: periods}}. */
    private Optional<Ahead> ahead(List<String> parameters) {
        YamlNode.Entry property = properties.get("ahead");
        if (property == null) {
            return Optional.empty();
        }
        if (property.value() instanceof YamlNode.Scalar) {
            known("ahead", one("ahead", ""), List.of("always"));
            return Optional.of(new Ahead("", Ahead.Test.ALWAYS, List.of()));
        }
        Tested tested = tested(property, AHEAD.keySet(), parameters);
        return Optional.of(
                new Ahead(tested.parameter(), Objects.requireNonNull(AHEAD.get(tested.test())), tested.values()));
    }

    /** The tests of a parameter; that every call looks ahead is no test. */
    private static Map<String, Ahead.Test> tests() {
        Map<String, Ahead.Test> tests = words(Ahead.Test.class);
        tests.remove(Words.of(Ahead.Test.ALWAYS));
        return tests;
    }

    private Optional<Condition> learnsIf(List<String> parameters) {
        YamlNode.Entry property = properties.get("learns-if");
        if (property == null) {
            return Optional.empty();
        }
        Tested tested = tested(property, TESTS.keySet(), parameters);
        return Optional.of(
                new Condition(tested.parameter(), Objects.requireNonNull(TESTS.get(tested.test())), tested.values()));
    }

    private record Tested(String parameter, String test, List<String> values) {}

    /** {@code {TEST: PARAMETER}}, with {@code values} for tests that compare. */
    private Tested tested(YamlNode.Entry property, Collection<String> tests, List<String> parameters) {
        String form = "write " + property.key() + ": {" + tests.iterator().next() + ": PARAMETER}";
        if (!(property.value() instanceof YamlNode.Entries map)) {
            throw wrong(
                    property.line(),
                    "'" + property.key() + "' needs a test with its parameter, not "
                            + property.value().kind(),
                    form);
        }
        String test = "";
        String parameter = "";
        List<String> values = List.of();
        for (YamlNode.Entry part : map.entries()) {
            if (part.key().equals("values")) {
                values = list(part);
            } else if (test.isEmpty()) {
                test = known(property.key(), part.key(), tests);
                parameter = among(parameters, property.key(), one(part));
            } else {
                throw wrong(
                        part.line(),
                        "'" + property.key() + "' has two tests",
                        "keep one of '" + test + "' and '" + part.key() + "'");
            }
        }
        if (test.isEmpty()) {
            throw wrong(property.line(), "'" + property.key() + "' has no test", form);
        }
        if (test.endsWith("-of") == values.isEmpty()) {
            throw wrong(
                    property.line(),
                    "'" + property.key() + "': '" + test + "' "
                            + (values.isEmpty() ? "has no values" : "compares no values"),
                    values.isEmpty() ? "add values: [...]" : "remove values, or write one-of");
        }
        return new Tested(parameter, test, values);
    }

    /** Keywords are looked up by name, so parameters that are spelt differently would never be found. */
    private String among(List<String> parameters, String property, String parameter) {
        if (parameters.contains(parameter) || parameters.contains("*" + parameter)) {
            return parameter;
        }
        throw wrong(
                line,
                "'" + property + "' names '" + parameter + "', which is not among its parameters",
                parameters.isEmpty()
                        ? "add parameters: [" + parameter + "]"
                        : KnowledgeReader.near(parameter, parameters));
    }

    private void allow(List<String> keys) {
        for (YamlNode.Entry property : properties.values()) {
            if (!keys.contains(property.key())) {
                throw wrong(
                        property.line(),
                        "there is no property '" + property.key() + "'",
                        KnowledgeReader.near(property.key(), keys));
            }
        }
    }

    private <E extends Enum<E>> E constant(String key, Map<String, E> words, E otherwise) {
        YamlNode.Entry property = properties.get(key);
        if (property == null) {
            return otherwise;
        }
        String word = one(property);
        E constant = words.get(word);
        if (constant == null) {
            throw unknown(key, property.line(), word, words.keySet());
        }
        return constant;
    }

    private boolean truth(String key) {
        return known(key, one(key, "false"), TRUTHS).equals("true");
    }

    private String known(String key, String word, Collection<String> words) {
        if (words.contains(word)) {
            return word;
        }
        YamlNode.Entry property = properties.get(key);
        throw unknown(key, property == null ? line : property.line(), word, words);
    }

    private String one(String key, String otherwise) {
        YamlNode.Entry property = properties.get(key);
        return property == null ? otherwise : one(property);
    }

    private String one(YamlNode.Entry property) {
        return one(property, property.value());
    }

    private String one(YamlNode.Entry property, YamlNode value) {
        if (value instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text();
        }
        throw wrong(
                value.line(),
                "'" + property.key() + "' needs one value, not " + value.kind(),
                "write " + property.key() + ": VALUE");
    }

    private List<String> list(String key) {
        YamlNode.Entry property = properties.get(key);
        return property == null ? List.of() : list(property);
    }

    private List<String> list(YamlNode.Entry property) {
        if (!(property.value() instanceof YamlNode.Items items)) {
            return List.of(one(property));
        }
        List<String> words = new ArrayList<>();
        for (YamlNode item : items.items()) {
            words.add(one(property, item));
        }
        return words;
    }

    private WatertightException unknown(String key, int at, String word, Collection<String> words) {
        return wrong(at, "'" + key + "' cannot be '" + word + "'", KnowledgeReader.near(word, words));
    }

    private static <E extends Enum<E>> Map<String, E> words(Class<E> type) {
        Map<String, E> result = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            result.put(Words.of(constant), constant);
        }
        return result;
    }

    private WatertightException wrong(int at, String what, String remedy) {
        return new WatertightException(file + ", line " + at + ": '" + name + "': " + what + ".", remedy);
    }
}
