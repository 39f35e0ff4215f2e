package io.watertight.testkit;

import io.watertight.core.data.Shingles;
import io.watertight.core.statistic.NearRepetition;
import io.watertight.core.statistic.NearRepetition.Cells;
import io.watertight.core.statistic.NearRepetition.Grain;
import io.watertight.core.statistic.NearRepetition.Texts;
import io.watertight.core.study.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Near rows by comparing every row with every other. */
final class PlainNear {

    private static final double LARGEST_WHOLE = 9e18;

    private final PlainTable table;
    private final NearRepetition question;
    private final Set<List<Long>> pairs = new LinkedHashSet<>();
    private final Set<Long> rows = new LinkedHashSet<>();
    private final Set<Long> testRows = new LinkedHashSet<>();

    PlainNear(PlainTable table, NearRepetition question) {
        this.table = table;
        this.question = question;
        for (int one = 0; one < table.rows().size(); one++) {
            for (int other = one + 1; other < table.rows().size(); other++) {
                if (isNear(one, other)) {
                    add(one, other);
                }
            }
        }
    }

    Set<List<Long>> pairs() {
        return pairs;
    }

    long nearRows() {
        return rows.size();
    }

    long nearTestRows() {
        return testRows.size();
    }

    private void add(int one, int other) {
        pairs.add(List.of((long) one, (long) other));
        rows.addAll(List.of((long) one, (long) other));
        Part first = table.parts().get(one);
        Part second = table.parts().get(other);
        if (first == Part.TEST && second == Part.TRAIN) {
            testRows.add((long) one);
        } else if (first == Part.TRAIN && second == Part.TEST) {
            testRows.add((long) other);
        }
    }

    private boolean isNear(int one, int other) {
        if (question.likeness() instanceof Cells cells) {
            long differing = cells.columns().stream()
                    .filter(grain -> !Objects.equals(cell(one, grain), cell(other, grain)))
                    .count();
            return differing > 0 && differing <= cells.differing(question.similarity());
        }
        String column = ((Texts) question.likeness()).column();
        String left = table.text(one, column);
        String right = table.text(other, column);
        return left != null
                && right != null
                && !left.equals(right)
                && Shingles.similarity(left, right) >= question.similarity();
    }

    private @Nullable Object cell(int row, Grain grain) {
        if (grain.width() == 0) {
            return table.value(row, grain.column());
        }
        Double number = table.number(row, grain.column());
        double cell = number == null ? Double.NaN : Math.floor(number / grain.width() + 0.5);
        return Math.abs(cell) < LARGEST_WHOLE ? Double.valueOf(cell + 0.0) : null;
    }
}
