package io.watertight.code.rule;

import io.watertight.code.fact.CodeFacts;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Findings;
import java.util.List;

/**
 * A judgement about code. Stateless and thread-safe, with a public constructor without arguments; annotated with {@link CheckInfo}; listed
 * in {@code META-INF/services}; its page is {@code <id>.md} beside the class.
 */
public interface Rule {

    /** The families of rules, as reports name them. */
    List<String> FAMILIES = List.of(
            "preprocessing",
            "schema",
            "overlap",
            "multi-test",
            "validation",
            "target",
            "time",
            "group",
            "split",
            "evals");

    /** Judges what a program does. */
    void judge(CodeFacts facts, Findings findings);

    /** One of {@link #FAMILIES}. */
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
