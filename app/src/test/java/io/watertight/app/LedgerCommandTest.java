package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.ml.ledger.AssessmentPolicy;
import io.watertight.ml.ledger.AssessmentSubject;
import io.watertight.ml.ledger.Ledger;
import io.watertight.ml.ledger.TestSetIdentity;
import io.watertight.ml.ledger.TestSetSketcher;
import io.watertight.ml.ledger.WriterIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerCommandTest {

    @TempDir
    Path folder;

    private void fill() {
        TestSetIdentity set = new TestSetSketcher(List.of("x"), List.of())
                .add(new ColumnBatch(
                        new long[] {0, 1}, new byte[2], Map.of("x", new NumberVector(new double[] {1, 2})), 2))
                .identity();
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        Ledger ledger = Ledger.open(folder, clock, new WriterIdentity("Ann", "ann"));
        ledger.lock(set, "loans", new AssessmentPolicy.Recorded());
        ledger.inspect(set, "audit: \u001b[31mlabel shift");
        ledger.assess(set, new AssessmentSubject("ab".repeat(32), "AUC", "first try"))
                .score(0.75, OptionalDouble.of(0.01));
        assertThat(ledger.assess(set, new AssessmentSubject("cd".repeat(32), "AUC", ""))
                        .needsTrainingScore())
                .isFalse();
    }

    @Test
    void withoutALedgerTheHistoryIsUnknown() {
        Run.in(folder, "ledger", "show").exits(0).says("History unknown");
        Run.in(folder, "ledger", "verify").complains("no ledger");
        Run.in(folder, "ledger", "verify", "--study", "nowhere/study.yml").complains("nowhere");
        Run.in(folder, "ledger").exits(2);
    }

    @Test
    void everyLookIsShown() {
        fill();

        String out = Run.in(folder, "ledger", "show")
                .exits(0)
                .says(
                        "of loans, 2 rows, policy record",
                        "Tuned on, in the ledger since 2026-11-22: 2 looks; picking the best of them may add up to 0.012",
                        "2026-11-22T12:00:00Z  Ann  assessed abababababab: AUC 0.75, first try",
                        "assessed cdcdcdcdcdcd: AUC interrupted, no score was told",
                        "inspected: audit:")
                .out();

        assertThat(out).as("nothing steers the terminal").doesNotContain("\u001b");
    }

    @Test
    void aSoundLedgerIsToldFromAnAlteredOne() throws IOException {
        fill();
        Run.in(folder, "ledger", "verify").exits(0).says("5 entries in 1 chain: sound.");

        Path file = folder.resolve("watertight-ledger/ann.jsonl");
        Files.writeString(file, Files.readString(file).replace("first try", "best try "));

        Run.in(folder, "ledger", "verify")
                .exits(1)
                .says("watertight-ledger/ann.jsonl, line 3: the entry was altered", "not sound");
        Run.in(folder, "ledger", "show").exits(0).says("Mind: watertight-ledger/ann.jsonl, line 3");
    }

    @Test
    void helpNamesTheCommands() {
        Run.in(folder, "ledger", "--help").exits(0).says("show", "verify");
        Run.in(folder, "ledger", "verify", "--help").exits(0).says("Exit codes:");
    }
}
