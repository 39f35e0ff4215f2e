package io.watertight.spark;

import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import io.watertight.core.split.PlanKind;
import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitWish;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.DeclarationBuilder;
import io.watertight.core.study.Key;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.Lag;
import io.watertight.core.study.PredictionPoint;
import io.watertight.core.study.Purpose;
import io.watertight.core.study.Task;
import io.watertight.core.study.Words;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** A split in words: options of {@code watertight split} without their dashes. */
final class SplitWords {

    private static final List<String> KNOWN = List.of(
            "target",
            "positive",
            "task",
            "id",
            "group",
            "time",
            "predict-at",
            "horizon",
            "purpose",
            "known-at",
            "ignore",
            "split",
            "plan",
            "folds",
            "test-share",
            "repeats",
            "validation-share",
            "allow-ignoring",
            "purge",
            "embargo",
            "window",
            "places",
            "cell",
            "buffer",
            "near",
            "seed",
            "column");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** @throws WatertightException if a word is none of those known */
    SplitWords(Map<String, ?> options) {
        options.forEach((word, value) -> {
            if (!KNOWN.contains(word)) {
                throw new WatertightException(
                        "'" + word + "' is no option of a split.",
                        Spelling.nearest(word, KNOWN)
                                .map(near -> "you mean '" + near + "'")
                                .orElse("it is one of " + String.join(", ", KNOWN)));
            }
            values.put(
                    word,
                    value instanceof Collection<?> several
                            ? several.stream().map(String::valueOf).toList()
                            : List.of(String.valueOf(value)));
        });
    }

    Declaration study() {
        DeclarationBuilder study = Declaration.builder()
                .ids(keys("id"))
                .groups(keys("group"))
                .times(keys("time"))
                .ignored(all("ignore"));
        one("target", word -> word).ifPresent(study::target);
        one("positive", word -> word).ifPresent(study::positive);
        one("task", word -> Words.read(Task.class, word, "task")).ifPresent(study::task);
        one("predict-at", PredictionPoint::parse).ifPresent(study::predictAt);
        one("horizon", Lag::parse).ifPresent(study::horizon);
        one("purpose", word -> Words.read(Purpose.class, word, "purpose")).ifPresent(study::purpose);
        one("split", word -> word).ifPresent(study::split);
        Map<String, KnownAt> known = new LinkedHashMap<>();
        all("known-at").forEach(text -> knownAt(text, known));
        return study.knownAt(known).build();
    }

    private static void knownAt(String text, Map<String, KnownAt> known) {
        int equals = text.lastIndexOf('=');
        if (equals < 1) {
            throw new WatertightException(
                    "known-at '" + text + "' does not say what it is set to.", "write COLUMN=always");
        }
        known.put(text.substring(0, equals), KnownAt.parse(text.substring(equals + 1)));
    }

    SplitOptions options() {
        Optional<Double> cell = one("cell", word -> number("cell", word));
        Optional<Double> buffer = one("buffer", word -> number("buffer", word));
        SplitWish wish = new SplitWish(
                one("plan", word -> Words.read(PlanKind.class, word, "plan")),
                shape(),
                all("allow-ignoring"),
                one("window", Lag::parse),
                one("purge", Lag::parse),
                one("embargo", Lag::parse),
                all("places"),
                cell.orElse(0.0),
                buffer.orElse(0.0),
                OptionalInt.empty());
        Optional<Double> near = one("near", word -> number("near", word));
        SplitOptions start = SplitOptions.DEFAULT;
        Optional<Double> validation = one("validation-share", word -> number("validation-share", word));
        return new SplitOptions(
                wish,
                validation.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                near.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                one("seed", word -> whole("seed", word)).orElse(start.seed()),
                one("column", word -> word).orElse(start.column()));
    }

    private Shape shape() {
        Optional<Long> folds = one("folds", word -> whole("folds", word));
        Optional<Double> share = one("test-share", word -> number("test-share", word));
        int repeats = one("repeats", word -> whole("repeats", word)).orElse(1L).intValue();
        if (folds.isPresent() && share.isPresent()) {
            throw new WatertightException(
                    "folds " + folds.get() + " and test-share " + share.get() + " contradict each other.",
                    "leave one of them out");
        }
        if (folds.isPresent()) {
            return new Shape.Folds(Math.toIntExact(folds.get()), repeats);
        }
        Shape.HoldOut once = (Shape.HoldOut)
                share.map(Shape::holdOut).orElse(SplitOptions.DEFAULT.wish().shape());
        return new Shape.HoldOut(once.perMillion(), repeats);
    }

    private List<Key> keys(String word) {
        return all(word).stream().map(Key::of).toList();
    }

    private List<String> all(String word) {
        return values.getOrDefault(word, List.of());
    }

    private <T> Optional<T> one(String word, Function<String, T> read) {
        List<String> given = all(word);
        if (given.size() > 1) {
            throw new WatertightException(word + " is given " + given.size() + " times.", "name one: " + given.get(0));
        }
        return given.stream().findFirst().map(read);
    }

    private static double number(String word, String text) {
        return read(word, text, Double::valueOf);
    }

    private static long whole(String word, String text) {
        return read(word, text, Long::valueOf);
    }

    private static <T> T read(String word, String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (NumberFormatException none) {
            throw new WatertightException("'" + text + "' is not a number for " + word + ".", "write one: 5", none);
        }
    }
}
