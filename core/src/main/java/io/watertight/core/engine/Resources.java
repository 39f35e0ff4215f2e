package io.watertight.core.engine;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Limits an engine keeps.
 *
 * @param memoryBytes memory of the engine, its own default if empty
 * @param threads threads of the engine, the machine's processors if empty
 */
public record Resources(OptionalLong memoryBytes, OptionalInt threads) {

    public static final Resources DEFAULT = new Resources(OptionalLong.empty(), OptionalInt.empty());
}
