package io.watertight.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.watertight.core.report.ReportOptions;
import io.watertight.core.report.SampleChecks;
import io.watertight.core.report.SampleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page in a real browser. */
class BrowserTest {

    @TempDir
    private static Path folder;

    private static Chromium.Visit visit;
    private static Document page;

    @BeforeAll
    static void openThePage() throws IOException, InterruptedException {
        Optional<Chromium> browser = Chromium.installed();
        assumeTrue(
                browser.isPresent(),
                "No chromium, chromium-browser or google-chrome in PATH: install one to see the page in a browser.");
        StringBuilder out = new StringBuilder();
        new HtmlReport(SampleChecks.catalogue())
                .write(
                        new SampleReport()
                                .regionCalled("<img src=http://127.0.0.1/x onerror=alert(1)>")
                                .build(),
                        ReportOptions.DEFAULT,
                        out);
        Path file = folder.resolve("page.html");
        Files.writeString(file, out);
        visit = browser.get().open(file, folder);
        page = Jsoup.parse(visit.dom());
    }

    @Test
    void writesNothingToTheConsole() {
        assertThat(visit.console()).isEmpty();
    }

    @Test
    void asksNothingOfTheNetwork() {
        assertThat(visit.requests()).isEmpty();
    }

    @Test
    void thatIsNoFailureOfTheTrap(@TempDir Path other) throws IOException, InterruptedException {
        Path greedy = other.resolve("greedy.html");
        Files.writeString(greedy, "<!DOCTYPE html><title>x</title><img src='http://probe.example/x.png'>");

        Chromium.Visit greedyVisit = Chromium.installed().orElseThrow().open(greedy, other);

        assertThat(greedyVisit.requests()).anyMatch(line -> line.contains("probe.example"));
    }

    @Test
    void runsItsScript() {
        assertThat(page.select("html.js")).hasSize(1);
        assertThat(page.select("button.theme[hidden], form.filter[hidden]")).isEmpty();
        assertThat(page.select("button.press")).isNotEmpty();
    }

    @Test
    void hasTheExpectedHeadings() {
        assertThat(page.select("h1").text()).isEqualTo("NOT VALID");
        assertThat(page.select("h2").eachText())
                .contains("Findings ranked by proof", "Questions that would change the verdict", "Checks");
    }

    @Test
    void canBeReadWithAScreenReader() {
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("nav[aria-label]")).hasSize(1);
        assertThat(page.select("a.skip").attr("href")).isEqualTo("#main");
        assertThat(page.select("svg, img")).allSatisfy(BrowserTest::hasAName);
        assertThat(page.select("table")).allSatisfy(table -> {
            assertThat(table.select("th")).isNotEmpty();
            boolean ours = table.parents().stream().noneMatch(parent -> parent.hasClass("prose"));
            assertThat(!ours || table.select("caption").hasText()).isTrue();
            assertThat(!ours || table.select("th:not([scope])").isEmpty()).isTrue();
        });
        assertThat(page.select("input")).allSatisfy(input -> {
            boolean labelled = !input.id().isEmpty()
                    && !page.select("label[for=" + input.id() + "]").isEmpty();
            boolean wrapped = input.parent() != null && input.parent().tagName().equals("label");
            assertThat(labelled || wrapped).as(input.outerHtml()).isTrue();
        });
        assertThat(page.select("button")).allMatch(button -> button.hasText() || button.hasAttr("aria-label"));
    }

    @Test
    void headingsSkipNoLevel() {
        int last = 1;
        for (Element heading : page.select("h1, h2, h3, h4")) {
            int level = heading.tagName().charAt(1) - '0';
            assertThat(level).as(heading.text()).isLessThanOrEqualTo(last + 1);
            last = level;
        }
    }

    private static void hasAName(Element picture) {
        assertThat(picture.attr("role")).isEqualTo("img");
        assertThat(picture.children().first().tagName()).isEqualTo("title");
        assertThat(picture.children().first().text()).isNotBlank();
    }
}
