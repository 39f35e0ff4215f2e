package io.watertight.ml.workflow;

import io.watertight.core.check.Fix;
import io.watertight.core.study.Column;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.DeclarationBuilder;
import io.watertight.core.study.Key;
import io.watertight.core.study.Purpose;
import io.watertight.core.study.Role;
import io.watertight.core.study.Study;
import io.watertight.core.study.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A study after the edit that a finding proposes. */
final class EditedStudy {

    private EditedStudy() {}

    /** Empty if the edit is not about the split, or names columns that are not there. */
    static Optional<Study> of(Study study, Fix.ConfigEdit edit) {
        return switch (edit.path()) {
            case "group" -> keyed(study, edit, Role.GROUP);
            case "time" -> keyed(study, edit, Role.TIME);
            case "purpose" ->
                Optional.of(with(
                        study,
                        study.declaration().toBuilder()
                                .purpose(Words.read(Purpose.class, edit.values().get(0), "purpose"))
                                .build(),
                        study.columns(),
                        study.groups(),
                        study.times()));
            default -> Optional.empty();
        };
    }

    private static Optional<Study> keyed(Study study, Fix.ConfigEdit edit, Role role) {
        List<Key> keys = edit.values().stream()
                .map(text -> study.find(text).isPresent() ? Key.of(text) : new Key(List.of(text.split("\\+", -1))))
                .toList();
        boolean known = keys.stream()
                .flatMap(key -> key.columns().stream())
                .allMatch(name -> study.find(name).isPresent());
        if (!known || keys.isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = study.columns().stream()
                .map(column -> keys.stream().anyMatch(key -> key.columns().contains(column.name()))
                                && column.role() != Role.TARGET
                        ? column.withRole(role, false)
                        : column)
                .toList();
        boolean group = role == Role.GROUP;
        List<Key> groups = group ? joined(study.declaration().groups(), keys) : study.groups();
        List<Key> times =
                group ? study.times() : joined(keys, study.declaration().times());
        DeclarationBuilder declared = study.declaration().toBuilder();
        Declaration declaration = (group ? declared.groups(groups) : declared.times(times)).build();
        return Optional.of(with(study, declaration, columns, groups, times));
    }

    private static List<Key> joined(List<Key> first, List<Key> second) {
        List<Key> all = new ArrayList<>(first);
        second.stream().filter(key -> !all.contains(key)).forEach(all::add);
        return all;
    }

    private static Study with(
            Study study, Declaration declaration, List<Column> columns, List<Key> groups, List<Key> times) {
        return new Study(
                declaration, columns, study.target(), study.split(), study.ids(), groups, times, study.guesses());
    }
}
