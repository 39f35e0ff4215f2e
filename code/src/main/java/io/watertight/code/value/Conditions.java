package io.watertight.code.value;

import java.util.List;
import java.util.Map;

/**
 * Conditions on rows as texts of the form {@code subject operator value}, and whether two of them can hold for one row.
 */
final class Conditions {

    private static final List<String> OPERATORS = List.of("<=", ">=", "==", "!=", "<", ">");

    private static final Map<String, String> NEGATION =
            Map.of("<", ">=", ">=", "<", ">", "<=", "<=", ">", "==", "!=", "!=", "==");

    private Conditions() {}

    private record Test(String subject, String operator, String value) {}

    /** Whether no row can satisfy both. */
    static boolean disjoint(String one, boolean oneNegated, String other, boolean otherNegated) {
        if (one.equals(other)) {
            return oneNegated != otherNegated;
        }
        Test first = parse(one, oneNegated);
        Test second = parse(other, otherNegated);
        if (!first.subject.equals(second.subject) || first.operator.isEmpty() || second.operator.isEmpty()) {
            return false;
        }
        if (first.value.equals(second.value)) {
            return excludes(first.operator, second.operator);
        }
        if (first.operator.equals("==") && second.operator.equals("==")) {
            return isConstant(first.value) && isConstant(second.value);
        }
        return below(first, second) || below(second, first);
    }

    /** Whether the one ends, on the number line or in the order of texts such as ISO dates, before the other begins. */
    private static boolean below(Test low, Test high) {
        boolean bounded = (low.operator.startsWith("<") || low.operator.equals("=="))
                && (high.operator.startsWith(">") || high.operator.equals("=="));
        if (!bounded || !isConstant(low.value) || !isConstant(high.value)) {
            return false;
        }
        try {
            return Double.parseDouble(low.value) < Double.parseDouble(high.value);
        } catch (NumberFormatException text) {
            return low.value.startsWith("'")
                    && high.value.startsWith("'")
                    && low.value.compareTo(high.value) < 0
                    && low.value.matches("'\\d{4}.*")
                    && high.value.matches("'\\d{4}.*");
        }
    }

    private static boolean excludes(String one, String other) {
        return switch (one) {
            case "<" -> other.equals(">=") || other.equals(">") || other.equals("==");
            case ">" -> other.equals("<=") || other.equals("<") || other.equals("==");
            case "<=" -> other.equals(">");
            case ">=" -> other.equals("<");
            case "==" -> other.equals("!=") || other.equals("<") || other.equals(">");
            case "!=" -> other.equals("==");
            default -> false;
        };
    }

    private static boolean isConstant(String value) {
        return !value.isEmpty()
                && (value.startsWith("'") || Character.isDigit(value.charAt(0)) || value.charAt(0) == '-');
    }

    private static Test parse(String text, boolean negated) {
        for (String operator : OPERATORS) {
            int at = text.indexOf(" " + operator + " ");
            if (at > 0) {
                String used = negated ? NEGATION.getOrDefault(operator, "") : operator;
                return new Test(text.substring(0, at), used, text.substring(at + operator.length() + 2));
            }
        }
        return new Test(text, "", "");
    }
}
