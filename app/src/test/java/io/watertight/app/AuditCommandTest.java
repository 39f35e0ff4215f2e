package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuditCommandTest {

    @TempDir
    Path folder;

    private List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }

    @Test
    void theBundledTableLeaksAndThePageLiesInTheWorkingFolder() {
        Tables.cards(folder);

        Run.in(folder, "audit", "applications.csv", "--target", "card")
                .exits(1)
                .says("NOT VALID", "expenditure", "share", "applications-audit.html");

        assertThat(files()).containsExactly(".watertight", "applications-audit.html", "applications.csv");
    }

    @Test
    void anHonestTableIsUndecidedAndPasses() {
        Tables.honest(folder, "h.csv");

        Run.in(folder, "audit", "h.csv", "--target", "y").exits(0);
        Run.in(folder, "audit", "h.csv", "--target", "y", "--require-valid").exits(3);
    }

    @Test
    void failOnDecidesWhatCounts() {
        Tables.cards(folder);

        Run.in(folder, "audit", "applications.csv", "--target", "card", "--fail-on", "never")
                .exits(0);
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--fail-on", "warning")
                .exits(1);
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--fail-on", "always")
                .complains("always", "never, warning, error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif", "junit", "markdown", "html"})
    void everyFormatGoesToStandardOutputAlone(String format) {
        Tables.cards(folder);

        Run run = Run.in(folder, "audit", "applications.csv", "--target", "card", "--format", format)
                .exits(1)
                .says("expenditure");

        assertThat(run.err()).isEmpty();
        assertThat(files()).containsExactly(".watertight", "applications.csv");
    }

    @Test
    void severalFormatsGoToAFolderThatIsMade() throws IOException {
        Tables.cards(folder);

        Run run = Run.in(
                        folder,
                        "audit",
                        "applications.csv",
                        "--target",
                        "card",
                        "--format",
                        "json,sarif",
                        "--format",
                        "junit,markdown,html,json",
                        "--output",
                        "deep/reports")
                .exits(1)
                .notes("Written: ");

        assertThat(run.out()).isEmpty();
        try (Stream<Path> reports = Files.list(folder.resolve("deep/reports"))) {
            assertThat(reports.map(file -> file.getFileName().toString()))
                    .hasSize(5)
                    .allMatch(name -> name.startsWith("applications-audit."));
        }
    }

    @Test
    void severalFormatsCannotShareStandardOutput() {
        Tables.cards(folder);

        Run.in(folder, "audit", "applications.csv", "--target", "card", "--format", "json,html")
                .complains("--output FOLDER");
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--format", "jsn")
                .complains("'jsn'", "'json'");
    }

    @Test
    void oneFormatGoesToOneFileWhoseEndingMaySayWhich() throws IOException {
        Tables.cards(folder);

        Run.in(folder, "audit", "applications.csv", "--target", "card", "--output", "out/report.json")
                .exits(1);
        assertThat(folder.resolve("out/report.json")).content().startsWith("{");

        Run.in(folder, "audit", "applications.csv", "--target", "card", "--format", "json", "--output", "-")
                .exits(1)
                .says("{");
        assertThat(files()).doesNotContain("-");
    }

    @Test
    void theDataIsNeverOverwritten() throws IOException {
        Path data = Tables.cards(folder);
        String before = Files.readString(data);

        Run.in(folder, "audit", "applications.csv", "--target", "card", "--output", "applications.csv")
                .complains("overwrite");

        assertThat(data).hasContent(before);
    }

    @Test
    void anUnwritableOutputIsAComplaintAndLeavesNoDraft() {
        Tables.cards(folder);
        Tables.write(folder, "file", "x");

        Run.in(folder, "audit", "applications.csv", "--target", "card", "--output", "file/report.txt")
                .complains("cannot be written");

        assertThat(files()).doesNotContain(".report.txt");
    }

    @Test
    void knownFindingsFailNoMoreNewOnesDoAndSolvedOnesAreNamed() throws IOException {
        Tables.cards(folder);
        String[] audit = {"audit", "applications.csv", "--target", "card", "--format", "text"};

        Run.in(folder, with(audit, "--write-baseline", "known/leaks.txt")).exits(0);
        Path baseline = folder.resolve("known/leaks.txt");
        assertThat(baseline).content().contains("expenditure").containsPattern("(?m)^[0-9a-f]{12}  # [a-z-]+ ");

        Run.in(folder, with(audit, "--baseline", "known/leaks.txt")).exits(0);
        Files.writeString(baseline, "0123456789ab  # old-check gone\n");
        Run.in(folder, with(audit, "--baseline", "known/leaks.txt"))
                .exits(1)
                .notes("Solved", "0123456789ab old-check gone");

        Files.writeString(baseline, "hello\n");
        Run.in(folder, with(audit, "--baseline", "known/leaks.txt")).complains("line 1", "'hello'");
        Run.in(folder, with(audit, "--baseline", "none.txt")).complains("none.txt");
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void checksCanBeChosenAndLeftOut() {
        Tables.cards(folder);

        Run.in(folder, "audit", "applications.csv", "--target", "card", "--checks", "target-missingness")
                .exits(0);
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--checks", "strong-feature, pure-region")
                .exits(1);
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--skip", "strong-featur")
                .complains("'strong-featur'", "you mean 'strong-feature'");
    }

    @Test
    void columnsCanBeLeftOutDeclaredAndChosen() {
        Tables.cards(folder);
        Tables.write(folder, "features.txt", "\uFEFFage\r\nincome\r\n\r\nreports\r\n");
        Tables.write(folder, "words.csv", "column,meaning,known-at\nshare,spending,after-outcome\n");

        Run.in(folder, "audit", "applications.csv", "--target", "card", "--ignore", "exp*", "--ignore", "share")
                .exits(0);
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--ignore", "expenditure,share")
                .exits(0);
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--features", "features.txt")
                .exits(0);
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--known-at", "age=after-outcome")
                .exits(1)
                .says("age");
        Run.in(folder, "audit", "applications.csv", "--target", "card", "--dictionary", "words.csv")
                .exits(1)
                .says("share");
    }

    @Test
    void theStudyCanBeDeclaredInFull() {
        Tables.honest(folder, "h.csv");
        Tables.rows(folder, "t.csv", 100, 8);

        Run.in(
                        folder,
                        "audit",
                        "h.csv",
                        "--test",
                        "t.csv",
                        "--target",
                        "y",
                        "--positive",
                        "1",
                        "--task",
                        "binary",
                        "--id",
                        "row_id",
                        "--group",
                        "patient",
                        "--group",
                        "patient+word",
                        "--time",
                        "day",
                        "--predict-at",
                        "day+24h",
                        "--horizon",
                        "30d",
                        "--purpose",
                        "future",
                        "--type",
                        "word=text",
                        "--seed",
                        "5",
                        "--memory",
                        "500MB",
                        "--threads",
                        "1",
                        "--budget",
                        "60s",
                        "--quiet",
                        "--no-progress",
                        "--fail-on",
                        "never",
                        "--known-at",
                        "a=always",
                        "--header",
                        "--delimiter",
                        ",",
                        "--format",
                        "text")
                .exits(0);
        Run.in(
                        folder,
                        "audit",
                        "h.csv",
                        "--target",
                        "y",
                        "--split-column",
                        "half",
                        "--weight",
                        "b",
                        "--fail-on",
                        "never")
                .exits(0);
    }

    @Test
    void aTargetIsNotNeededWhereRowsAloneAreJudged() {
        Tables.honest(folder, "h.csv");
        Tables.rows(folder, "t.csv", 100, 8);

        Run.in(folder, "audit", "h.csv", "--test", "t.csv", "--fail-on", "never")
                .exits(0);
        Run.in(folder, "audit", "h.csv", "--group", "patient", "--fail-on", "never")
                .exits(0);
        Run.in(folder, "audit", "h.csv", "--split", "half", "--fail-on", "never")
                .exits(0);
        Run.in(folder, "audit", "h.csv").complains("8 columns", "--target y");
    }

    @Test
    void theTargetIsOfferedWhereItIsLikely() {
        Tables.cards(folder);

        Run.in(folder, "audit", "applications.csv").complains("12 columns", "Maybe --target card");
    }

    @Test
    void delimitersAndHeadersCanBeTold() {
        Tables.write(folder, "tab.txt", "y\tx\n1\t2\n2\t3\n1\t4\n2\t5\n");
        Tables.write(folder, "pipe.txt", "y|x\n1|2\n2|3\n1|4\n2|5\n");

        for (String tab : List.of("\\t", "tab", "\t")) {
            Run.in(folder, "audit", "tab.txt", "--header", "--delimiter", tab, "--target", "y", "--fail-on", "never")
                    .exits(0);
        }
        Run.in(folder, "audit", "pipe.txt", "--delimiter", "|", "--target", "y", "--fail-on", "never")
                .exits(0);
        Run.in(folder, "audit", "pipe.txt", "--delimiter", "||", "--target", "y")
                .complains("'||'");
        Run.in(folder, "audit", "pipe.txt", "--header", "--no-header", "--target", "y")
                .complains("contradict");
    }

    @Test
    void namesWithPlusSpacesQuotesAndEmojiAreReachable() {
        StringBuilder text = new StringBuilder("\"a+b\",a,b,my col,\"say \"\"hi\"\"\",größe😀,x=y,--odd,@at,y\n");
        for (int row = 0; row < 60; row++) {
            text.append(row % 7 + "," + row % 5 + "," + row % 3 + "," + row + "," + row + "," + row % 11 + ","
                    + row % 13 + "," + row + "," + row + "," + row % 2 + "\n");
        }
        Tables.write(folder, "@odd names.csv", text.toString());

        Run run = Run.in(
                        folder,
                        "audit",
                        "@odd names.csv",
                        "--target",
                        "y",
                        "--group",
                        "a+b",
                        "--group",
                        "a+my col",
                        "--id",
                        "größe😀",
                        "--ignore",
                        "say \"hi\"",
                        "--known-at",
                        "x=y=always",
                        "--ignore",
                        "--odd",
                        "--ignore",
                        "@at",
                        "--fail-on",
                        "never",
                        "--format",
                        "json")
                .exits(0);

        assertThat(run.out()).contains("größe😀");
    }

    @Test
    void anInterruptedReaderIsNoFailureOfTheAudit() {
        Tables.cards(folder);
        java.io.PrintStream broken = new java.io.PrintStream(new java.io.OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        });

        int code = Main.run(
                new String[] {"audit", "applications.csv", "--target", "card", "--format", "text"},
                java.io.InputStream.nullInputStream(),
                broken,
                broken,
                folder,
                false);

        assertThat(code).isEqualTo(1);
    }
}
