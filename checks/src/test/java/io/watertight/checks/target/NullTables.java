package io.watertight.checks.target;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.TableProfile;
import io.watertight.core.data.Vector;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.Part;
import io.watertight.core.study.Role;
import io.watertight.core.study.SplitSource;
import io.watertight.core.study.Study;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Tables in memory of which no column knows anything about the target: what a check proposes on these is a false alarm. */
final class NullTables {

    static final int TABLES = 200;

    private NullTables() {}

    /** A table of eight columns of all kinds and 20 to 320 rows; {@code classes} is 0 for a numeric target. */
    static StudyView of(int seed, int classes) {
        Random random = new Random(seed);
        int rows = 20 + random.nextInt(300);
        Map<String, Vector> columns = new LinkedHashMap<>();
        columns.put("normal", numbers(rows, random::nextGaussian));
        columns.put("money", numbers(rows, () -> Math.round(Math.exp(random.nextGaussian()) * 1e4) / 100.0));
        columns.put("share", numbers(rows, random::nextDouble));
        columns.put("count", numbers(rows, () -> random.nextInt(4)));
        columns.put("flag", numbers(rows, () -> random.nextInt(2)));
        columns.put("paid", numbers(rows, () -> random.nextInt(3) == 0 ? random.nextInt(1000) : 0));
        columns.put("sparse", numbers(rows, () -> random.nextInt(5) == 0 ? random.nextInt(50) : Double.NaN));
        columns.put("word", words(rows, random, 2 + random.nextInt(8)));
        double rare = 0.1 + 0.4 * random.nextDouble();
        columns.put(
                "y",
                numbers(
                        rows,
                        classes == 0
                                ? () -> Math.round(random.nextGaussian() * 100) / 10.0
                                : () -> random.nextDouble() < rare ? 1 : random.nextInt(classes)));
        return view(columns, rows, classes);
    }

    private static StudyView view(Map<String, Vector> columns, int rows, int classes) {
        List<String> labels =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        Task task = classes == 0 ? Task.REGRESSION : classes == 2 ? Task.BINARY : Task.MULTICLASS;
        Target target = new Target("y", task, false, labels, classes == 2 ? 1 : 0);
        List<Column> described = new ArrayList<>();
        columns.forEach((name, vector) -> described.add(new Column(
                name,
                vector instanceof NumberVector ? ColumnType.NUMBER : ColumnType.TEXT,
                false,
                name.equals("y") ? Role.TARGET : Role.FEATURE,
                false,
                KnownAt.UNKNOWN)));
        Study study = new Study(
                Declaration.builder().data(List.of("table")).target("y").build(),
                described,
                Optional.of(target),
                SplitSource.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        ColumnBatch batch = new ColumnBatch(LongStream.range(0, rows).toArray(), new byte[rows], columns, rows);
        TableProfile profile = new TableProfile(rows, Map.of(Part.TRAIN, (long) rows), Map.of());
        return new StudyView(study, profile, batch, Optional.of(new Outcome(target, new double[0])), List.of(), true);
    }

    private static Vector numbers(int rows, DoubleSupplier next) {
        double[] values = new double[rows];
        Arrays.setAll(values, row -> next.getAsDouble());
        return new NumberVector(values);
    }

    private static Vector words(int rows, Random random, int levels) {
        int[] codes = new int[rows];
        Arrays.setAll(codes, row -> random.nextInt(levels));
        return new CodeVector(
                codes, IntStream.range(0, levels).mapToObj(code -> "w" + code).toList());
    }
}
