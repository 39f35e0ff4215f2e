package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.audit.Verdict;
import io.watertight.core.check.Finding;
import io.watertight.core.study.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java example of the README, run: the marked lines here are the lines printed there, but for the folders. */
final class ReadmeTest {

    private static final Path SOURCE = Path.of("src/test/java/io/watertight/app/ReadmeTest.java");

    @TempDir
    Path folder;

    @Test
    void theExampleOfTheReadmeRuns() {
        String data = Tables.cards(folder).toString();
        Path page = folder.resolve("applications-audit.html");

        // readme: begin
        AuditReport report = Watertight.study(data).target("card").audit();

        System.out.println(report.verdict());
        for (Finding finding : report.findings()) {
            System.out.println(finding.confidence() + " " + finding.columns() + ": " + finding.message());
        }
        Watertight.write(report, "html", page);
        // readme: end

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(page).exists();
        assertThat(Watertight.audit(Declaration.builder()
                                .data(List.of(data))
                                .target("card")
                                .build())
                        .findings())
                .hasSameSizeAs(report.findings());
        assertThat(Watertight.render(report, "text")).contains("NOT VALID");
    }

    @Test
    void theReadmeShowsTheExampleThatRuns() throws IOException {
        String source = Files.readString(SOURCE);
        int begin = source.indexOf('\n', source.indexOf("// readme: begin")) + 1;
        String example = source.substring(begin, source.indexOf("// readme: end", begin))
                .stripTrailing()
                .stripIndent()
                .replace("study(data)", "study(\"applications.csv\")")
                .replace("\"html\", page)", "\"html\", Path.of(\"applications-audit.html\"))");

        assertThat(Files.readString(Path.of("..", "README.md"))).contains("```java\n" + example + "\n```");
    }

    @Test
    void aStudyIsDeclaredWordByWord() {
        Declaration study = Watertight.study("a.csv", "b.csv")
                .target("y")
                .test("t.csv")
                .split("part")
                .group("site", "patient")
                .group("clinic")
                .time("day")
                .predictAt("day+24h")
                .knownAt("lab_*", "event+2d")
                .ignore("notes")
                .purpose(io.watertight.core.study.Purpose.GROUPS)
                .declaration();

        assertThat(study.data()).containsExactly("a.csv", "b.csv");
        assertThat(study.groups()).hasSize(2);
        assertThat(study.knownAt("lab_1").toString()).isEqualTo("event+2d");
        assertThat(study.predictAt().orElseThrow().toString()).isEqualTo("day+24h");
    }
}
