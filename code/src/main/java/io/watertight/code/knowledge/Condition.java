package io.watertight.code.knowledge;

import java.util.List;

/**
 * What must hold of a call for it to learn at all: {@code SimpleImputer(strategy="constant")} takes nothing from the rows, nor does
 * {@code pandas.cut} with given edges.
 *
 * @param parameter the parameter that decides
 * @param test how it decides
 * @param values the values that are compared, for {@link Test#ONE_OF} and {@link Test#NONE_OF}
 */
public record Condition(String parameter, Test test, List<String> values) {

    /** How a parameter decides. An argument that cannot be read meets every test but {@link #MISSING}. */
    public enum Test {
        /** It is a number below zero. */
        NEGATIVE,
        /** It is {@code True}. */
        TRUE,
        /** It is not given, or {@code None}. */
        MISSING,
        /** It is given. */
        GIVEN,
        /** It is one number, neither a list nor a name of one. */
        NUMBER,
        /** It is one of the values. */
        ONE_OF,
        /** It is missing, or none of the values. */
        NONE_OF
    }

    public Condition {
        values = List.copyOf(values);
    }
}
