package io.watertight.code.internal.interpret;

import io.watertight.code.syntax.Literal;
import io.watertight.code.value.Value;
import java.util.Optional;
import java.util.OptionalInt;

/** Constants of the program as Java values. */
final class Constants {

    static final Value NONE = new Value.Constant(new Literal.None());

    private Constants() {}

    static Value text(String text) {
        return new Value.Constant(new Literal.Text(text));
    }

    static Optional<String> text(Value value) {
        return value instanceof Value.Constant constant && constant.literal() instanceof Literal.Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    static OptionalInt whole(Value value) {
        return value instanceof Value.Constant constant
                        && constant.literal() instanceof Literal.Whole number
                        && number.value().bitLength() < 31
                ? OptionalInt.of(number.value().intValue())
                : OptionalInt.empty();
    }

    static boolean isNone(Value value) {
        return value.equals(NONE);
    }

    /** Whether a number is below zero. */
    static boolean isNegative(Value value) {
        if (value instanceof Value.OneOf several) {
            return several.alternatives().stream().allMatch(Constants::isNegative);
        }
        if (!(value instanceof Value.Constant constant)) {
            return false;
        }
        return constant.literal() instanceof Literal.Whole whole
                        && whole.value().signum() < 0
                || constant.literal() instanceof Literal.Real real && real.value() < 0;
    }

    /** Whether it is surely true or surely false, as far as a constant says. */
    static Optional<Boolean> truth(Value value) {
        if (!(value instanceof Value.Constant constant)) {
            return Optional.empty();
        }
        if (constant.literal() instanceof Literal.Truth truth) {
            return Optional.of(truth.value());
        }
        if (constant.literal() instanceof Literal.Whole whole) {
            return Optional.of(whole.value().signum() != 0);
        }
        if (constant.literal() instanceof Literal.Text text) {
            return Optional.of(!text.value().isEmpty());
        }
        return isNone(value) ? Optional.of(false) : Optional.empty();
    }
}
