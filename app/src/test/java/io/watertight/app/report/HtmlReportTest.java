package io.watertight.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Catalogue;
import io.watertight.core.report.ReportOptions;
import io.watertight.core.report.SampleChecks;
import io.watertight.core.report.SampleReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

    private final HtmlReport writer = new HtmlReport(SampleChecks.catalogue());
    private final AuditReport report = new SampleReport().build();

    @Test
    void isOneFileThatLoadsNothing() throws IOException {
        String text = write(report, ReportOptions.DEFAULT);
        Document page = Jsoup.parse(text);

        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_000_000);
        assertThat(page.select("link, img, iframe, object, embed, script[src], [style], [onclick], base"))
                .isEmpty();
        assertThat(page.select("a[href]").eachAttr("href")).allMatch(link -> link.startsWith("#"));
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe");
    }

    @Test
    void everyLinkLeadsSomewhereAndNoIdIsUsedTwice() throws IOException {
        Document page = Jsoup.parse(write(report, ReportOptions.DEFAULT));
        List<String> ids = page.select("[id]").eachAttr("id");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("a[href]").eachAttr("href")).allMatch(link -> ids.contains(link.substring(1)));
        for (Element named : page.select("[aria-labelledby]")) {
            assertThat(ids).containsAll(List.of(named.attr("aria-labelledby").split(" ")));
        }
    }

    @Test
    void tellsVerdictFindingsQuestionsAndWhatWasNotChecked() throws IOException {
        Document page = Jsoup.parse(write(report, ReportOptions.DEFAULT));

        assertThat(page.select("h1").text()).isEqualTo("NOT VALID");
        assertThat(page.select("h2").eachText())
                .containsExactly(
                        "Read as",
                        "Findings ranked by proof",
                        "Questions that would change the verdict",
                        "Pictures",
                        "Failure modes",
                        "Not checked not passed",
                        "Checks",
                        "Provenance");
        assertThat(page.select("details.finding h3").eachText())
                .first()
                .isEqualTo("total_paid: The outcome is written in a column");
        assertThat(page.select("details.finding").get(0).hasAttr("open")).isTrue();
        assertThat(page.select("details.finding").get(1).hasAttr("open")).isFalse();
        assertThat(page.select("#questions code").eachText()).contains("--purpose future");
        assertThat(page.select("table.checks tbody tr")).hasSize(9);
        assertThat(page.select("#findings > ul").text()).contains("Accepted by M. Ernst until 2027-01-31");
    }

    @Test
    void showsTheChecksOwnWordsWithoutLettingThemAct() throws IOException {
        Document page = Jsoup.parse(write(report, ReportOptions.DEFAULT));
        Element first = page.select("#finding-1 .prose").first();

        assertThat(first).isNotNull();
        assertThat(first.select("strong").text()).isEqualTo("repaid in full");
        assertThat(first.select("table td code").text()).isEqualTo("total_paid");
        assertThat(first.text()).contains("<script>alert(\"raw\")</script>");
        assertThat(page.select("script")).hasSize(1);
    }

    @Test
    void offersTheFixAsADiffOfTheStudyFile() throws IOException {
        Document page = Jsoup.parse(write(report, ReportOptions.DEFAULT));

        assertThat(page.select("#finding-1 .diff pre").first().wholeText()).isEqualTo(" ignore:\n+  - total_paid");
        assertThat(page.select("#finding-3 .diff")).as("advice is no edit").isEmpty();
    }

    @Test
    void drawsFiveKindsOfPicturesEachWithAName() throws IOException {
        Document page = Jsoup.parse(write(report, ReportOptions.DEFAULT));

        assertThat(page.select("svg > title").eachText())
                .contains(
                        "Strength of each feature",
                        "Missing values by class",
                        "Rows over issued by part of the split",
                        "Classes of default by bin of total_paid",
                        "Example rows that belong together");
    }

    @Test
    void showsValuesOnlyWhenAllowedAndThenSaysSo() throws IOException {
        String shy = write(report, ReportOptions.DEFAULT);
        String open = write(report, ReportOptions.DEFAULT.withShowValues(true));

        assertThat(shy)
                .doesNotContain(SampleReport.secret())
                .doesNotContain("north")
                .contains("but no cell values");
        assertThat(Jsoup.parse(open).select("#finding-3 dd").text()).contains("region = ");
        assertThat(open).contains(SampleReport.secret()).contains("This page may hold cell values (--show-values)");
    }

    @Test
    void aReportWithoutFindingsOrPagesIsAPageToo() throws IOException {
        StringBuilder out = new StringBuilder();
        new HtmlReport(Catalogue.of())
                .write(new SampleReport().withoutFindings().build(), ReportOptions.DEFAULT, out);

        assertThat(Jsoup.parse(out.toString()).select("h1").text()).isEqualTo("NO LEAK FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</title></style></script><script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' autofocus onfocus='alert(1)",
                "right\u202Eto left",
                "clear\u001B[2J\u0000\u009B",
                "${page} @template <!-- ]]>",
                "javascript:alert(1)"
            })
    void nastyNamesStayText(String name) throws IOException {
        AuditReport nasty = new SampleReport()
                .leakCalled(name)
                .regionCalled(name + "2")
                .readFrom(name + ".csv")
                .build();
        String text = write(nasty, ReportOptions.DEFAULT.withShowValues(true));
        Document page = Jsoup.parse(text);
        Document honest = Jsoup.parse(write(report, ReportOptions.DEFAULT.withShowValues(true)));

        assertThat(tags(page)).isEqualTo(tags(honest));
        assertThat(attributes(page)).isEqualTo(attributes(honest));
        assertThat(page.select("script")).hasSize(1);
        assertThat(text.codePoints().filter(point -> point != '\n'))
                .noneMatch(point -> Character.isISOControl(point) || (point >= 0x202A && point <= 0x202E));
    }

    @Test
    void staysBelowAMegabyteHoweverWideTheTable() throws IOException {
        Random random = new Random(5);
        AuditReport wide = WideReport.of(report, 10_000, random);

        String text = write(wide, ReportOptions.DEFAULT);

        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_000_000);
        assertThat(text).contains("more findings are in the JSON report");
    }

    private static Set<String> tags(Document page) {
        Set<String> names = new TreeSet<>();
        page.getAllElements().forEach(element -> names.add(element.tagName()));
        return names;
    }

    private static Set<String> attributes(Document page) {
        Set<String> names = new TreeSet<>();
        page.getAllElements().forEach(element -> element.attributes().forEach(one -> names.add(one.getKey())));
        return names;
    }

    private String write(AuditReport what, ReportOptions options) throws IOException {
        StringBuilder out = new StringBuilder();
        writer.write(what, options, out);
        return out.toString();
    }
}
