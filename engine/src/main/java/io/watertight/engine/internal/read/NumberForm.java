package io.watertight.engine.internal.read;

import java.util.regex.Pattern;

/** Spellings of numbers, each with the expression that reads it, NULL where a cell is spelt otherwise. */
enum NumberForm {
    /** 1234.5 */
    PLAIN(".*", "{}"),
    /** 1,234.5 */
    GROUPED("[+-]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?|[+-]?[0-9]+([.][0-9]+)?", "replace({}, ',', '')"),
    /** 1.234,5 */
    DECIMAL_COMMA("[+-]?([0-9]{1,3}([.][0-9]{3})+|[0-9]+)(,[0-9]+)?", "replace(replace({}, '.', ''), ',', '.')"),
    /** 12.5% */
    PERCENT("[+-]?[0-9]*[.]?[0-9]+ ?%", "rtrim({}, ' %')"),
    /** $1,234.50 */
    CURRENCY("[+-]?[$€£] ?[+-]?[0-9][0-9,]*([.][0-9]+)?", "regexp_replace({}, '[^0-9.+-]', '', 'g')");

    private final String shape;
    private final Pattern pattern;
    private final String digits;

    NumberForm(String shape, String digits) {
        this.shape = shape;
        this.pattern = Pattern.compile(shape);
        this.digits = digits;
    }

    /** Whether a cell that is not a plain number may be one in this form. */
    boolean proposes(String cell) {
        return this != PLAIN && pattern.matcher(cell).matches();
    }

    /** The number in a trimmed text, infinite and undefined ones left out. */
    String value(String text) {
        if (this == PLAIN) {
            return "TRY_CAST(" + text + " AS DOUBLE)";
        }
        return "CASE WHEN regexp_full_match(" + text + ", " + Sql.literal(shape) + ") THEN TRY_CAST("
                + digits.replace("{}", text) + " AS DOUBLE) END";
    }
}
