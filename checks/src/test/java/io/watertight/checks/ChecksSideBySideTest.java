package io.watertight.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Catalogue;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Finding;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Resources;
import io.watertight.core.study.Declaration;
import io.watertight.engine.duckdb.DuckDbEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks propose side by side; nobody may tell from the report. */
final class ChecksSideBySideTest {

    private static final long SEED = 3;

    @TempDir
    private Path folder;

    private Path table() throws IOException {
        Random random = new Random(SEED);
        List<String> lines = new ArrayList<>(List.of("y,copy,noise,word,gap,constant"));
        for (int row = 0; row < 500; row++) {
            int y = random.nextInt(2);
            lines.add(y + "," + (y == 1 ? "yes" : "no") + "," + random.nextGaussian() + ",w" + random.nextInt(6) + ","
                    + (y == 1 ? "" : random.nextInt(90)) + ",7");
        }
        Path file = folder.resolve("table.csv");
        Files.write(file, lines);
        return file;
    }

    private static AuditReport audit(Path file, int threads) {
        AuditOptions options = new AuditOptions(
                Set.of(),
                Set.of(),
                Optional.empty(),
                AuditOptions.DEFAULT.seed(),
                OptionalInt.empty(),
                new Resources(OptionalLong.empty(), OptionalInt.of(threads)),
                Optional.empty(),
                Optional.empty());
        Declaration declaration =
                Declaration.builder().data(List.of(file.toString())).target("y").build();
        return new Audit(new DuckDbEngine(), Optional.empty(), Catalogue.load(), options, Progress.NONE)
                .run(declaration);
    }

    @Test
    void threadsChangeNoFinding() throws IOException {
        Path file = table();
        AuditReport alone = audit(file, 1);
        AuditReport together = audit(file, 4);
        assertThat(alone.count(CheckStatus.FAILED)).isZero();
        assertThat(alone.findings()).isNotEmpty();
        assertThat(together.findings().stream().map(Finding::toString).toList())
                .as("seed %d", SEED)
                .isEqualTo(alone.findings().stream().map(Finding::toString).toList());
        assertThat(together.checks().stream()
                        .map(check -> check.id() + check.status())
                        .toList())
                .isEqualTo(alone.checks().stream()
                        .map(check -> check.id() + check.status())
                        .toList());
    }
}
