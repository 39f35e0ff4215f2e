package io.watertight.engine.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A spelling of dates and times.
 *
 * @param name for messages
 * @param template the expression that reads it from a trimmed text {@code {}}: a TIMESTAMP in UTC, NULL where a cell is spelt otherwise
 * @param bare the same for texts that are known to be spelt so: without the look at their shape, which costs more than the reading
 * @param separator between day, month and year, empty if their order cannot be mistaken
 * @param dayFirst whether the day comes before the month
 */
record TimeForm(String name, String template, String bare, String separator, boolean dayFirst) {

    private static final String ISO_DATE = "[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}";
    private static final String CLOCK = "[T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?";
    private static final List<String> CLOCKS =
            List.of(" %H:%M:%S", " %H:%M", " %I:%M:%S %p", " %I:%M %p", "T%H:%M:%S", "");

    /** All, those first that are preferred when several fit. */
    static final List<TimeForm> ALL = all();

    String value(String text) {
        return template.replace("{}", text);
    }

    /** For a column all of whose texts are known to be spelt so and to have no blanks around. */
    String bareValue(String text) {
        return bare.replace("{}", text);
    }

    boolean isOrdered() {
        return !separator.isEmpty();
    }

    /** Whether the other form differs only in taking the day for the month. */
    boolean isTwinOf(TimeForm other) {
        return isOrdered()
                && other.separator.equals(separator)
                && other.dayFirst != dayFirst
                && other.name.length() == name.length();
    }

    private static List<TimeForm> all() {
        List<TimeForm> forms = new ArrayList<>();
        // A pattern of blanks costs a quarter of a regular expression, and most dates are of this shape.
        forms.add(new TimeForm(
                "year-month-day",
                "CASE WHEN {} LIKE '____-__-__' AND {} >= '0' THEN TRY_CAST({} AS TIMESTAMP) ELSE "
                        + shaped(ISO_DATE + "(" + CLOCK + ")?", "TRY_CAST({} AS TIMESTAMP)") + " END",
                "TRY_CAST({} AS TIMESTAMP)",
                "",
                false));
        // A session in UTC reads times without an offset as UTC.
        forms.add(new TimeForm(
                "year-month-day with offset",
                shaped(
                        ISO_DATE + "(" + CLOCK + " ?(Z|UTC|GMT|[+-][0-9]{2}(:?[0-9]{2})?)?)?",
                        "timezone('UTC', TRY_CAST({} AS TIMESTAMPTZ))"),
                "timezone('UTC', TRY_CAST({} AS TIMESTAMPTZ))",
                "",
                false));
        for (String separator : List.of("/", "-", ".")) {
            for (String year : List.of("%y", "%Y")) {
                String shape = "[0-9]{1,2}[" + separator + "][0-9]{1,2}[" + separator + "][0-9]{"
                        + (year.equals("%y") ? 2 : 4) + "}([T ].*)?";
                for (boolean dayFirst : new boolean[] {false, true}) {
                    String order = dayFirst ? "%d" + separator + "%m" : "%m" + separator + "%d";
                    String form = order + separator + year;
                    forms.add(new TimeForm(form, shaped(shape, parsed(form)), parsed(form), separator, dayFirst));
                }
            }
        }
        Stream.of(
                        "%b-%y",
                        "%b-%Y",
                        "%d-%b-%y",
                        "%d-%b-%Y",
                        "%d %b %y",
                        "%d %b %Y",
                        "%d%b%Y",
                        "%d%b%y",
                        "%b %d, %Y",
                        "%b %d %Y",
                        "%b %Y",
                        "%B %d, %Y",
                        "%B %d %Y",
                        "%d %B %Y",
                        "%d-%B-%Y",
                        "%B %Y",
                        "%B-%Y",
                        "%Y-%b-%d",
                        "%Y %b %d",
                        "%a %b %d %H:%M:%S %Y")
                .map(form -> new TimeForm(form, shaped(".*[A-Za-z]{3}.*", parsed(form)), parsed(form), "", false))
                .forEach(forms::add);
        String month = "try_strptime({}, ['%Y-%m', '%Y/%m'])";
        forms.add(new TimeForm("%Y-%m", shaped("[12][0-9]{3}[-/](0[1-9]|1[0-2])", month), month, "", false));
        String dots = parsed("%Y.%m.%d");
        forms.add(
                new TimeForm("%Y.%m.%d", shaped("[0-9]{4}[.][0-9]{1,2}[.][0-9]{1,2}([T ].*)?", dots), dots, "", false));
        return List.copyOf(forms);
    }

    private static String shaped(String shape, String value) {
        return "CASE WHEN regexp_full_match({}, " + Sql.literal(shape) + ") THEN " + value + " END";
    }

    private static String parsed(String form) {
        return "try_strptime({}, " + Sql.list(CLOCKS.stream().map(form::concat).toList()) + ")";
    }
}
