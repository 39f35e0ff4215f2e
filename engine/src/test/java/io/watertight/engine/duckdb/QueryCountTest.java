package io.watertight.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueryCountTest {

    @TempDir
    private Path folder;

    @Test
    void queriesGrowByAFewForEachHundredColumns() throws IOException {
        int few = queries(90);
        int many = queries(390);
        assertThat(few).isLessThanOrEqualTo(8);
        assertThat(many - few).isLessThanOrEqualTo(3 * 5);
    }

    /** Queries of a profile, a sample, a condition and a contingency table for each column. */
    private int queries(int columns) throws IOException {
        Path file = folder.resolve("wide" + columns + ".csv");
        String header =
                IntStream.range(0, columns).mapToObj(column -> "c" + column).collect(Collectors.joining(","));
        StringBuilder text = new StringBuilder("y," + header + "\n");
        for (int row = 0; row < 20; row++) {
            int number = row;
            text.append(row % 2).append(',');
            text.append(IntStream.range(0, columns)
                    .mapToObj(column -> String.valueOf(column * number % 7))
                    .collect(Collectors.joining(",")));
            text.append('\n');
        }
        Files.writeString(file, text);
        TableRequest request = TableRequest.of(List.of(file.toString()));
        try (Table table = new DuckDbEngine().open(request, Progress.NONE)) {
            int before = table.queries();
            table.profile();
            List<String> names = table.columns().stream().map(TableColumn::name).toList();
            table.scan(names, 1000, 1);
            Set<Statistic<?>> questions = new LinkedHashSet<>();
            for (String name : names) {
                questions.add(CountWhere.train(new Condition.IsMissing(name)));
                questions.add(new Contingency(name, new Binning.Cuts(new double[] {1, 3})));
            }
            Outcome outcome = new Outcome(new Target("y", Task.BINARY, false, List.of("0", "1"), 1), new double[0]);
            assertThat(table.compute(Optional.of(outcome), questions, Optional.empty())
                            .size())
                    .isEqualTo(questions.size());
            return table.queries() - before;
        }
    }
}
