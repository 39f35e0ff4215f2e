package io.watertight.ml.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Key;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.Part;
import io.watertight.core.study.Role;
import io.watertight.core.study.SplitSource;
import io.watertight.core.study.Study;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folds inside a fit belong to entities, not to the places where their rows stand. */
final class CrossFittingFoldsTest {

    private static final int FOLDS = 5;

    private static Study study(Key key) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("x", ColumnType.NUMBER, false, Role.FEATURE, false, KnownAt.UNKNOWN),
                new Column("y", ColumnType.NUMBER, false, Role.TARGET, false, KnownAt.UNKNOWN)));
        key.columns()
                .forEach(name ->
                        columns.add(new Column(name, ColumnType.TEXT, false, Role.GROUP, false, KnownAt.UNKNOWN)));
        return new Study(
                Declaration.builder().build(),
                columns,
                Optional.of(new Target("y", Task.REGRESSION, false, List.of(), 0)),
                SplitSource.NONE,
                List.of(),
                List.of(key),
                List.of(),
                List.of());
    }

    /** Words get their codes as they come, as in a file that is read from above. */
    private static CodeVector words(List<String> texts) {
        List<String> dictionary = texts.stream().distinct().toList();
        return new CodeVector(texts.stream().mapToInt(dictionary::indexOf).toArray(), dictionary);
    }

    private static int[] folds(Key key, List<List<String>> rows, long seed) {
        int count = rows.size();
        byte[] parts = new byte[count];
        Arrays.fill(parts, (byte) Part.TRAIN.ordinal());
        double[] numbers = IntStream.range(0, count).asDoubleStream().toArray();
        ColumnBatch batch = new ColumnBatch(
                IntStream.range(0, count).asLongStream().toArray(),
                parts,
                Map.of(
                        "x",
                        new NumberVector(numbers),
                        "y",
                        new NumberVector(numbers),
                        key.columns().get(0),
                        words(rows.stream().map(row -> row.get(0)).toList()),
                        key.columns().get(1),
                        words(rows.stream().map(row -> row.get(1)).toList())),
                count);
        return StudyData.of(batch, study(key)).training().innerFolds(FOLDS, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfRowsDoesNotMatter(long seed) {
        Random random = new Random(seed);
        Key key = Key.of("site", "patient");
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < 150; row++) {
            rows.add(List.of("s" + random.nextInt(4), "p" + random.nextInt(15)));
        }
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
        Collections.shuffle(order, random);

        int[] before = folds(key, rows, seed);
        int[] after = folds(key, order.stream().map(rows::get).toList(), seed);

        for (int row = 0; row < after.length; row++) {
            assertThat(after[row]).as("seed %d, row %d", seed, row).isEqualTo(before[order.get(row)]);
        }
        assertThat(Arrays.stream(before).distinct().count()).as("seed %d", seed).isEqualTo(FOLDS);
    }
}
