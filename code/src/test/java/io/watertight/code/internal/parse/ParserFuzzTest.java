package io.watertight.code.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.internal.parse.RandomPrograms.Piece;
import io.watertight.code.syntax.Parsed;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParserFuzzTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void programsBecomeTheTreesTheyWereMadeFrom(long seed) {
        var programs = new RandomPrograms(new Random(seed));
        for (int i = 0; i < 40; i++) {
            Piece program = programs.program();
            Parsed parsed = Cells.parse(program.code());

            assertThat(parsed.problem())
                    .as("seed %d, program %d:%n%s", seed, i, program.code())
                    .isEmpty();
            assertThat(Trees.text(parsed.body()))
                    .as("seed %d, program %d:%n%s", seed, i, program.code())
                    .isEqualTo(program.tree());
            SpanTest.assertSpans(parsed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void mutantsAreReadOrRefusedInTime(long seed) {
        var programs = new RandomPrograms(new Random(seed));
        for (int i = 0; i < 40; i++) {
            String mutant = programs.mutant(programs.program().code());
            long start = System.nanoTime();
            Parsed parsed = Cells.parse(mutant);

            assertThat(System.nanoTime() - start)
                    .as("seed %d, mutant %d:%n%s", seed, i, mutant)
                    .isLessThan(10_000_000_000L);
            SpanTest.assertSpans(parsed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void aBrokenStatementLeavesItsNeighbours(long seed) {
        var programs = new RandomPrograms(new Random(seed));
        for (int i = 0; i < 20; i++) {
            String broken = "x = = 1\n";
            Parsed parsed =
                    Cells.parse("before = 1\n" + broken + programs.program().code() + "after = 1\n");

            assertThat(parsed.problem()).contains("Line 2 was not read: invalid syntax.");
            assertThat(Trees.text(parsed.body()))
                    .startsWith("[Assign([before] 1)")
                    .endsWith("Assign([after] 1)]");
        }
    }
}
