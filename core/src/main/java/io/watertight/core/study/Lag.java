package io.watertight.core.study;

import io.watertight.core.WatertightException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time such as {@code 30d}, {@code 12h}, {@code 2w}.
 *
 * @param seconds its length in seconds; a month counts 30 days, a year 365
 * @param text as the user wrote it
 */
public record Lag(long seconds, String text) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(s|min|h|d|w|mo|y)");
    private static final Map<String, Long> UNIT =
            Map.of("s", 1L, "min", 60L, "h", 3600L, "d", 86_400L, "w", 604_800L, "mo", 2_592_000L, "y", 31_536_000L);

    /** @throws WatertightException if the text is not a number with one of the units s, min, h, d, w, mo, y */
    public static Lag parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new WatertightException(
                    "'" + text + "' is not a length of time.", "write a number and one of s, min, h, d, w, mo, y: 30d");
        }
        long unit = UNIT.getOrDefault(matcher.group(2), 1L);
        return new Lag(Math.multiplyExact(Long.parseLong(matcher.group(1)), unit), text.strip());
    }

    public boolean isPositive() {
        return seconds > 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
