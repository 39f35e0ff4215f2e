package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people get wrong ends in a sentence, a remedy and exit code 2. */
final class BadInputTest {

    @TempDir
    Path folder;

    @Test
    void missingFilesAndColumnsAreNamed() {
        Tables.cards(folder);

        Run.in(folder, "audit", "none.csv", "--target", "y").complains("none.csv");
        Run.in(folder, "audit", "applications.csv", "--target", "crd").complains("'crd'", "--target", "'card'");
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--group", "a+b")
                .complains("--group");
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--predict-at", "when+24h")
                .complains("'when'");
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--ignore", "zzz*")
                .complains("'zzz*'");
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--features", "none.txt")
                .complains("none.txt");
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--dictionary", "none.csv")
                .complains("none.csv");
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--study", "none.yml")
                .complains("none.yml");
        Run.in(folder, "audit", "--target", "card").complains("study.yml");
    }

    @Test
    void theTargetHasNoSecondRoleAndWordsAreNoTime() {
        Tables.cards(folder);

        for (String flag : new String[] {"--id", "--group", "--time", "--weight"}) {
            Run.in(folder, "audit", "applications.csv", "--target", "card", flag, "card")
                    .complains("'card'", "--target", flag);
        }
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--time", "owner")
                .complains("'owner'", "--time", "words");
    }

    @Test
    void wordsWithFiguresMayOrderRows() throws IOException {
        StringBuilder rows = new StringBuilder("quarter,height,y\n");
        for (int row = 0; row < 160; row++) {
            rows.append(2015 + row / 16).append('Q').append(1 + row / 4 % 4);
            rows.append(',')
                    .append(row * 37 % 101)
                    .append(',')
                    .append(row * 7 % 5 % 2)
                    .append('\n');
        }
        Files.writeString(folder.resolve("quarters.csv"), rows);

        Run.in(folder, "audit", "quarters.csv", "--target", "y", "--time", "quarter")
                .says("time = quarter");
    }

    @Test
    void wideTextIsReadAndNotCalledDamaged() throws IOException {
        StringBuilder rows = new StringBuilder("\ufeffname,y\n");
        for (int row = 0; row < 60; row++) {
            rows.append(row % 7 == 0 ? "Zoë" : "ann")
                    .append(',')
                    .append(row % 2)
                    .append('\n');
        }
        Files.writeString(folder.resolve("wide.csv"), rows, StandardCharsets.UTF_16LE);

        Run.in(folder, "audit", "wide.csv", "--target", "y").says("UTF-16LE").omits("damaged");
    }

    @Test
    void valuesThatAnOptionDoesNotTakeAreNamed() {
        Tables.cards(folder);
        String[][] wrong = {
            {"--task", "clasification"},
            {"--purpose", "past"},
            {"--horizon", "soon"},
            {"--known-at", "age"},
            {"--known-at", "age=event+x"},
            {"--type", "age=nmber"},
            {"--type", "age"},
            {"--budget", "0s"},
            {"--budget", "quick"},
            {"--memory", "lots"},
            {"--memory", "1kB"},
            {"--threads", "0"},
            {"--threads", "many"},
            {"--seed", "x"},
            {"--positive", "maybe"},
            {"--weight", "none"},
            {"--split", "none"},
            {"--engine", "spark"},
            {"--engine", "oracle"},
            {"--master", "local[2]"},
            {"--nonsense", "x"},
            {"--taret", "x"},
        };
        for (String[] option : wrong) {
            Run.in(folder, "audit", "applications.csv", "--target", "card", option[0], option[1])
                    .complains();
        }
    }

    @Test
    void optionsGivenTwiceOrWithoutAValueAreNamed() {
        Run.in(folder, "audit", "x.csv", "--target", "a", "--target", "b").complains("--target");
        Run.in(folder, "audit", "x.csv", "--target").complains("--target");
        Run.in(folder, "adit", "x.csv").complains("audit");
        Run.in(folder).complains("audit FILE");
    }

    @Test
    void tablesWithoutRowsOrColumnsAreRefused() {
        Tables.write(folder, "empty.csv", "");
        Tables.write(folder, "blank.csv", "\n\n\n");
        Tables.write(folder, "header.csv", "a,b,y\n");

        Run.in(folder, "audit", "empty.csv", "--target", "y").complains();
        Run.in(folder, "audit", "blank.csv", "--target", "y").complains();
        Run.in(folder, "audit", "header.csv", "--target", "y").complains("no rows");
        Run.in(folder, "audit", folder.toString(), "--target", "y").complains();
    }

    @Test
    void targetsThatCannotBePredictedAreRefused() {
        Tables.write(folder, "one.csv", "a,y\n1,1\n2,1\n3,1\n");
        Tables.write(folder, "none.csv", "a,y\n1,\n2,\n3,NaN\n");
        Tables.write(folder, "date.csv", "a,y\n1,2024-01-01\n2,2024-01-02\n3,2024-01-03\n");

        Run.in(folder, "audit", "one.csv", "--target", "y").complains("one value only");
        Run.in(folder, "audit", "none.csv", "--target", "y").complains("'y'");
        Run.in(folder, "audit", "date.csv", "--target", "y").complains("date");
        Run.in(folder, "audit", "one.csv", "--target", "y", "--task", "regression")
                .complains("one value only");
    }

    @Test
    void mixedEncodingsAreReadOrRefusedButNeverCrash() throws IOException {
        byte[] utf8 = "größe,y\ngrün,1\nblau,0\n".getBytes(StandardCharsets.UTF_8);
        byte[] latin = "größe,1\nweiß,0\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = new byte[utf8.length + latin.length];
        System.arraycopy(utf8, 0, both, 0, utf8.length);
        System.arraycopy(latin, 0, both, utf8.length, latin.length);
        Files.write(folder.resolve("mixed.csv"), both);

        Run run = Run.in(folder, "audit", "mixed.csv", "--target", "y", "--fail-on", "never");

        if (run.code() != 0) {
            run.complains("mixed.csv");
        }
    }

    @Test
    void aThousandColumnsWork() {
        StringBuilder text = new StringBuilder("y");
        for (int column = 0; column < 1_000; column++) {
            text.append(",x").append(column);
        }
        for (int row = 0; row < 40; row++) {
            text.append('\n').append(row % 2);
            for (int column = 0; column < 1_000; column++) {
                text.append(',').append((row * 31 + column * 17) % 23);
            }
        }
        Tables.write(folder, "wide.csv", text.append('\n').toString());

        Run run = Run.in(folder, "audit", "wide.csv", "--target", "y", "--fail-on", "never", "--format", "json");

        assertThat(run.code()).as(run.err()).isZero();
    }

    @Test
    void namesCannotCommandTheTerminal() {
        Tables.write(folder, "esc.csv", "\"\u001b[31mred\u0007\",y\n1,0\n2,1\n3,0\n4,1\n");

        Run wrong = Run.in(folder, "audit", "esc.csv", "--target", "\u001b[2Jx").complains();
        Run asked = Run.in(folder, "audit", "esc.csv").complains();
        Run fine = Run.in(folder, "audit", "esc.csv", "--target", "y", "--fail-on", "never");

        assertThat(wrong.err() + asked.err() + fine.out() + fine.err())
                .doesNotContain("\u001b")
                .doesNotContain("\u0007");
    }
}
