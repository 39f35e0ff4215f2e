package io.watertight.checks.support;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The distinct values of a column among some rows.
 *
 * @param codes index of each row's level, -1 where missing
 * @param texts canonical text of each level, by first appearance
 */
public record Levels(int[] codes, List<String> texts) {

    public Levels {
        texts = List.copyOf(texts);
    }

    /**
     * The levels of a column among these rows; empty when there are more than {@code most}.
     */
    public static Optional<Levels> of(Vector vector, int[] rows, int most) {
        int[] codes = new int[rows.length];
        List<String> texts = new ArrayList<>();
        Map<Object, Integer> seen = new HashMap<>();
        int[] byCode =
                vector instanceof CodeVector words ? filled(words.dictionary().size()) : new int[0];
        for (int index = 0; index < rows.length; index++) {
            int row = rows[index];
            if (vector.isMissing(row)) {
                codes[index] = -1;
            } else if (vector instanceof CodeVector words) {
                int code = words.codes()[row];
                if (byCode[code] < 0) {
                    byCode[code] = texts.size();
                    texts.add(words.dictionary().get(code));
                }
                codes[index] = byCode[code];
            } else {
                double value = ((NumberVector) vector).values()[row] + 0.0;
                codes[index] = seen.computeIfAbsent(value, one -> {
                    texts.add(vector.text(row));
                    return texts.size() - 1;
                });
            }
            if (texts.size() > most) {
                return Optional.empty();
            }
        }
        return Optional.of(new Levels(codes, texts));
    }

    private static int[] filled(int size) {
        int[] result = new int[size];
        Arrays.fill(result, -1);
        return result;
    }

    public int count() {
        return texts.size();
    }

    /** Rows by level and class, for labels of {@code classes} classes. */
    public long[][] table(int[] labels, int classes) {
        long[][] table = new long[count()][classes];
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0) {
                table[codes[row]][labels[row]]++;
            }
        }
        return table;
    }
}
