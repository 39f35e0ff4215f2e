package io.watertight.core.study;

import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns the nodes of a study file into a declaration; every complaint names file, line and key. */
final class StudyFileReader {

    /** Every key of a study file, in the order in which the program writes them. */
    static final List<String> KEYS = List.of(
            "name",
            "data",
            "test",
            "code",
            "knowledge",
            "target",
            "positive",
            "task",
            "split",
            "id",
            "group",
            "time",
            "weight",
            "predict-at",
            "horizon",
            "purpose",
            "features",
            "ignore",
            "known-at",
            "types",
            "dictionary",
            "acceptances",
            "answers");

    private static final List<String> ACCEPTANCE_KEYS = List.of("fingerprint", "because", "by", "until", "on");
    private static final List<String> ANSWER_KEYS = List.of("answer", "by", "on", "question", "columns");
    private static final List<String> KNOWN_AT_KEYS = List.of("columns", "known-at", "because");

    private final String file;
    private final DeclarationBuilder builder = Declaration.builder();
    private Optional<String> dictionary = Optional.empty();

    private StudyFileReader(String file) {
        this.file = file;
    }

    /** What a study file says. */
    record Contents(Declaration declaration, Optional<String> dictionary) {}

    static Contents read(String text, String file) {
        StudyFileReader reader = new StudyFileReader(file);
        YamlNode root = YamlReader.read(text, file);
        if (root instanceof YamlNode.Entries entries) {
            entries.entries().forEach(reader::take);
        } else if (!(root instanceof YamlNode.Scalar scalar && scalar.isNull())) {
            throw reader.wrong(
                    root.line(), "there is " + root.kind() + " where keys are expected", "begin with: data: FILE");
        }
        return new Contents(reader.builder.build(), reader.dictionary);
    }

    private void take(YamlNode.Entry entry) {
        YamlNode value = entry.value();
        if (KEYS.contains(entry.key()) && value instanceof YamlNode.Scalar scalar && scalar.isNull()) {
            return; // a key without a value says nothing
        }
        switch (entry.key()) {
            case "name" -> builder.name(word(entry));
            case "data" -> builder.data(words(entry));
            case "test" -> builder.test(words(entry));
            case "code" -> builder.code(words(entry));
            case "knowledge" -> builder.knowledge(words(entry));
            case "target" -> builder.target(word(entry));
            case "positive" -> builder.positive(word(entry));
            case "task" -> builder.task(parsed(entry, text -> Words.read(Task.class, text, "task")));
            case "split" -> builder.split(word(entry));
            case "id" -> builder.ids(keys(entry));
            case "group" -> builder.groups(keys(entry));
            case "time" -> builder.times(keys(entry));
            case "weight" -> builder.weight(word(entry));
            case "predict-at" -> builder.predictAt(parsed(entry, PredictionPoint::parse));
            case "horizon" -> builder.horizon(parsed(entry, Lag::parse));
            case "purpose" -> builder.purpose(parsed(entry, text -> Words.read(Purpose.class, text, "purpose")));
            case "features" -> builder.features(words(entry));
            case "ignore" -> builder.ignored(words(entry));
            case "known-at" -> builder.knownAt(knownAt(entry));
            case "types" -> builder.types(types(entry));
            case "dictionary" -> dictionary = Optional.of(word(entry));
            case "acceptances" -> builder.acceptances(acceptances(entry));
            case "answers" -> answers(entry);
            default -> throw unknown(entry, KEYS);
        }
    }

    private String word(YamlNode.Entry entry) {
        return word(entry.key(), entry.value());
    }

    private String word(String key, YamlNode value) {
        if (value instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
            return scalar.text();
        }
        throw wrong(value.line(), "'" + key + "' needs one value, not " + value.kind(), "write " + key + ": VALUE");
    }

    private List<String> words(YamlNode.Entry entry) {
        if (entry.value() instanceof YamlNode.Items list) {
            return list.items().stream().map(item -> word(entry.key(), item)).toList();
        }
        return List.of(word(entry));
    }

    private List<Key> keys(YamlNode.Entry entry) {
        if (!(entry.value() instanceof YamlNode.Items list)) {
            return List.of(Key.of(word(entry)));
        }
        List<Key> keys = new ArrayList<>();
        for (YamlNode item : list.items()) {
            if (item instanceof YamlNode.Items several && !several.items().isEmpty()) {
                keys.add(new Key(several.items().stream()
                        .map(one -> word(entry.key(), one))
                        .toList()));
            } else {
                keys.add(Key.of(word(entry.key(), item)));
            }
        }
        return keys;
    }

    private <T> T parsed(YamlNode.Entry entry, Function<String, T> parse) {
        return parsed(entry.key(), entry.value(), parse);
    }

    private <T> T parsed(String key, YamlNode value, Function<String, T> parse) {
        String text = word(key, value);
        try {
            return parse.apply(text);
        } catch (WatertightException problem) {
            String said = String.valueOf(problem.getMessage());
            throw new WatertightException(
                    file + ", line " + value.line() + ": '" + key + "': " + said, problem.remedy(), problem);
        } catch (DateTimeParseException problem) {
            throw new WatertightException(
                    file + ", line " + value.line() + ": '" + key + "': '" + text + "' is not a date.",
                    "write year-month-day: 2027-01-31",
                    problem);
        }
    }

    private Map<String, KnownAt> knownAt(YamlNode.Entry entry) {
        Map<String, KnownAt> result = new LinkedHashMap<>();
        if (entry.value() instanceof YamlNode.Items list) {
            list.items().forEach(item -> knownAtItem(entry.key(), item, result));
        } else {
            map(entry).forEach(one -> declare(result, one.key(), parsed(one, KnownAt::parse)));
        }
        return result;
    }

    private void knownAtItem(String key, YamlNode item, Map<String, KnownAt> result) {
        Map<String, YamlNode.Entry> fields = fields(key, item, KNOWN_AT_KEYS);
        YamlNode.Entry columns = required(key, item, fields, "columns");
        KnownAt known = parsed(required(key, item, fields, "known-at"), KnownAt::parse);
        Optional.ofNullable(fields.get("because")).ifPresent(this::word);
        words(columns).forEach(column -> declare(result, column, known));
    }

    /** Later entries win, so a repeated pattern moves to the end. */
    private static void declare(Map<String, KnownAt> result, String pattern, KnownAt known) {
        result.remove(pattern);
        result.put(pattern, known);
    }

    private Map<String, ColumnType> types(YamlNode.Entry entry) {
        Map<String, ColumnType> result = new LinkedHashMap<>();
        map(entry)
                .forEach(one ->
                        result.put(one.key(), parsed(one, text -> Words.read(ColumnType.class, text, "types"))));
        return result;
    }

    private List<Acceptance> acceptances(YamlNode.Entry entry) {
        if (!(entry.value() instanceof YamlNode.Items list)) {
            throw wrong(
                    entry.value().line(),
                    "'acceptances' needs a list, not " + entry.value().kind(),
                    "write each as: - {fingerprint: ..., because: ...}");
        }
        List<Acceptance> result = new ArrayList<>();
        for (YamlNode item : list.items()) {
            Map<String, YamlNode.Entry> fields = fields(entry.key(), item, ACCEPTANCE_KEYS);
            String because = word(required(entry.key(), item, fields, "because"));
            if (because.isBlank()) {
                throw wrong(
                        item.line(), "an acceptance needs a reason", "say why the finding is accepted: because: ...");
            }
            result.add(new Acceptance(
                    word(required(entry.key(), item, fields, "fingerprint")),
                    because,
                    Optional.ofNullable(fields.get("by")).map(this::word),
                    Optional.ofNullable(fields.get("until")).map(until -> parsed(until, LocalDate::parse)),
                    Optional.ofNullable(fields.get("on")).map(day -> parsed(day, LocalDate::parse))));
        }
        return result;
    }

    /** An answer is a word, or a word with who said it, when and to which question. */
    private void answers(YamlNode.Entry entry) {
        Map<String, String> answers = new LinkedHashMap<>();
        Map<String, Signature> signatures = new LinkedHashMap<>();
        for (YamlNode.Entry one : map(entry)) {
            if (one.value() instanceof YamlNode.Entries) {
                Map<String, YamlNode.Entry> fields = fields(entry.key(), one.value(), ANSWER_KEYS);
                answers.put(one.key(), word(required(entry.key(), one.value(), fields, "answer")));
                signatures.put(
                        one.key(),
                        new Signature(
                                Optional.ofNullable(fields.get("by")).map(this::word),
                                Optional.ofNullable(fields.get("on")).map(day -> parsed(day, LocalDate::parse)),
                                Optional.ofNullable(fields.get("question")).map(this::word),
                                Optional.ofNullable(fields.get("columns"))
                                        .map(this::words)
                                        .orElse(List.of())));
            } else {
                answers.put(one.key(), word(one));
            }
        }
        builder.answers(answers).signatures(signatures);
    }

    private List<YamlNode.Entry> map(YamlNode.Entry entry) {
        if (entry.value() instanceof YamlNode.Entries map) {
            return map.entries();
        }
        throw wrong(
                entry.value().line(),
                "'" + entry.key() + "' needs a map, not " + entry.value().kind(),
                "write its lines as: COLUMN: VALUE, indented by two blanks");
    }

    private Map<String, YamlNode.Entry> fields(String key, YamlNode item, List<String> allowed) {
        if (!(item instanceof YamlNode.Entries map)) {
            throw wrong(
                    item.line(),
                    "an item of '" + key + "' needs " + String.join(", ", allowed) + ", not " + item.kind(),
                    "write it as: - {" + allowed.get(0) + ": ..., " + allowed.get(1) + ": ...}");
        }
        Map<String, YamlNode.Entry> result = new LinkedHashMap<>();
        for (YamlNode.Entry entry : map.entries()) {
            if (!allowed.contains(entry.key())) {
                throw unknown(entry, allowed);
            }
            result.put(entry.key(), entry);
        }
        return result;
    }

    private YamlNode.Entry required(String key, YamlNode item, Map<String, YamlNode.Entry> fields, String name) {
        YamlNode.Entry field = fields.get(name);
        if (field == null) {
            throw wrong(item.line(), "an item of '" + key + "' has no '" + name + "'", "add " + name + ": ...");
        }
        return field;
    }

    private WatertightException unknown(YamlNode.Entry entry, List<String> allowed) {
        return wrong(
                entry.line(),
                "there is no key '" + entry.key() + "'",
                Spelling.nearest(entry.key(), allowed)
                        .map(near -> "you mean '" + near + "'")
                        .orElse("it is one of " + String.join(", ", allowed)));
    }

    private WatertightException wrong(int line, String what, String remedy) {
        return new WatertightException(file + ", line " + line + ": " + what + ".", remedy);
    }
}
