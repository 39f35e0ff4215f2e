package io.watertight.code.internal.interpret;

import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names of a module, or of one call of a function. */
final class Frame {

    private final int id;
    private final Optional<Frame> outer;
    private final String name;
    private final Set<String> globals = new HashSet<>();
    private final Set<String> nonlocals = new HashSet<>();
    private final List<Value> returned = new ArrayList<>();

    Frame(int id, Optional<Frame> outer, String name) {
        this.id = id;
        this.outer = outer;
        this.name = name;
    }

    int id() {
        return id;
    }

    /** Where names that are not found here are looked up. */
    Optional<Frame> outer() {
        return outer;
    }

    String name() {
        return name;
    }

    /** Names that are declared global: those of the module. */
    Set<String> globals() {
        return globals;
    }

    /** Names that are declared nonlocal: those of a function around. */
    Set<String> nonlocals() {
        return nonlocals;
    }

    /** What the call has returned so far, on whatever way. */
    List<Value> returned() {
        return returned;
    }

    /** The frame of the module. */
    Frame module() {
        return outer.map(Frame::module).orElse(this);
    }
}
