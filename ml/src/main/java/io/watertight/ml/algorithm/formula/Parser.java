package io.watertight.ml.algorithm.formula;

import io.watertight.core.WatertightException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code + - * / ( )}, unary minus, numbers, names of columns (in double quotes or backticks unless they are letters, digits, dots
 * and underscores), and the functions log, sqrt, abs, min and max. Not thread-safe.
 */
final class Parser {

    /** Deeper nesting is no formula a person wrote. */
    private static final int DEEPEST = 200;

    private static final String REMEDY =
            "write a column or an expression such as 'debt / (income + 1)'; put names with blanks in double quotes";

    private final String text;
    private int place;
    private int depth;

    private Parser(String text) {
        this.text = text;
    }

    /** @throws WatertightException naming the place where it does not make sense */
    static Expression parse(String text) {
        Parser parser = new Parser(text);
        Expression result = parser.sum();
        parser.blanks();
        if (parser.place < text.length()) {
            throw parser.wrong("'" + text.charAt(parser.place) + "' is not expected");
        }
        return result;
    }

    private Expression sum() {
        Expression left = product();
        while (true) {
            if (taken('+')) {
                left = binary(Expression.Operator.ADD, left, product());
            } else if (taken('-')) {
                left = binary(Expression.Operator.SUBTRACT, left, product());
            } else {
                return left;
            }
        }
    }

    private Expression product() {
        Expression left = factor();
        while (true) {
            if (taken('*')) {
                left = binary(Expression.Operator.MULTIPLY, left, factor());
            } else if (taken('/')) {
                left = binary(Expression.Operator.DIVIDE, left, factor());
            } else {
                return left;
            }
        }
    }

    private Expression factor() {
        if (++depth > DEEPEST) {
            throw wrong("it is nested more than " + DEEPEST + " deep");
        }
        try {
            if (taken('-')) {
                return new Expression.Operation(Expression.Operator.NEGATE, List.of(factor()));
            }
            if (taken('(')) {
                Expression inner = sum();
                expect(')');
                return inner;
            }
            blanks();
            if (place == text.length()) {
                throw wrong("it ends where a value is expected");
            }
            char first = text.charAt(place);
            if (first == '"' || first == '`') {
                return new Expression.Column(quoted(first));
            }
            if (Character.isDigit(first) || first == '.') {
                return number();
            }
            if (Character.isLetter(first) || first == '_') {
                return nameOrCall();
            }
            throw wrong("'" + first + "' is not expected");
        } finally {
            depth--;
        }
    }

    private String quoted(char quote) {
        StringBuilder name = new StringBuilder();
        for (place++; place < text.length(); place++) {
            char letter = text.charAt(place);
            if (letter == quote) {
                place++;
                if (place == text.length() || text.charAt(place) != quote) {
                    return name.toString();
                }
            }
            name.append(letter);
        }
        throw wrong("a name's closing " + quote + " is missing");
    }

    private Expression number() {
        int start = place;
        while (place < text.length() && isPartOfNumber(start)) {
            place++;
        }
        String digits = text.substring(start, place);
        try {
            return new Expression.Constant(Double.parseDouble(digits));
        } catch (NumberFormatException none) {
            throw wrong("'" + digits + "' is not a number");
        }
    }

    private boolean isPartOfNumber(int start) {
        char letter = text.charAt(place);
        boolean sign = (letter == '+' || letter == '-') && place > start && "eE".indexOf(text.charAt(place - 1)) >= 0;
        return Character.isDigit(letter) || letter == '.' || letter == 'e' || letter == 'E' || sign;
    }

    private Expression nameOrCall() {
        int start = place;
        while (place < text.length()
                && (Character.isLetterOrDigit(text.charAt(place)) || "_.".indexOf(text.charAt(place)) >= 0)) {
            place++;
        }
        String name = text.substring(start, place);
        if (!taken('(')) {
            return new Expression.Column(name);
        }
        Expression.Operator operator = switch (name.toLowerCase(Locale.ROOT)) {
            case "log" -> Expression.Operator.LOG;
            case "sqrt" -> Expression.Operator.SQRT;
            case "abs" -> Expression.Operator.ABS;
            case "min" -> Expression.Operator.MIN;
            case "max" -> Expression.Operator.MAX;
            default -> throw wrong("there is no function '" + name + "', only log, sqrt, abs, min and max");
        };
        List<Expression> operands = new ArrayList<>();
        do {
            operands.add(sum());
        } while (taken(','));
        expect(')');
        boolean ofTwo = operator == Expression.Operator.MIN || operator == Expression.Operator.MAX;
        if (ofTwo ? operands.size() < 2 : operands.size() != 1) {
            throw wrong(name + " takes " + (ofTwo ? "two values or more" : "one value") + ", not " + operands.size());
        }
        Expression result = ofTwo ? operands.get(0) : new Expression.Operation(operator, operands);
        for (int index = 1; index < operands.size(); index++) {
            result = binary(operator, result, operands.get(index));
        }
        return result;
    }

    private static Expression binary(Expression.Operator operator, Expression left, Expression right) {
        return new Expression.Operation(operator, List.of(left, right));
    }

    private void blanks() {
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
    }

    private boolean taken(char wanted) {
        blanks();
        if (place < text.length() && text.charAt(place) == wanted) {
            place++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!taken(wanted)) {
            throw wrong("a '" + wanted + "' is missing");
        }
    }

    private WatertightException wrong(String why) {
        return new WatertightException(
                "The formula '" + text + "' cannot be read: at letter " + (place + 1) + " " + why + ".", REMEDY);
    }
}
