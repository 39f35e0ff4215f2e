package io.watertight.checks.support;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.Vector;
import io.watertight.core.study.Part;
import io.watertight.core.study.Target;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The target of the sample's training rows as numbers: itself for regression, an indicator of each of the most frequent classes
 * otherwise. NaN where a row is not in training or has no target.
 *
 * @param columns one array a response, each as long as the sample
 */
public record Responses(List<double[]> columns) {

    private static final int MOST_CLASSES = 6;

    public Responses {
        columns = List.copyOf(columns);
    }

    /** Without a target there is no response. */
    public static Responses of(StudyView view) {
        return new Responses(
                view.study().target().map(target -> of(view.sample(), target)).orElse(List.of()));
    }

    /** The same with the first row of each unit only, given a hash of its unit a row; the others are NaN. */
    public Responses oncePer(long[] units) {
        if (columns.isEmpty()) {
            return this;
        }
        Set<Long> seen = new HashSet<>();
        boolean[] first = new boolean[units.length];
        for (int row = 0; row < units.length; row++) {
            first[row] = !Double.isNaN(columns.get(0)[row]) && seen.add(units[row]);
        }
        return new Responses(columns.stream()
                .map(response -> IntStream.range(0, response.length)
                        .mapToDouble(row -> first[row] ? response[row] : Double.NaN)
                        .toArray())
                .toList());
    }

    private static List<double[]> of(ColumnBatch sample, Target target) {
        boolean[] counts = new boolean[sample.rows()];
        Vector vector = sample.column(target.column());
        for (int row = 0; row < counts.length; row++) {
            counts[row] = sample.part(row) == Part.TRAIN && !vector.isMissing(row);
        }
        if (!target.task().isClassification()) {
            double[] numbers = sample.numbers(target.column()).clone();
            for (int row = 0; row < numbers.length; row++) {
                numbers[row] = counts[row] ? numbers[row] : Double.NaN;
            }
            return List.of(numbers);
        }
        Map<String, Integer> index = new HashMap<>();
        target.classes().forEach(text -> index.put(text, index.size()));
        int[] codes = new int[sample.rows()];
        long[] sizes = new long[target.classes().size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = counts[row] ? index.getOrDefault(vector.text(row), -1) : -1;
            if (codes[row] >= 0) {
                sizes[codes[row]]++;
            }
        }
        // Two classes mirror each other: one of them says all.
        return IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingLong(code -> -sizes[code]))
                .limit(sizes.length == 2 ? 1 : MOST_CLASSES)
                .map(code -> indicator(codes, code))
                .toList();
    }

    private static double[] indicator(int[] codes, int code) {
        return Arrays.stream(codes)
                .mapToDouble(one -> one < 0 ? Double.NaN : one == code ? 1 : 0)
                .toArray();
    }
}
