package io.watertight.code.value;

import java.util.List;
import java.util.Optional;

/**
 * A list, set or generator of the program.
 *
 * @param items its first elements
 * @param rest what any further element is; empty if there is none
 */
public record ListState(List<Value> items, Optional<Value> rest) implements HeapObject {
    public ListState {
        items = List.copyOf(items);
    }
}
