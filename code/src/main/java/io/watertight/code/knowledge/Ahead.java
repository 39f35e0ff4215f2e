package io.watertight.code.knowledge;

import java.util.List;

/**
 * When a call looks at later rows. An argument that cannot be read meets no test: nobody is accused of what was not read.
 *
 * @param parameter the parameter that decides; empty if every call does
 * @param test how it decides
 * @param values the values that look ahead, for {@link Test#ONE_OF}
 */
public record Ahead(String parameter, Test test, List<String> values) {

    /** How a parameter decides. */
    public enum Test {
        /** Every call looks ahead. */
        ALWAYS,
        /** It is a number below zero. */
        NEGATIVE,
        /** It is {@code True}. */
        TRUE,
        /** It is not given, or {@code None}. */
        MISSING,
        /** It is one of the values. */
        ONE_OF
    }

    public Ahead {
        values = List.copyOf(values);
    }
}
