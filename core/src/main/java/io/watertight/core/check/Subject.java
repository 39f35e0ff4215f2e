package io.watertight.core.check;

import java.util.List;
import java.util.Optional;

/**
 * What a finding is about.
 *
 * @param columns columns, most telling first; empty when it is about rows or the split as such
 * @param aspect tells apart findings of one check about the same columns or the same text of code; empty if there is only one
 * @param place where it stands, if it is about code
 */
public record Subject(List<String> columns, String aspect, Optional<Place> place) {

    public Subject {
        columns = List.copyOf(columns);
    }

    /** About data. */
    public Subject(List<String> columns, String aspect) {
        this(columns, aspect, Optional.empty());
    }

    /**
     * The text that a fingerprint is made of: sorted columns, the aspect, and for code the file and the line's text, never its number.
     */
    String identity() {
        String data = String.join("\u0001", columns.stream().sorted().toList()) + "\u0002" + aspect;
        return place.map(at -> data + "\u0002" + at.file() + "\u0001" + at.text())
                .orElse(data);
    }
}
