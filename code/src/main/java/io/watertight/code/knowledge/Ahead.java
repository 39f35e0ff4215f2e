package io.watertight.code.knowledge;

import java.util.List;

/**
 * When a call looks at later rows.
 *
 * @param parameter the parameter that decides; empty if every call does
 * @param test {@code always}, {@code negative}, {@code true}, {@code missing} (looks ahead unless given) or {@code one-of}
 * @param values the values that look ahead, for {@code one-of}
 */
public record Ahead(String parameter, String test, List<String> values) {
    public Ahead {
        values = List.copyOf(values);
    }
}
