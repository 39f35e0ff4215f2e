package io.watertight.code.internal.interpret;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a name says about the part of the data: weak evidence, used only where a call is unknown. */
final class Sides {

    private static final Pattern WORD = Pattern.compile(
            "(?<![a-z])(train|tr|trn|training|learn|test|te|tst|testing|val|valid|validation|dev|eval|holdout|hold|oot)(?![a-z])");

    private Sides() {}

    /** {@code train}, {@code test} or {@code validation}; empty if the name says nothing. */
    static Optional<String> of(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\d", "");
        Matcher matcher = WORD.matcher(words.replace('_', ' '));
        Matcher joined = Pattern.compile("(train|test|valid)").matcher(words);
        String found;
        if (matcher.find()) {
            found = matcher.group(1);
        } else if (joined.find()) {
            found = joined.group(1);
        } else {
            return Optional.empty();
        }
        if (found.startsWith("tr") || found.equals("learn")) {
            return Optional.of("train");
        }
        return Optional.of(
                found.startsWith("te") || found.startsWith("ts") || found.startsWith("h") || found.equals("oot")
                        ? "test"
                        : "validation");
    }

    /** 0 for train, 1 for test, 2 for validation. */
    static int number(String side) {
        return side.equals("train") ? 0 : side.equals("test") ? 1 : 2;
    }
}
