package io.watertight.code.rule;

import io.watertight.core.check.CheckInfo;

/**
 * A judgement about code. Stateless and thread-safe, with a public constructor without arguments; annotated with {@link CheckInfo};
 * listed in {@code META-INF/services}; its page {@code <id>.md} lies beside the class.
 */
public interface Rule {

    /** The kind of leak, e.g. {@code preprocessing}. */
    String family();

    /** The annotation every rule carries. */
    default CheckInfo info() {
        CheckInfo info = getClass().getAnnotation(CheckInfo.class);
        if (info == null) {
            throw new IllegalStateException(getClass() + " has no @CheckInfo");
        }
        return info;
    }
}
