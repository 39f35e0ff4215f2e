package io.watertight.code.internal.interpret;

import io.watertight.code.value.Value;
import java.util.List;

/** What stands between the brackets of a subscript. */
sealed interface Index {

    /** {@code [value]}. */
    record Of(Value value) implements Index {}

    /** {@code [from:to]}, bounds as texts, empty where open; stepped if rows are left out between. */
    record Range(String from, String to, boolean stepped) implements Index {

        boolean isAll() {
            return from.isEmpty() && to.isEmpty() && !stepped;
        }
    }

    /** {@code [a, b]}. */
    record Several(List<Index> parts) implements Index {
        public Several {
            parts = List.copyOf(parts);
        }
    }
}
