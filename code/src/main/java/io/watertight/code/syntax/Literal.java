package io.watertight.code.syntax;

import java.math.BigInteger;

/** The value of a constant. */
public sealed interface Literal {

    record Text(String value) implements Literal {}

    record Bytes() implements Literal {}

    record Whole(BigInteger value) implements Literal {}

    record Real(double value) implements Literal {}

    record Imaginary() implements Literal {}

    record Truth(boolean value) implements Literal {}

    record None() implements Literal {}

    record Ellipsis() implements Literal {}
}
