package io.watertight.code.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A dictionary of the program.
 *
 * @param entries by constant key
 * @param rest what is under any other key
 */
public record DictState(Map<String, Value> entries, Optional<Value> rest) implements HeapObject {
    public DictState {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
