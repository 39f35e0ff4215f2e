package io.watertight.core.audit;

import io.watertight.core.WatertightException;
import io.watertight.core.data.Canonical;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.ColumnProfile;
import io.watertight.core.data.TableProfile;
import io.watertight.core.data.Vector;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Guess;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the task, the classes and the positive class off the target column. */
final class TargetInference {

    /** Whole numbers with more values than this are taken for a measurement. */
    private static final int MOST_NUMERIC_CLASSES = 20;

    /** More classes than this cannot be told apart by any table of the size people have. */
    private static final int MOST_CLASSES = 200;

    private static final Set<String> POSITIVE = Set.of("1", "true", "yes", "y", "t", "positive", "pos");

    private static final Set<String> NEGATIVE = Set.of("0", "false", "no", "n", "f", "negative", "neg");

    private TargetInference() {}

    static Target infer(
            Declaration declaration, String name, TableProfile profile, ColumnBatch sample, List<Guess> guesses) {
        ColumnProfile known = profile.column(name);
        if (known.all().present() == 0) {
            throw new WatertightException(
                    "Target '" + name + "' is empty in all " + profile.rows() + " rows.",
                    "another column is the target");
        }
        if (!sample.has(name)) {
            throw new WatertightException(
                    "Target '" + name + "' holds lists or structures.", "unpack it into a column of plain values");
        }
        Map<String, Long> counts = counts(sample.column(name));
        if (counts.size() < 2) {
            throw new WatertightException(
                    "Target '" + name + "' has one value only in " + profile.rows()
                            + " rows: nothing can be predicted.",
                    "another column is the target, or the file holds only one class");
        }
        Task task = declaration.task().orElseGet(() -> guessTask(name, known, counts, guesses));
        if (task == Task.REGRESSION) {
            if (known.type() != ColumnType.NUMBER) {
                throw new WatertightException(
                        "Target '" + name + "' is not a number, so it cannot be a regression.", "leave out --task");
            }
            return new Target(name, task, declaration.task().isEmpty(), List.of(), 0);
        }
        return classes(declaration, name, counts, guesses);
    }

    private static Map<String, Long> counts(Vector vector) {
        Map<String, Long> counts = new HashMap<>();
        for (int row = 0; row < vector.size(); row++) {
            if (!vector.isMissing(row)) {
                counts.merge(vector.text(row), 1L, Long::sum);
            }
        }
        return counts;
    }

    private static Task guessTask(String name, ColumnProfile known, Map<String, Long> counts, List<Guess> guesses) {
        int distinct = counts.size();
        if (distinct == 2) {
            return Task.BINARY;
        }
        if (known.type() == ColumnType.NUMBER) {
            boolean numbered = known.integral()
                    && (known.all().minimum() == 0 || known.all().minimum() == 1)
                    && distinct <= MOST_NUMERIC_CLASSES
                    && known.all().maximum() - known.all().minimum() + 1 == distinct;
            Task task = numbered ? Task.MULTICLASS : Task.REGRESSION;
            String why = numbered
                    ? "whole numbers counted from " + Canonical.text(known.all().minimum())
                    : "numbers";
            guesses.add(new Guess("task", task.name().toLowerCase(Locale.ROOT), "'" + name + "' holds " + why));
            return task;
        }
        if (known.type() == ColumnType.TIME) {
            throw new WatertightException("Target '" + name + "' is a date.", "predict a number or a class");
        }
        guesses.add(new Guess("task", "multiclass", "'" + name + "' holds " + distinct + " different words"));
        return Task.MULTICLASS;
    }

    private static Target classes(Declaration declaration, String name, Map<String, Long> counts, List<Guess> guesses) {
        if (counts.size() > MOST_CLASSES) {
            throw new WatertightException(
                    "Target '" + name + "' has more than " + MOST_CLASSES + " classes (" + counts.size() + ").",
                    "it is an identifier or a number: declare --task regression, or name another column");
        }
        List<String> classes = counts.keySet().stream().sorted(order(counts)).toList();
        Task task = classes.size() == 2 ? Task.BINARY : Task.MULTICLASS;
        if (declaration
                .task()
                .filter(declared -> declared == Task.BINARY && task != Task.BINARY)
                .isPresent()) {
            throw new WatertightException(
                    "Target '" + name + "' has " + classes.size() + " classes, so it is not binary.",
                    "leave out --task, or declare --task multiclass");
        }
        return new Target(
                name,
                task,
                declaration.task().isEmpty(),
                classes,
                positive(declaration, name, classes, counts, guesses));
    }

    private static Comparator<String> order(Map<String, Long> counts) {
        boolean numbers = counts.keySet().stream().allMatch(text -> text.matches("-?\\d{1,15}"));
        return numbers ? Comparator.comparingLong(Long::parseLong) : Comparator.naturalOrder();
    }

    private static int positive(
            Declaration declaration, String name, List<String> classes, Map<String, Long> counts, List<Guess> guesses) {
        if (declaration.positive().isPresent()) {
            String wanted = declaration.positive().get();
            int index = classes.indexOf(wanted);
            for (int other = 0; other < classes.size() && index < 0; other++) {
                if (classes.get(other).strip().equalsIgnoreCase(wanted.strip())) {
                    index = other;
                }
            }
            index = index < 0 ? sameMeaning(wanted, classes) : index;
            if (index < 0) {
                throw new WatertightException(
                        "Target '" + name + "' has no class '" + wanted + "' (--positive).",
                        "it is one of " + String.join(", ", classes.subList(0, Math.min(10, classes.size()))));
            }
            return index;
        }
        if (classes.size() > 2) {
            return 0;
        }
        for (int index = 0; index < 2; index++) {
            boolean says = POSITIVE.contains(classes.get(index).strip().toLowerCase(Locale.ROOT));
            boolean otherSays = POSITIVE.contains(classes.get(1 - index).strip().toLowerCase(Locale.ROOT));
            if (says && !otherSays) {
                return index;
            }
        }
        int rarer = counts.getOrDefault(classes.get(0), 0L) < counts.getOrDefault(classes.get(1), 0L) ? 0 : 1;
        guesses.add(new Guess("positive", classes.get(rarer), "it is the rarer class"));
        return rarer;
    }

    /** A class that says the same in another word: a column of yes and no may have been stored as true and false. */
    private static int sameMeaning(String wanted, List<String> classes) {
        Set<String> words = POSITIVE.contains(wanted.strip().toLowerCase(Locale.ROOT)) ? POSITIVE : NEGATIVE;
        boolean known = words.contains(wanted.strip().toLowerCase(Locale.ROOT));
        List<String> same = classes.stream()
                .filter(text -> known && words.contains(text.strip().toLowerCase(Locale.ROOT)))
                .toList();
        return same.size() == 1 ? classes.indexOf(same.get(0)) : -1;
    }
}
