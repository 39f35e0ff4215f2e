package io.watertight.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.PartProfile;
import io.watertight.core.data.RowHash;
import io.watertight.core.data.TableProfile;
import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.MomentsWhere;
import io.watertight.core.statistic.NearRepetition;
import io.watertight.core.statistic.NearRepetitionReport;
import io.watertight.core.statistic.NewLevels;
import io.watertight.core.statistic.NewLevelsReport;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.TargetMeans;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Part;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every engine has to answer alike: each statistic over tables full of missing values, NaN, infinite numbers, -0.0, empty
 * words, emoji, quotes, duplicates and empty parts, compared with plain loops over the rows. Extend it and name the engine.
 */
public abstract class EngineConformance {

    private static final RecursiveComparisonConfiguration NEARLY = RecursiveComparisonConfiguration.builder()
            .withComparatorForType(EngineConformance::compare, Double.class)
            .build();

    @TempDir
    private Path folder;

    /** The engine under test. */
    protected abstract Engine engine();

    private static int compare(double left, double right) {
        double allowed = 1e-9 * Math.max(1, Math.max(Math.abs(left), Math.abs(right)));
        boolean same = Double.compare(left, right) == 0 || Math.abs(left - right) <= allowed;
        return same ? 0 : Double.compare(left, right);
    }

    private enum Goal {
        BINARY,
        MULTICLASS,
        REGRESSION
    }

    private static Outcome outcome(Goal goal) {
        return switch (goal) {
            case BINARY ->
                new Outcome(
                        new Target(HostileTables.CLASS, Task.BINARY, false, List.of("no", "yes"), 1), new double[0]);
            case MULTICLASS ->
                new Outcome(
                        new Target(HostileTables.WHOLE, Task.MULTICLASS, false, List.of("0", "3", "5", "7"), 0),
                        new double[0]);
            case REGRESSION ->
                new Outcome(
                        new Target(HostileTables.VALUE, Task.REGRESSION, false, List.of(), 0),
                        new double[] {0, 0.25, 0.5, 1, 1.5});
        };
    }

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        List<List<Part>> splits = List.of(
                List.of(Part.TRAIN, Part.TEST),
                List.of(Part.TRAIN),
                List.of(Part.TRAIN, Part.VALIDATION, Part.TEST),
                List.of(Part.TEST));
        long seed = 0;
        for (Goal goal : Goal.values()) {
            for (List<Part> parts : splits) {
                cases.add(Arguments.of(++seed, goal, parts, seed % 2 == 0, seed % 5 == 0 ? 3 : 150));
            }
        }
        // Engines that take long may ask for some of them: far apart, so that few still show every goal.
        int wanted = Math.min(cases.size(), Integer.getInteger("watertight.conformance.cases", cases.size()));
        return IntStream.range(0, wanted).mapToObj(index -> cases.get(index * 5 % cases.size()));
    }

    private Table open(PlainTable table, boolean split) {
        Path file = SqlTable.write(table.query(), folder.resolve("rows.parquet"));
        TableRequest request = TableRequest.of(List.of(file.toString()));
        return engine().open(split ? request.splitBy(PlainTable.PART) : request, Progress.NONE);
    }

    @ParameterizedTest(name = "seed {0}, {1}, {2}, profiled {3}, {4} rows")
    @MethodSource("cases")
    void answersEveryStatisticLikePlainLoops(long seed, Goal goal, List<Part> parts, boolean profiled, int rows) {
        PlainTable plain = new HostileTables(seed).table(rows, parts);
        Outcome outcome = outcome(goal);
        Map<Statistic<?>, Object> expected = expected(plain, outcome, goal != Goal.MULTICLASS);
        try (Table table = open(plain, true)) {
            if (profiled) {
                table.profile();
            }
            Statistics answers = table.compute(Optional.of(outcome), expected.keySet(), Optional.empty());
            expected.forEach((question, answer) -> {
                Object given = answers.get(question);
                if (answer instanceof NewLevelsReport report) {
                    assertSameLevels((NewLevels) question, (NewLevelsReport) given, report);
                } else {
                    assertThat(given)
                            .as("%s", question)
                            .usingRecursiveComparison(NEARLY)
                            .isEqualTo(answer);
                }
            });
        }
    }

    /** Where blocks are crowded or not looked at, an engine may miss pairs, but never invents one. */
    @ParameterizedTest(name = "seed {0}, {1}, {2}, profiled {3}, {4} rows")
    @MethodSource("cases")
    void meetsNearRowsLikePlainLoops(long seed, Goal goal, List<Part> parts, boolean profiled, int rows) {
        PlainTable plain = new HostileTables(seed).table(rows, parts);
        Set<Statistic<?>> questions = new LinkedHashSet<>(HostileQuestions.nearRepetitions());
        try (Table table = open(plain, true)) {
            if (profiled) {
                table.profile();
            }
            Statistics answers = table.compute(Optional.of(outcome(goal)), questions, Optional.empty());
            for (NearRepetition question : HostileQuestions.nearRepetitions()) {
                NearRepetitionReport report = answers.get(question);
                PlainNear near = new PlainNear(plain, question);
                assertThat(near.pairs()).as("%s", question).containsAll(report.examples());
                if (question.oneIn() > 1) {
                    assertThat(report.pairs()).as("%s", question).isBetween(0L, (long)
                            near.pairs().size());
                } else if (report.crowdedRows() == 0) {
                    assertThat(new long[] {report.rows(), report.pairs(), report.nearRows(), report.nearTestRows()})
                            .as("%s", question)
                            .containsExactly(rows, near.pairs().size(), near.nearRows(), near.nearTestRows());
                } else {
                    assertThat(report.pairs()).isBetween(1L, (long) near.pairs().size());
                }
            }
        }
    }

    private static void assertSameLevels(NewLevels question, NewLevelsReport given, NewLevelsReport all) {
        assertThat(new long[] {given.testLevels(), given.newLevels(), given.newRows(), given.testRows()})
                .as("%s", question)
                .containsExactly(all.testLevels(), all.newLevels(), all.newRows(), all.testRows());
        assertThat(given.texts()).hasSize((int) Math.min(10, all.newLevels()));
        if (!question.column().equals(HostileTables.TIME)) {
            assertThat(all.texts()).as("%s", question).containsAll(given.texts());
        }
    }

    private static Map<Statistic<?>, Object> expected(PlainTable plain, Outcome outcome, boolean hasMean) {
        PlainAnswers rows = new PlainAnswers(plain, outcome);
        PlainGroups groups = new PlainGroups(plain, outcome);
        Map<Statistic<?>, Object> expected = new LinkedHashMap<>();
        for (Scope scope : Scope.values()) {
            for (Condition condition : HostileQuestions.conditions()) {
                put(expected, new CountWhere(condition, scope), rows::answer);
            }
            HostileQuestions.tameOperands().forEach(operand -> {
                put(expected, new MomentsWhere(operand, Optional.empty(), scope), rows::answer);
                Condition where = new Condition.IsMissing(HostileTables.TEXT).negate();
                put(expected, new MomentsWhere(operand, Optional.of(where), scope), rows::answer);
            });
        }
        HostileQuestions.contingencies().forEach(question -> put(expected, question, rows::answer));
        HostileQuestions.dependencies().forEach(question -> put(expected, question, rows::answer));
        HostileQuestions.newLevels().forEach(question -> put(expected, question, rows::answer));
        HostileQuestions.timeSpans().forEach(question -> put(expected, question, rows::answer));
        HostileQuestions.sequences().forEach(question -> put(expected, question, rows::answer));
        HostileQuestions.repetitions().forEach(question -> put(expected, question, groups::answer));
        if (hasMean) {
            for (TargetMeans question : HostileQuestions.targetMeans()) {
                put(expected, question, groups::answer);
            }
        }
        return expected;
    }

    private static <Q extends Statistic<A>, A> void put(
            Map<Statistic<?>, Object> expected, Q question, Function<Q, A> answer) {
        expected.put(question, answer.apply(question));
    }

    @ParameterizedTest(name = "seed {0}, {1}, {2}, profiled {3}, {4} rows")
    @MethodSource("cases")
    void profilesEveryColumnOfEveryPart(long seed, Goal goal, List<Part> parts, boolean profiled, int rows) {
        PlainTable plain = new HostileTables(seed).table(rows, parts);
        PlainAnswers answers = new PlainAnswers(plain, outcome(goal));
        try (Table table = open(plain, true)) {
            TableProfile profile = table.profile();
            assertThat(profile.rows()).isEqualTo(rows);
            for (Map.Entry<String, String> column : plain.columns().entrySet()) {
                assertProfile(profile.column(column.getKey()).all(), plain, column.getKey(), answers.rows(Scope.ALL));
                for (Part part : Part.values()) {
                    List<Integer> ofPart = answers.rows(Scope.ALL).stream()
                            .filter(row -> plain.parts().get(row) == part)
                            .toList();
                    assertThat(profile.rows(part)).isEqualTo(ofPart.size());
                    @Nullable
                    PartProfile given = profile.column(column.getKey()).parts().get(part);
                    if (ofPart.isEmpty()) {
                        assertThat(given).isNull();
                    } else {
                        assertProfile(Objects.requireNonNull(given), plain, column.getKey(), ofPart);
                    }
                }
            }
        }
    }

    private static void assertProfile(PartProfile given, PlainTable plain, String column, List<Integer> rows) {
        long missing =
                rows.stream().filter(row -> plain.value(row, column) == null).count();
        long distinct = rows.stream()
                .map(row -> plain.value(row, column))
                .filter(value -> value != null)
                .distinct()
                .count();
        assertThat(given.rows()).isEqualTo(rows.size());
        assertThat(given.missing()).as(column).isEqualTo(missing);
        assertThat((double) given.distinct()).as(column).isCloseTo((double) distinct, within(1 + 0.2 * distinct));
        List<Double> numbers = rows.stream()
                .map(row -> plain.number(row, column))
                .filter(number -> number != null && Math.abs(number) < 1e100)
                .toList();
        boolean ordinary = numbers.size() + missing == rows.size() && plain.number(rows.get(0), column) != null;
        if (ordinary && !column.equals(HostileTables.FLAG)) {
            double mean =
                    numbers.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
            assertThat(given.mean()).as(column).isCloseTo(mean, within(1e-12 + 1e-12 * Math.abs(mean)));
            assertThat(given.minimum())
                    .isEqualTo(numbers.stream()
                            .mapToDouble(Double::doubleValue)
                            .min()
                            .orElse(Double.NaN));
            assertThat(given.maximum())
                    .isEqualTo(numbers.stream()
                            .mapToDouble(Double::doubleValue)
                            .max()
                            .orElse(Double.NaN));
        }
    }

    @ParameterizedTest(name = "seed {0}, {1}, {2}, profiled {3}, {4} rows")
    @MethodSource("cases")
    void takesAllRowsOfASmallTableIntoMemory(long seed, Goal goal, List<Part> parts, boolean profiled, int rows) {
        PlainTable plain = new HostileTables(seed).table(rows, parts);
        try (Table table = open(plain, true)) {
            ColumnBatch batch = table.scan(List.copyOf(plain.columns().keySet()), 1000, seed);
            assertThat(batch.isComplete()).isTrue();
            for (int row = 0; row < rows; row++) {
                assertThat(batch.rowIds()[row]).isEqualTo(row);
                assertThat(batch.part(row)).isEqualTo(plain.parts().get(row));
                for (String column : plain.columns().keySet()) {
                    boolean missing = batch.column(column).isMissing(row);
                    String text = missing ? null : batch.column(column).text(row);
                    assertThat(text).as("row %s of %s", row, column).isEqualTo(plain.text(row, column));
                }
            }
        }
    }

    @Test
    void drawsTheSameRowsAsTheHashOfTheirIds() {
        PlainTable plain = new HostileTables(7).table(2000, List.of(Part.TRAIN, Part.TEST));
        try (Table table = open(plain, true)) {
            ColumnBatch batch = table.scan(List.of(HostileTables.NUMBER), 500, 99);
            long threshold = RowHash.threshold(0.25);
            long[] expected = LongStream.range(0, 2000)
                    .filter(row -> RowHash.of(row, 99) < threshold)
                    .toArray();
            assertThat(batch.rowIds()).containsExactly(expected);
            assertThat(batch.totalRows()).isEqualTo(2000);
        }
    }

    @Test
    void withoutASplitEveryRowIsATrainingRow() {
        PlainTable plain = new HostileTables(8).table(40, List.of(Part.TRAIN));
        try (Table table = open(plain, false)) {
            assertThat(table.profile().partRows()).containsExactly(Map.entry(Part.TRAIN, 40L));
            CountWhere test = new CountWhere(new Condition.IsMissing(HostileTables.TEXT), Scope.TEST);
            CountWhere train = new CountWhere(new Condition.IsMissing(HostileTables.TEXT), Scope.TRAIN);
            Statistics answers = table.compute(Optional.empty(), Set.of(test, train), Optional.empty());
            assertThat(answers.get(test).rows()).isZero();
            assertThat(answers.get(train).rows()).isEqualTo(40);
            assertThat(answers.get(train).definedByClass()).isEmpty();
        }
    }

    @Test
    void listsColumnsInFileOrderWithTheirTypes() {
        PlainTable plain = new HostileTables(9).table(60, List.of(Part.TRAIN, Part.TEST));
        try (Table table = open(plain, true)) {
            assertThat(table.isOrdered()).isTrue();
            Map<String, ColumnType> types = new LinkedHashMap<>();
            for (TableColumn column : table.columns()) {
                types.put(column.name(), column.type());
            }
            assertThat(List.copyOf(types.keySet()).subList(0, plain.columns().size()))
                    .containsExactlyElementsOf(plain.columns().keySet());
            assertThat(types)
                    .containsEntry(HostileTables.NUMBER, ColumnType.NUMBER)
                    .containsEntry(HostileTables.TEXT, ColumnType.TEXT)
                    .containsEntry(HostileTables.FLAG, ColumnType.BOOLEAN)
                    .containsEntry(HostileTables.TIME, ColumnType.TIME);
        }
    }

    @Test
    void withoutBudgetLeftQuestionsAreDeferredWithThatReason() {
        PlainTable plain = new HostileTables(10).table(50, List.of(Part.TRAIN, Part.TEST));
        Set<Statistic<?>> questions = new LinkedHashSet<>(HostileQuestions.repetitions());
        try (Table table = open(plain, true)) {
            Statistics answers =
                    table.compute(Optional.of(outcome(Goal.BINARY)), questions, Optional.of(Duration.ZERO));
            assertThat(answers.size()).isZero();
            for (Statistic<?> question : questions) {
                assertThat(catchThrowable(() -> answers.get(question)))
                        .isInstanceOf(Statistics.Unanswered.class)
                        .hasMessage("deferred by --budget 0s");
            }
        }
    }
}
