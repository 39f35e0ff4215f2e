package io.watertight.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.data.TableProfile;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import io.watertight.testkit.SqlTable;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class WideTableTest {

    /** Two thousand in the whole suite. */
    private static final int COLUMNS = Integer.getInteger("watertight.wide.columns", 300);

    @TempDir
    private Path folder;

    /** Half of the cells are missing, and half of the rows hold the same key. */
    @Test
    @Timeout(900)
    void manyColumnsAreProfiledAndCounted() {
        String columns = IntStream.range(0, COLUMNS)
                .mapToObj(column -> "CASE WHEN (range + " + column + ") % 2 = 0 THEN (range * " + (column + 1)
                        + ") % 17 END AS c" + column)
                .collect(Collectors.joining(", "));
        Path file = SqlTable.write(
                "SELECT " + columns + ", CASE WHEN range < 100 THEN 1 ELSE range END AS skewed,"
                        + " range % 2 AS y FROM range(200)",
                folder.resolve("wide.parquet"));
        try (Table table = Opened.bySpark(file.toString())) {
            TableProfile profile = table.profile();
            assertThat(profile.columns()).hasSize(COLUMNS + 2);
            assertThat(profile.column("c7").all().missing()).isEqualTo(100);
            Set<Statistic<?>> questions = new LinkedHashSet<>();
            for (TableColumn column : table.columns()) {
                questions.add(new Contingency(column.name(), new Binning.Cuts(new double[] {3, 9})));
            }
            Repetition key = new Repetition(List.of("skewed"));
            Repetition all = new Repetition(
                    table.columns().stream().map(TableColumn::name).toList());
            questions.add(key);
            questions.add(all);
            Outcome outcome = new Outcome(new Target("y", Task.BINARY, false, List.of("0", "1"), 1), new double[0]);
            Statistics answers = table.compute(Optional.of(outcome), questions, Optional.empty());
            assertThat(answers.size()).isEqualTo(questions.size());
            assertThat(answers.get(key).largest()).isEqualTo(100);
            // The first hundred rows come again after 2 * 17 rows.
            assertThat(answers.get(all).repeatedGroups()).isEqualTo(34);
        }
    }
}
