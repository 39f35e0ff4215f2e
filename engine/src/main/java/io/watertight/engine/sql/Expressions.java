package io.watertight.engine.sql;

import io.watertight.core.data.Canonical;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.Operand;
import io.watertight.engine.sql.Projection.Named;
import io.watertight.engine.sql.SqlColumn.Storage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Operands and conditions as SQL. */
final class Expressions {

    private final Projection projection;
    private final Dialect dialect;

    Expressions(Projection projection) {
        this.projection = projection;
        this.dialect = projection.dialect();
    }

    /** A finite DOUBLE or NULL. */
    Named operand(Operand operand) {
        if (operand instanceof Operand.ColumnValue value) {
            return projection.number(value.column());
        }
        if (operand instanceof Operand.Constant constant) {
            return projection.base(literal(constant.value()));
        }
        if (operand instanceof Operand.RowPosition) {
            return projection.base("CAST(" + projection.source().rowId() + " AS DOUBLE)");
        }
        if (operand instanceof Operand.Logarithm logarithm) {
            Named of = operand(logarithm.of());
            return projection.derived("CASE WHEN " + of + " > 0 THEN ln(" + of + ") END", of);
        }
        return arithmetic((Operand.Arithmetic) operand);
    }

    private String literal(double value) {
        return Double.isFinite(value) ? dialect.number(value == 0 ? 0 : value) : "CAST(NULL AS DOUBLE)";
    }

    private Named arithmetic(Operand.Arithmetic arithmetic) {
        Named left = operand(arithmetic.left());
        Named right = operand(arithmetic.right());
        String spelled = switch (arithmetic.operator()) {
            case PLUS -> left + " + " + right;
            case MINUS -> left + " - " + right;
            case TIMES -> left + " * " + right;
            case DIVIDED_BY -> "CASE WHEN " + right + " <> 0 THEN " + left + " / " + right + " END";
            case MINIMUM ->
                "CASE WHEN " + left + " <= " + right + " THEN " + left + " WHEN " + right + " < " + left + " THEN "
                        + right + " END";
            case MAXIMUM ->
                "CASE WHEN " + left + " >= " + right + " THEN " + left + " WHEN " + right + " > " + left + " THEN "
                        + right + " END";
        };
        Named result = projection.derived(spelled, left, right);
        return switch (arithmetic.operator()) {
            case MINIMUM, MAXIMUM -> result;
            case PLUS, MINUS, TIMES, DIVIDED_BY -> projection.finite(result);
        };
    }

    /** A BOOLEAN with SQL's three values. */
    Named condition(Condition condition) {
        if (condition instanceof Condition.IsMissing missing) {
            Named value = projection.value(missing.column());
            return projection.derived(value + " IS NULL", value);
        }
        if (condition instanceof Condition.IsOneOf oneOf) {
            return oneOf(projection.value(oneOf.column()), oneOf.column(), oneOf.texts());
        }
        if (condition instanceof Condition.SameText same) {
            return sameText(same.left(), same.right());
        }
        if (condition instanceof Condition.Compare compare) {
            Named left = operand(compare.left());
            Named right = operand(compare.right());
            return projection.derived(left + sign(compare.relation()) + right, left, right);
        }
        if (condition instanceof Condition.Close close) {
            return close(close);
        }
        if (condition instanceof Condition.Not not) {
            Named of = condition(not.of());
            return projection.derived("NOT " + of, of);
        }
        if (condition instanceof Condition.And and) {
            Named left = condition(and.left());
            Named right = condition(and.right());
            return projection.derived(left + " AND " + right, left, right);
        }
        Condition.Or or = (Condition.Or) condition;
        Named left = condition(or.left());
        Named right = condition(or.right());
        return projection.derived(left + " OR " + right, left, right);
    }

    private Named close(Condition.Close close) {
        Named left = operand(close.left());
        Named right = operand(close.right());
        String tolerance = literal(close.absolute())
                + (close.relative() == 0 ? "" : " + " + literal(close.relative()) + " * abs(" + right + ")");
        return projection.derived("abs(" + left + " - " + right + ") <= " + tolerance, left, right);
    }

    private static String sign(Condition.Relation relation) {
        return switch (relation) {
            case LESS -> " < ";
            case AT_MOST -> " <= ";
            case EQUAL -> " = ";
            case AT_LEAST -> " >= ";
            case GREATER -> " > ";
            case DIFFERENT -> " <> ";
        };
    }

    private Named oneOf(Named value, String column, List<String> texts) {
        List<String> literals = texts.stream()
                .map(text -> literal(column, text))
                .filter(Objects::nonNull)
                .toList();
        Storage storage = projection.source().column(column).storage();
        Named compared = storage == Storage.TIME ? projection.number(column) : value;
        if (literals.isEmpty()) {
            return projection.derived("CASE WHEN " + compared + " IS NULL THEN NULL ELSE FALSE END", compared);
        }
        return projection.derived(
                compared + literals.stream().collect(Collectors.joining(", ", " IN (", ")")), compared);
    }

    /** The literal whose canonical text this is, in the column's own storage; null if none has that text. */
    @Nullable
    String literal(String column, String text) {
        return switch (projection.source().column(column).storage()) {
            case TEXT -> dialect.text(text);
            case BOOLEAN -> text.equals("true") || text.equals("false") ? text : null;
            case WHOLE -> text.matches("0|-?[1-9]\\d{0,17}") ? text : null;
            case FLOATING, DECIMAL, TIME -> number(text);
            case OTHER -> null;
        };
    }

    private @Nullable String number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) && Canonical.text(value).equals(text) ? dialect.number(value) : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private Named sameText(String left, String right) {
        Named leftValue = comparable(left);
        Named rightValue = comparable(right);
        Storage leftStorage = projection.source().column(left).storage();
        Storage rightStorage = projection.source().column(right).storage();
        if ((isNumber(leftStorage) && isNumber(rightStorage)) || leftStorage == rightStorage) {
            return projection.derived(leftValue + " = " + rightValue, leftValue, rightValue);
        }
        if (leftStorage == Storage.TEXT && isNumber(rightStorage)) {
            return numberAsText(rightValue, rightStorage, leftValue);
        }
        if (rightStorage == Storage.TEXT && isNumber(leftStorage)) {
            return numberAsText(leftValue, leftStorage, rightValue);
        }
        if (leftStorage == Storage.TEXT || rightStorage == Storage.TEXT) {
            return projection.derived(
                    dialect.asText(leftValue.name()) + " = " + dialect.asText(rightValue.name()),
                    leftValue,
                    rightValue);
        }
        return projection.derived(
                "CASE WHEN " + leftValue + " IS NOT NULL AND " + rightValue + " IS NOT NULL THEN FALSE END",
                leftValue,
                rightValue);
    }

    private Named comparable(String column) {
        return projection.source().column(column).storage() == Storage.TIME
                ? projection.number(column)
                : projection.value(column);
    }

    private static boolean isNumber(Storage storage) {
        return storage == Storage.WHOLE
                || storage == Storage.FLOATING
                || storage == Storage.DECIMAL
                || storage == Storage.TIME;
    }

    /** Canonical text spells whole numbers without a point, so other spellings of the same number are other texts. */
    private Named numberAsText(Named number, Storage storage, Named text) {
        if (storage == Storage.WHOLE) {
            return projection.derived(dialect.asText(number.name()) + " = " + text, number, text);
        }
        return projection.derived(
                "CASE WHEN " + number + " IS NULL OR " + text + " IS NULL THEN NULL"
                        + " WHEN " + number + " = " + dialect.floor(number.name()) + " AND abs(" + number
                        + ") <= 9007199254740992"
                        + " THEN " + dialect.asText("CAST(" + number + " AS BIGINT)") + " = " + text
                        + " ELSE coalesce(" + dialect.numberOrNull(text.name()) + " = " + number + ", FALSE) END",
                number,
                text);
    }
}
