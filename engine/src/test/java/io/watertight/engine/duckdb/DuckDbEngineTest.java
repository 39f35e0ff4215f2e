package io.watertight.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.TableProfile;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.Sequence;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Part;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DuckDbEngineTest {

    @TempDir
    private Path folder;

    @Test
    void profilesSamplesAndCountsACsvFile() throws IOException {
        Path file = folder.resolve("loans.csv");
        Files.writeString(
                file,
                "amount,city,when,y\n1.5,Rome,2024-01-01,0\n,Oslo,2024-01-02,1\n3.5,Rome,2024-01-03,1\n1.5,Rome,2024-01-01,0\n");
        TableRequest request = TableRequest.of(List.of(file.toString()));
        try (Table table = new DuckDbEngine().open(request, Progress.NONE)) {
            TableProfile profile = table.profile();
            assertThat(profile.rows()).isEqualTo(4);
            assertThat(profile.rows(Part.TRAIN)).isEqualTo(4);
            assertThat(profile.column("amount").all().missing()).isEqualTo(1);
            assertThat(profile.column("amount").all().mean()).isEqualTo(6.5 / 3);
            assertThat(profile.column("when").all().minimum()).isEqualTo(1_704_067_200.0);

            ColumnBatch batch = table.scan(List.of("amount", "city", "when"), 100, 1);
            assertThat(batch.rowIds()).containsExactly(0, 1, 2, 3);
            assertThat(batch.numbers("amount")).containsExactly(1.5, Double.NaN, 3.5, 1.5);
            assertThat(((CodeVector) batch.column("city")).codes()).containsExactly(0, 1, 0, 0);

            Outcome outcome = new Outcome(new Target("y", Task.BINARY, false, List.of("0", "1"), 1), new double[0]);
            CountWhere count = CountWhere.train(
                    Condition.compare(Operand.column("amount"), Condition.Relation.GREATER, Operand.number(2)));
            Contingency contingency = new Contingency("city", new Binning.Levels(List.of("Rome")));
            Repetition repetition = new Repetition(List.of("amount", "city", "when", "y"));
            Sequence sequence = new Sequence(Optional.empty());
            Statistics answers = table.compute(
                    Optional.of(outcome), Set.of(count, contingency, repetition, sequence), Optional.empty());
            assertThat(answers.get(count).defined()).isEqualTo(3);
            assertThat(answers.get(count).matchedByClass()).containsExactly(0, 1);
            assertThat(answers.get(count).examples()).containsExactly(2L);
            assertThat(answers.get(contingency).total(0)).containsExactly(2, 1);
            assertThat(answers.get(contingency).total(1)).containsExactly(0, 1);
            assertThat(answers.get(repetition).surplusRows()).isEqualTo(1);
            assertThat(answers.get(sequence).samePairs()).isEqualTo(1);
        }
    }
}
