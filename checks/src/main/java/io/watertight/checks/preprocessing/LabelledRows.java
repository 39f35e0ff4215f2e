package io.watertight.checks.preprocessing;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.study.Column;
import io.watertight.core.study.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sampled rows of a target of classes: what each is labelled, and whether it is to be judged. */
final class LabelledRows {

    private final ColumnBatch sample;
    private final List<Column> features;
    private final int[] labels;
    private final int classes;
    private final boolean split;

    LabelledRows(StudyView view) {
        sample = view.sample();
        features = view.study().features().stream()
                .filter(column -> sample.has(column.name()))
                .toList();
        List<String> texts = view.target().classes();
        classes = texts.size();
        split = view.study().hasSplit();
        labels = new int[sample.rows()];
        Map<String, Integer> byText = new HashMap<>();
        for (int label = 0; label < classes; label++) {
            byText.put(texts.get(label), label);
        }
        Vector target = sample.column(view.target().column());
        for (int row = 0; row < labels.length; row++) {
            labels[row] = target.isMissing(row) ? -1 : byText.getOrDefault(target.text(row), -1);
        }
    }

    int rows() {
        return labels.length;
    }

    int classes() {
        return classes;
    }

    int features() {
        return features.size();
    }

    /** The class of a row, -1 without a target. */
    int label(int row) {
        return labels[row];
    }

    /** Whether a row is of those whose making is judged: the test rows, or all without a split. */
    boolean isJudged(int row) {
        return !split || sample.part(row) == Part.TEST;
    }

    /** Whether a row may be what another one was made from: training rows, or all without a split. */
    boolean isSource(int row) {
        return !split || sample.part(row) == Part.TRAIN;
    }

    boolean hasSplit() {
        return split;
    }

    long id(int row) {
        return sample.rowIds()[row];
    }

    /** One number a row, equal for rows that agree in every feature; 64 bits, so that a chance agreement is out of the question. */
    long[] hashes() {
        long[] hashes = new long[labels.length];
        for (Column feature : features) {
            Vector vector = sample.column(feature.name());
            long[] codes = null;
            if (vector instanceof CodeVector words) {
                codes = words.dictionary().stream()
                        .mapToLong(LabelledRows::hash)
                        .toArray();
            }
            for (int row = 0; row < hashes.length; row++) {
                long value;
                if (vector.isMissing(row)) {
                    value = 0;
                } else if (codes != null && vector instanceof CodeVector words) {
                    value = codes[words.codes()[row]];
                } else {
                    value = Double.doubleToLongBits(((NumberVector) vector).values()[row] + 0.0);
                }
                hashes[row] = mix(hashes[row] ^ mix(value));
            }
        }
        return hashes;
    }

    private static long hash(String text) {
        long hash = 7;
        for (int index = 0; index < text.length(); index++) {
            hash = mix(hash ^ text.charAt(index));
        }
        return hash;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** The numeric features with at least so many different values. */
    List<double[]> numbers(int leastDistinct) {
        List<double[]> columns = new ArrayList<>();
        for (Column feature : features) {
            if (sample.column(feature.name()) instanceof NumberVector vector
                    && feature.isNumber()
                    && Arrays.stream(vector.values())
                                    .filter(Double::isFinite)
                                    .distinct()
                                    .limit(leastDistinct)
                                    .count()
                            == leastDistinct) {
                columns.add(vector.values());
            }
        }
        return columns;
    }
}
