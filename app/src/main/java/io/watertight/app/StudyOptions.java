package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.DataDictionary;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.DeclarationBuilder;
import io.watertight.core.study.Key;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.Lag;
import io.watertight.core.study.PredictionPoint;
import io.watertight.core.study.Purpose;
import io.watertight.core.study.StudyFile;
import io.watertight.core.study.Task;
import io.watertight.core.study.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the study is about. An option that is given replaces what the study file says; maps are added to it. */
final class StudyOptions {

    @Option(names = "--target", paramLabel = "COL", description = "The column to predict.")
    @Nullable
    String target;

    @Option(names = "--positive", paramLabel = "CLASS", description = "The positive class of a target of two classes.")
    @Nullable
    String positive;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description = "binary, multiclass or regression; by default inferred.")
    @Nullable
    String task;

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "The test set, if it is a file of its own. Repeatable.")
    List<String> test = new ArrayList<>();

    @Option(
            names = {"--split", "--split-column"},
            paramLabel = "COL",
            description = "The column that says which part a row is in.")
    @Nullable
    String split;

    @Option(
            names = "--id",
            paramLabel = "COL",
            description = "What identifies a row; several columns: a+b. Repeatable.")
    List<String> ids = new ArrayList<>();

    @Option(
            names = "--group",
            paramLabel = "COL",
            description = "The entity a row belongs to (patient, customer, site+patient). Repeatable.")
    List<String> groups = new ArrayList<>();

    @Option(names = "--time", paramLabel = "COL", description = "What orders the rows. Repeatable.")
    List<String> times = new ArrayList<>();

    @Option(
            names = "--predict-at",
            paramLabel = "COL[+LAG]",
            description = "When you predict: a time column, perhaps some time later (admitted+24h).")
    @Nullable
    String predictAt;

    @Option(names = "--horizon", paramLabel = "LAG", description = "How long after that the outcome is awaited: 30d.")
    @Nullable
    String horizon;

    @Option(
            names = "--purpose",
            paramLabel = "WHAT",
            description = "What the model is for: more rows, new groups, or the future.")
    @Nullable
    String purpose;

    @Option(
            names = "--known-at",
            paramLabel = "COL=WHEN",
            description = "When a column or pattern (lab_*) is known: always, event, event+30d, a time column,"
                    + " after-outcome. Repeatable.")
    List<String> knownAt = new ArrayList<>();

    @Option(names = "--weight", paramLabel = "COL", description = "The column of row weights.")
    @Nullable
    String weight;

    @Option(
            names = "--features",
            paramLabel = "FILE",
            description = "Audit only the columns in this file, one name a line.")
    @Nullable
    String features;

    @Option(names = "--ignore", paramLabel = "COL", description = "Leave out a column or pattern. Repeatable.")
    List<String> ignored = new ArrayList<>();

    @Option(
            names = "--dictionary",
            paramLabel = "FILE",
            description = "A data dictionary as CSV: column, meaning, known-at.")
    @Nullable
    String dictionary;

    @Option(
            names = "--type",
            paramLabel = "COL=TYPE",
            description = "Read a column as number, text, time or boolean. Repeatable.")
    List<String> types = new ArrayList<>();

    /** The declaration with these options applied. */
    Declaration applyTo(Declaration base, Shell shell) {
        DeclarationBuilder builder = base.toBuilder();
        text(target, builder::target);
        text(positive, builder::positive);
        text(task, word -> builder.task(Words.read(Task.class, word, "--task")));
        text(split, builder::split);
        text(predictAt, word -> builder.predictAt(PredictionPoint.parse(word)));
        text(horizon, word -> builder.horizon(Lag.parse(word)));
        text(purpose, word -> builder.purpose(Words.read(Purpose.class, word, "--purpose")));
        text(weight, builder::weight);
        text(features, file -> builder.features(names(file, shell)));
        list(shell.locations(test), builder::test);
        list(ids.stream().map(Key::of).toList(), builder::ids);
        list(groups.stream().map(Key::of).toList(), builder::groups);
        list(times.stream().map(Key::of).toList(), builder::times);
        list(ignored, builder::ignored);
        Map<String, KnownAt> known = new LinkedHashMap<>(base.knownAt());
        pairs("--known-at", "COLUMN=always", knownAt, (column, when) -> {
            known.remove(column); // later entries win
            known.put(column, KnownAt.parse(when));
        });
        Map<String, ColumnType> typed = new LinkedHashMap<>(base.types());
        pairs("--type", "COLUMN=text", types, (column, type) -> {
            typed.put(column, Words.read(ColumnType.class, type, "--type"));
        });
        Declaration declared = builder.knownAt(known).types(typed).build();
        return dictionary(shell).map(file -> file.addTo(declared)).orElse(declared);
    }

    private Optional<DataDictionary> dictionary(Shell shell) {
        return Optional.ofNullable(dictionary).map(file -> StudyFile.dictionary(shell.path(file)));
    }

    private static void text(@Nullable String value, Consumer<String> use) {
        if (value != null) {
            use.accept(value);
        }
    }

    private static <T> void list(List<T> values, Consumer<List<T>> use) {
        if (!values.isEmpty()) {
            use.accept(values);
        }
    }

    /** A column's name may hold an equals sign, what it is set to never does. */
    private static void pairs(String option, String example, List<String> texts, BiConsumer<String, String> use) {
        for (String text : texts) {
            int equals = text.lastIndexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw new WatertightException(
                        option + " " + text + " does not say what it is set to.", "write " + option + " " + example);
            }
            use.accept(text.substring(0, equals), text.substring(equals + 1));
        }
    }

    private static List<String> names(String file, Shell shell) {
        try {
            List<String> names = Files.readString(shell.path(file))
                    .lines()
                    .map(line -> line.startsWith("\uFEFF") ? line.substring(1) : line)
                    .filter(line -> !line.isBlank())
                    .distinct()
                    .toList();
            if (names.isEmpty()) {
                throw new WatertightException(
                        "The list of features " + file + " is empty.", "write one column's name a line");
            }
            return names;
        } catch (IOException problem) {
            throw new WatertightException(
                    "The list of features " + file + " cannot be read.", "check the path of --features", problem);
        }
    }
}
