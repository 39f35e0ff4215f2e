package io.watertight.engine.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows keep the order of their lines whatever their cells look like. Files of more than eight megabytes are read by several tasks, and an
 * expression that the database answers by a join loses the order then.
 */
final class RowOrderTest {

    private static final int ROWS = 250_000;

    private static final List<String> MISSING = List.of("NA", "NULL", "n/a", "", "-", "?");

    @TempDir
    Path folder;

    /** @param hint what the first column that is hard to guess holds: it decides by which way the file is read */
    @ParameterizedTest
    @ValueSource(strings = {"17", "NA", "word"})
    void aLineIsWhereItWas(String hint) throws Exception {
        Random random = new Random(17);
        StringBuilder text =
                new StringBuilder("line,hint,answer,mark,amount,share,comma,date,day,month,word,remark,other\n");
        for (int row = 0; row < ROWS; row++) {
            boolean gap = random.nextInt(20) == 0;
            String missing = MISSING.get(random.nextInt(MISSING.size()));
            int one = random.nextInt(1000);
            text.append(row).append(',');
            text.append(row < ROWS - 5 ? "" + one : hint).append(',');
            text.append(one % 2 == 0 ? "yes" : "No").append(',');
            text.append(gap ? missing : one % 2 == 0 ? "T" : "f").append(',');
            text.append("$").append(one).append(".50,");
            text.append(gap ? missing : one % 100 + "%").append(',');
            text.append("\"").append(one).append(",5\",");
            text.append("2024-0").append(1 + one % 9).append("-11,");
            text.append(1 + one % 12).append('/').append(1 + one % 28).append("/2023,");
            text.append(gap ? missing : "Mar-2" + one % 10).append(',');
            text.append(gap ? missing : "word " + one).append(',');
            text.append("remark that makes the line longer ")
                    .append(random.nextInt())
                    .append(',');
            text.append(gap ? "NULL" : "w" + one).append('\n');
        }

        try (Reading read = Reading.text(folder, "lines.csv", text.toString())) {
            assertThat(read.types()).contains("BOOLEAN", "TIME", "TEXT", "NUMBER");
            assertThat(read.query("SELECT count(*) FROM {} WHERE "
                            + read.relation().expressions().get("line") + " <> "
                            + read.relation().rowId()))
                    .containsExactly("0");
        }
    }
}
