package io.watertight.ml.learn;

import io.watertight.core.WatertightException;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.study.Column;
import io.watertight.core.study.Key;
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
import java.util.stream.IntStream;

/**
 * The rows of a study as a dataset.
 *
 * @param dataset rows with a target, in the order of the batch
 * @param withoutTarget rows left out because their target is missing or infinite
 */
public record StudyData(Dataset dataset, int withoutTarget) {

    /**
     * Takes features, target, groups, times and weights by their roles.
     *
     * @param rows all rows wanted, with at least the columns of the study
     * @throws WatertightException if the study has no target, or no row has one
     */
    public static StudyData of(ColumnBatch rows, Study study) {
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
                .filter(column -> rows.has(column.name()))
                .map(column -> block(column, rows.column(column.name())))
                .toList();
        Features features = new Features(rows.rows(), blocks).gather(kept);
        Response response = labels.length > 0
                ? new Response.Classes(gather(labels, kept), target.classes(), target.positive())
                : new Response.Numbers(gather(numbers, kept));
        Dataset dataset = Dataset.of(
                Arrays.stream(kept).mapToLong(row -> rows.rowIds()[row]).toArray(), features, response);
        for (Key group : study.groups()) {
            dataset = dataset.withGroup(group.toString(), gather(entities(rows, group), kept));
        }
        if (!study.times().isEmpty()) {
            dataset = dataset.withTimes(gather(times(rows, study.times().get(0)), kept));
        }
        if (study.declaration().weight().isPresent()) {
            dataset = dataset.withWeights(
                    gather(rows.numbers(study.declaration().weight().get()), kept));
        }
        return new StudyData(dataset, rows.rows() - kept.length);
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

    /** Codes of the key's values; a row where a part of the key is missing is an entity of its own. */
    private static int[] entities(ColumnBatch rows, Key key) {
        List<Vector> parts = key.columns().stream().map(rows::column).toList();
        Map<List<String>, Integer> codeOf = new HashMap<>();
        int[] codes = new int[rows.rows()];
        int next = 0;
        for (int row = 0; row < codes.length; row++) {
            List<String> values = new ArrayList<>(parts.size());
            for (Vector part : parts) {
                if (!part.isMissing(row)) {
                    values.add(part.text(row));
                }
            }
            Integer known = values.size() == parts.size() ? codeOf.putIfAbsent(values, next) : null;
            codes[row] = known == null ? next++ : known;
        }
        return codes;
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
