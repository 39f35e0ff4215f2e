package io.watertight.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Place;
import io.watertight.core.check.Severity;
import io.watertight.core.lint.LintReport;
import io.watertight.core.report.LintReports;
import io.watertight.core.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintHtmlTest {

    @TempDir
    private Path folder;

    private static String write(LintReport report) throws IOException {
        StringBuilder out = new StringBuilder();
        new LintHtml(LintReports.rules()).write(report, ReportOptions.DEFAULT, out);
        return out.toString();
    }

    @Test
    void isOneFileThatLoadsNothing() throws IOException {
        Document page = Jsoup.parse(write(LintReports.full()));

        assertThat(page.select("link, img, iframe, object, embed, script[src], [style], [onclick], base"))
                .isEmpty();
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'; style-src 'sha256-");
    }

    @Test
    void everyLinkLeadsSomewhereAndNoIdIsUsedTwice() throws IOException {
        Document page = Jsoup.parse(write(LintReports.full()));
        List<String> ids = page.select("[id]").eachAttr("id");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("a[href]").eachAttr("href")).allMatch(link -> ids.contains(link.substring(1)));
        for (Element named : page.select("[aria-labelledby]")) {
            assertThat(ids).containsAll(List.of(named.attr("aria-labelledby").split(" ")));
        }
    }

    @Test
    void marksTheAccusedLineAndNumbersTheFlow() throws IOException {
        Document page = Jsoup.parse(write(LintReports.full()));
        Element script = page.selectFirst("#finding-2");

        assertThat(script.select(".line.accused i").eachText()).containsExactly("6");
        assertThat(script.select(".line.step b").eachText()).containsExactly("1", "2", "3", "4");
        assertThat(script.select(".line.step i").eachText()).containsExactly("3", "6", "7", "10");
        assertThat(script.select("ol.flow li")).hasSize(4);
        assertThat(script.select(".edit .out").eachText()).containsExactly("-X = scaler.fit_transform(X)");
        assertThat(script.select(".edit .in").eachText()).contains("+X_test = scaler.transform(X_test)");
        assertThat(page.selectFirst("#finding-1").select(".listing .file").eachText())
                .containsExactly("analysis/a b.ipynb, cell 4", "analysis/a b.ipynb, cell 6");
    }

    @Test
    void saysWhatWasNotAnalysedAndWhatIsSuppressed() throws IOException {
        Document page = Jsoup.parse(write(LintReports.full()));

        assertThat(page.select("h1").text()).isEqualTo("LEAKS FOUND");
        assertThat(page.select("#open dt").eachText()).contains("broken.ipynb", "src/spark.py");
        assertThat(page.select("#suppressed li").text()).contains("only a smoke test");
        assertThat(page.select("#files tbody tr")).hasSize(5);
        assertThat(page.text()).doesNotContain("secret");
        assertThat(Jsoup.parse(write(LintReports.clean())).select("h1").text()).isEqualTo("NO LEAK FOUND");
    }

    @Test
    void codeIsTextWhateverItHolds() throws IOException {
        Place place = new Place("<b>.py", 0, 1, 0, 1, 4, 1, "x = '<script>alert(1)</script>\u202E'");

        Document page = Jsoup.parse(
                write(LintReports.with(LintReports.at(place, Severity.ERROR, Confidence.HIGH, "<i>m</i>"))));

        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("#findings b.x, #findings .message i")).isEmpty();
        assertThat(page.select(".line span").text())
                .contains("<script>alert(1)</script>")
                .doesNotContain("\u202E");
    }

    @Test
    void headingsSkipNoLevel() throws IOException {
        int last = 1;
        for (Element heading : Jsoup.parse(write(LintReports.full())).select("h1, h2, h3, h4")) {
            int level = heading.tagName().charAt(1) - '0';
            assertThat(level).as(heading.text()).isLessThanOrEqualTo(last + 1);
            last = level;
        }
    }

    @Test
    void aBrowserShowsItWithoutAComplaint() throws IOException, InterruptedException {
        Optional<Chromium> browser = Chromium.installed();
        assumeTrue(browser.isPresent(), "No chromium, chromium-browser or google-chrome in PATH.");
        Path file = folder.resolve("page.html");
        Files.writeString(file, write(LintReports.full()));

        Chromium.Visit visit = browser.get().open(file, folder);

        assertThat(visit.console()).isEmpty();
        assertThat(visit.requests()).isEmpty();
        Document page = Jsoup.parse(visit.dom());
        assertThat(page.select("html.js")).hasSize(1);
        assertThat(page.select("form.filter[hidden]")).isEmpty();
        assertThat(page.select("button.press")).isNotEmpty();
    }
}
