package io.watertight.core.check;

import java.util.List;

/**
 * What a finding is about.
 *
 * @param columns columns, most telling first; empty when it is about rows or the split as such
 * @param aspect tells apart findings of one check about the same columns; empty if there is only one
 */
public record Subject(List<String> columns, String aspect) {

    public Subject {
        columns = List.copyOf(columns);
    }

    /** The text that a fingerprint is made of: sorted columns and the aspect. */
    String identity() {
        return String.join("\u0001", columns.stream().sorted().toList()) + "\u0002" + aspect;
    }
}
