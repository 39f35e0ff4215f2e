package io.watertight.core.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a {@link Declaration} step by step; every setter replaces what was there. Not thread-safe. */
public final class DeclarationBuilder {

    private String name = "";
    private List<String> data = List.of();
    private List<String> test = List.of();
    private List<String> code = List.of();
    private List<String> knowledge = List.of();
    private Optional<String> target = Optional.empty();
    private Optional<String> positive = Optional.empty();
    private Optional<Task> task = Optional.empty();
    private Optional<String> split = Optional.empty();
    private List<Key> ids = List.of();
    private List<Key> groups = List.of();
    private List<Key> times = List.of();
    private Optional<String> weight = Optional.empty();
    private Optional<PredictionPoint> predictAt = Optional.empty();
    private Optional<Lag> horizon = Optional.empty();
    private Optional<Purpose> purpose = Optional.empty();
    private List<String> features = List.of();
    private List<String> ignored = List.of();
    private Map<String, KnownAt> knownAt = Map.of();
    private Map<String, ColumnType> types = Map.of();
    private Map<String, String> meanings = Map.of();
    private List<Acceptance> acceptances = List.of();
    private Map<String, String> answers = Map.of();
    private Map<String, Signature> signatures = Map.of();

    DeclarationBuilder() {}

    DeclarationBuilder(Declaration from) {
        name = from.name();
        data = from.data();
        test = from.test();
        code = from.code();
        knowledge = from.knowledge();
        target = from.target();
        positive = from.positive();
        task = from.task();
        split = from.split();
        ids = from.ids();
        groups = from.groups();
        times = from.times();
        weight = from.weight();
        predictAt = from.predictAt();
        horizon = from.horizon();
        purpose = from.purpose();
        features = from.features();
        ignored = from.ignored();
        knownAt = from.knownAt();
        types = from.types();
        meanings = from.meanings();
        acceptances = from.acceptances();
        answers = from.answers();
        signatures = from.signatures();
    }

    public DeclarationBuilder name(String value) {
        name = value;
        return this;
    }

    public DeclarationBuilder data(List<String> value) {
        data = value;
        return this;
    }

    public DeclarationBuilder test(List<String> value) {
        test = value;
        return this;
    }

    public DeclarationBuilder code(List<String> value) {
        code = value;
        return this;
    }

    public DeclarationBuilder knowledge(List<String> value) {
        knowledge = value;
        return this;
    }

    public DeclarationBuilder target(String value) {
        target = Optional.of(value);
        return this;
    }

    public DeclarationBuilder positive(String value) {
        positive = Optional.of(value);
        return this;
    }

    public DeclarationBuilder task(Task value) {
        task = Optional.of(value);
        return this;
    }

    public DeclarationBuilder split(String value) {
        split = Optional.of(value);
        return this;
    }

    public DeclarationBuilder ids(List<Key> value) {
        ids = value;
        return this;
    }

    public DeclarationBuilder groups(List<Key> value) {
        groups = value;
        return this;
    }

    public DeclarationBuilder times(List<Key> value) {
        times = value;
        return this;
    }

    public DeclarationBuilder weight(String value) {
        weight = Optional.of(value);
        return this;
    }

    public DeclarationBuilder predictAt(PredictionPoint value) {
        predictAt = Optional.of(value);
        return this;
    }

    public DeclarationBuilder horizon(Lag value) {
        horizon = Optional.of(value);
        return this;
    }

    public DeclarationBuilder purpose(Purpose value) {
        purpose = Optional.of(value);
        return this;
    }

    public DeclarationBuilder features(List<String> value) {
        features = value;
        return this;
    }

    public DeclarationBuilder ignored(List<String> value) {
        ignored = value;
        return this;
    }

    public DeclarationBuilder knownAt(Map<String, KnownAt> value) {
        knownAt = value;
        return this;
    }

    public DeclarationBuilder types(Map<String, ColumnType> value) {
        types = value;
        return this;
    }

    public DeclarationBuilder meanings(Map<String, String> value) {
        meanings = value;
        return this;
    }

    public DeclarationBuilder acceptances(List<Acceptance> value) {
        acceptances = value;
        return this;
    }

    public DeclarationBuilder answers(Map<String, String> value) {
        answers = value;
        return this;
    }

    public DeclarationBuilder signatures(Map<String, Signature> value) {
        signatures = value;
        return this;
    }

    public Declaration build() {
        return new Declaration(
                name,
                data,
                test,
                code,
                knowledge,
                target,
                positive,
                task,
                split,
                ids,
                groups,
                times,
                weight,
                predictAt,
                horizon,
                purpose,
                features,
                ignored,
                knownAt,
                types,
                meanings,
                acceptances,
                answers,
                signatures);
    }
}
