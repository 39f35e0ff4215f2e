package io.watertight.ml.learn;

import io.watertight.core.WatertightException;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.split.KeyHash;
import io.watertight.core.split.StudyKeys;
import io.watertight.core.study.Column;
import io.watertight.core.study.Key;
import io.watertight.core.study.Part;
import io.watertight.core.study.Study;
import io.watertight.core.study.Target;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The rows of a study as a dataset. Rows that a declared split calls test rows are locked away as they come in.
 *
 * @param dataset rows with a target that are no test rows, in the order of the batch
 * @param vault the test rows with a target, if there is a test set; nobody sees them but through an assessment
 * @param tooLate features left out because somebody declared that they are known only after the prediction
 * @param notYetKnown how many values were taken for missing because, by the column that tells, they became known at the prediction or
 *     later; by feature
 * @param withoutTarget rows left out because their target is missing or infinite, of either part
 */
public record StudyData(
        Dataset dataset,
        Optional<VaultedSet> vault,
        List<String> tooLate,
        Map<String, Integer> notYetKnown,
        int withoutTarget) {

    public StudyData {
        tooLate = List.copyOf(tooLate);
        notYetKnown = Collections.unmodifiableMap(new TreeMap<>(notYetKnown));
    }

    /**
     * Takes features, target, groups, times and weights by their roles, and the test set by the declared split.
     *
     * @param rows all rows wanted, with at least the columns of the study
     * @throws WatertightException if the study has no target, or no row has one
     */
    public static StudyData of(ColumnBatch rows, Study study) {
        List<String> tooLate = study.features().stream()
                .filter(column -> column.knownAt().isAfterEvent())
                .map(Column::name)
                .toList();
        return of(rows, study, tooLate, new AsOf(rows, study.predictAt()));
    }

    /** The same with features and values that are declared to come too late, to find out what they are worth. Never for an estimate. */
    public static StudyData asFound(ColumnBatch rows, Study study) {
        return of(rows, study, List.of(), AsOf.never(rows));
    }

    private static StudyData of(ColumnBatch rows, Study study, List<String> tooLate, AsOf known) {
        Target target = study.target()
                .orElseThrow(
                        () -> new WatertightException("There is nothing to predict.", "name it with --target COLUMN"));
        int[] labels = target.task().isClassification() ? classes(rows.column(target.column()), target) : new int[0];
        double[] numbers = target.task().isClassification() ? new double[0] : rows.numbers(target.column());
        int[] kept = IntStream.range(0, rows.rows())
                .filter(row -> labels.length > 0 ? labels[row] >= 0 : Double.isFinite(numbers[row]))
                .toArray();
        if (kept.length == 0) {
            throw new WatertightException(
                    "No row has a value in the target '" + target.column() + "'.", "another column is meant");
        }
        List<Block> blocks = study.features().stream()
                .filter(column -> rows.has(column.name()) && !tooLate.contains(column.name()))
                .map(column -> block(column, known.column(column)))
                .toList();
        Features features = new Features(rows.rows(), blocks).gather(kept);
        Response response = labels.length > 0
                ? new Response.Classes(gather(labels, kept), target.classes(), target.positive())
                : new Response.Numbers(gather(numbers, kept));
        Dataset dataset = Dataset.of(
                Arrays.stream(kept).mapToLong(row -> rows.rowIds()[row]).toArray(), features, response);
        for (Key group : study.groups()) {
            Dataset.Group entities = entities(rows, group);
            dataset = dataset.withGroup(
                    new Dataset.Group(entities.name(), gather(entities.codes(), kept), entities.keys()));
        }
        Optional<Key> time = StudyKeys.time(study);
        if (time.isPresent()) {
            dataset = dataset.withTimes(gather(times(rows, time.get()), kept));
        }
        if (study.declaration().weight().isPresent()) {
            dataset = dataset.withWeights(
                    gather(rows.numbers(study.declaration().weight().get()), kept));
        }
        return parted(rows, dataset, kept, tooLate, known.hidden());
    }

    /** All rows that are no test rows, to fit the model that will be assessed. */
    public RawTrainingSet training() {
        return new RawTrainingSet(dataset, IntStream.range(0, dataset.rows()).toArray());
    }

    private static StudyData parted(
            ColumnBatch rows, Dataset all, int[] kept, List<String> tooLate, Map<String, Integer> hidden) {
        int[] open = IntStream.range(0, kept.length)
                .filter(index -> rows.part(kept[index]) != Part.TEST)
                .toArray();
        int[] locked = IntStream.range(0, kept.length)
                .filter(index -> rows.part(kept[index]) == Part.TEST)
                .toArray();
        if (open.length == 0) {
            throw new WatertightException(
                    "All " + kept.length + " rows with a target are test rows.", "the split column has other words");
        }
        int without = rows.rows() - kept.length;
        return locked.length == 0
                ? new StudyData(all, Optional.empty(), tooLate, hidden, without)
                : new StudyData(all.gather(open), Optional.of(new VaultedSet(all, locked)), tooLate, hidden, without);
    }

    private static Block block(Column column, Vector vector) {
        if (vector instanceof NumberVector numbers) {
            return new NumberBlock(
                    column.name(), column.isTime() ? NumberBlock.Kind.TIME : NumberBlock.Kind.NUMBER, numbers.values());
        }
        CodeVector codes = (CodeVector) vector;
        return new CategoryBlock(column.name(), codes.codes(), codes.dictionary());
    }

    private static int[] classes(Vector vector, Target target) {
        Map<String, Integer> codeOf = new HashMap<>();
        target.classes().forEach(name -> codeOf.put(name, codeOf.size()));
        if (vector instanceof CodeVector codes) {
            int[] known = codes.dictionary().stream()
                    .mapToInt(word -> codeOf.getOrDefault(word, -1))
                    .toArray();
            return Arrays.stream(codes.codes())
                    .map(code -> code < 0 ? -1 : known[code])
                    .toArray();
        }
        return IntStream.range(0, vector.size())
                .map(row -> vector.isMissing(row) ? -1 : codeOf.getOrDefault(vector.text(row), -1))
                .toArray();
    }

    /** Codes and numbers of the key's values; a row where a part of the key is missing is an entity of its own. */
    private static Dataset.Group entities(ColumnBatch rows, Key key) {
        List<Vector> parts = key.columns().stream().map(rows::column).toList();
        Map<List<String>, Integer> codeOf = new HashMap<>();
        int[] codes = new int[rows.rows()];
        long[] keys = new long[rows.rows()];
        int next = 0;
        for (int row = 0; row < codes.length; row++) {
            List<String> values = new ArrayList<>(parts.size());
            for (Vector part : parts) {
                if (!part.isMissing(row)) {
                    values.add(part.text(row));
                }
            }
            Integer known = values.size() == parts.size() ? codeOf.putIfAbsent(values, next) : null;
            codes[row] = known == null ? next : known;
            if (known == null) {
                keys[next++] = values.size() == parts.size() ? number(parts, row) : rows.rowIds()[row];
            }
        }
        return new Dataset.Group(key.toString(), codes, Arrays.copyOf(keys, next));
    }

    private static long number(List<Vector> parts, int row) {
        return KeyHash.of(parts.stream()
                .map(part ->
                        part instanceof NumberVector numbers ? KeyHash.text(numbers.values()[row]) : part.text(row))
                .toList());
    }

    /** The first column of the key orders the rows; words are ordered by their spelling (2024-03, say). */
    private static double[] times(ColumnBatch rows, Key key) {
        Vector vector = rows.column(key.columns().get(0));
        if (vector instanceof NumberVector numbers) {
            return numbers.values();
        }
        CodeVector codes = (CodeVector) vector;
        List<String> sorted = codes.dictionary().stream().sorted().toList();
        double[] rank = codes.dictionary().stream()
                .mapToDouble(word -> Collections.binarySearch(sorted, word))
                .toArray();
        return Arrays.stream(codes.codes())
                .mapToDouble(code -> code < 0 ? Double.NaN : rank[code])
                .toArray();
    }

    private static int[] gather(int[] values, int[] rows) {
        return Arrays.stream(rows).map(row -> values[row]).toArray();
    }

    private static double[] gather(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
