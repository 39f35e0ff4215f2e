package io.watertight.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.split.Assignment;
import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Dependency;
import io.watertight.core.statistic.MomentsWhere;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import io.watertight.engine.duckdb.DuckDbEngine;
import io.watertight.testkit.SqlTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each task that reads a file dies once and runs again: what comes out is what the local engine finds, where nothing dies. */
final class LostTasksTest {

    private static final Set<Statistic<?>> QUESTIONS = new LinkedHashSet<>(List.of(
            CountWhere.train(new Condition.IsMissing("visits")),
            new Contingency("amount", new Binning.Cuts(new double[] {1, 2.5})),
            new MomentsWhere(Operand.column("amount"), Optional.empty(), Scope.ALL),
            new Dependency("customer", "closed", Scope.ALL),
            new Repetition(List.of("customer", "visits"))));

    private final Configuration settings = Opened.session().sparkContext().hadoopConfiguration();

    @TempDir
    private Path folder;

    private Path table() {
        return SqlTable.write(
                "SELECT range % 37 AS customer, range * 7 % 13 / 4.0 AS amount,"
                        + " CASE WHEN range % 5 > 0 THEN range * 31 % 17 END AS visits, range % 3 = 0 AS closed,"
                        + " CASE range % 3 WHEN 0 THEN 'yes' ELSE 'no' END AS churned FROM range(400)",
                folder.resolve("rows.parquet"));
    }

    @Test
    void answersStayTheSame() {
        Path file = table();
        List<Object> sound = answers(new DuckDbEngine(), file);

        List<Object> frail = new ArrayList<>();
        FrailFiles.during(settings, () -> frail.addAll(answers(new SparkEngine(), file)));

        assertThat(FrailFiles.LOSSES).hasValueGreaterThan(5);
        assertThat(frail).usingRecursiveComparison().isEqualTo(sound);
    }

    private static List<Object> answers(Engine engine, Path file) {
        Outcome outcome =
                new Outcome(new Target("churned", Task.BINARY, false, List.of("no", "yes"), 1), new double[0]);
        try (Table table = Opened.open(engine, Opened.request(file.toString()))) {
            Statistics answers = table.compute(Optional.of(outcome), QUESTIONS, Optional.empty());
            List<Object> result = new ArrayList<>();
            for (Statistic<?> question : QUESTIONS) {
                result.add(answers.get(question));
            }
            result.add(table.scan(List.of("amount"), 50, 1).rowIds());
            return result;
        }
    }

    @Test
    void aSplitHasTheSameLines() {
        Path file = table();
        List<String> sound = lines(new DuckDbEngine(), file);

        List<String> frail = new ArrayList<>();
        FrailFiles.during(settings, () -> frail.addAll(lines(new SparkEngine(), file)));

        assertThat(FrailFiles.LOSSES).hasValueGreaterThan(5);
        assertThat(frail).hasSizeGreaterThan(400).isEqualTo(sound);
    }

    private List<String> lines(Engine engine, Path file) {
        Path output = folder.resolve(engine.name() + ".csv");
        SplitPlan plan = new SplitPlan.Stratified(Shape.folds(2));
        Declaration study = Declaration.builder()
                .data(List.of(file.toString()))
                .target("churned")
                .build();
        return Audit.with(engine, AuditOptions.DEFAULT, Progress.NONE).with(study, (view, table) -> {
            table.assign(new Assignment(view.study(), plan, 5, output, Map.of()));
            try {
                return Files.readAllLines(output);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }
}
