package io.watertight.code.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object of a class that the program defines.
 *
 * @param type its class
 * @param attributes by name
 */
public record InstanceState(Value.UserClass type, Map<String, Value> attributes) implements HeapObject {
    public InstanceState {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
