package io.watertight.testkit;

import io.watertight.core.study.Declaration;
import io.watertight.core.study.DeclarationBuilder;
import io.watertight.core.study.Key;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.Lag;
import io.watertight.core.study.PredictionPoint;
import io.watertight.core.study.Purpose;
import io.watertight.core.study.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the declaring options of the command line, so that an example in a page reads like a user's call. */
final class Flags {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private Flags() {}

    static DeclarationBuilder parse(String commandLine) {
        List<String> words = words(commandLine);
        DeclarationBuilder builder = Declaration.builder();
        List<Key> ids = new ArrayList<>();
        List<Key> groups = new ArrayList<>();
        List<Key> times = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        Map<String, KnownAt> known = new LinkedHashMap<>();
        for (int index = 0; index + 1 < words.size(); index += 2) {
            String value = words.get(index + 1);
            switch (words.get(index)) {
                case "--target" -> builder.target(value);
                case "--positive" -> builder.positive(value);
                case "--task" -> builder.task(Task.valueOf(value.toUpperCase(Locale.ROOT)));
                case "--split" -> builder.split(value);
                case "--weight" -> builder.weight(value);
                case "--predict-at" -> builder.predictAt(PredictionPoint.parse(value));
                case "--horizon" -> builder.horizon(Lag.parse(value));
                case "--purpose" -> builder.purpose(Purpose.valueOf(value.toUpperCase(Locale.ROOT)));
                case "--id" -> ids.add(Key.of(value.split("\\+")));
                case "--group" -> groups.add(Key.of(value.split("\\+")));
                case "--time" -> times.add(Key.of(value.split("\\+")));
                case "--ignore" -> ignored.add(value);
                case "--known-at" ->
                    known.put(
                            value.substring(0, value.lastIndexOf('=')),
                            KnownAt.parse(value.substring(value.lastIndexOf('=') + 1)));
                default -> throw new IllegalArgumentException("unknown option in an example: " + words.get(index));
            }
        }
        return builder.ids(ids).groups(groups).times(times).ignored(ignored).knownAt(known);
    }

    private static List<String> words(String commandLine) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(commandLine);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        if (words.size() % 2 != 0) {
            throw new IllegalArgumentException("an option without a value in: " + commandLine);
        }
        return words;
    }
}
