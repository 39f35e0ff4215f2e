package io.watertight.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.ml.regression.Advice;
import io.watertight.ml.regression.Regression;
import io.watertight.ml.regression.RegressionSheet;
import io.watertight.ml.regression.Robust;
import io.watertight.ml.regression.Step;
import io.watertight.ml.regression.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The regression sheet as a page. */
final class RegressionPageTest {

    private static final String NASTY = "<img src=http://127.0.0.1/x onerror=alert(1)>";

    private static String page(int rows, boolean showValues) throws IOException {
        Random random = new Random(3);
        double[] x = random.doubles(rows).map(ignored -> random.nextGaussian()).toArray();
        double[] y = IntStream.range(0, rows)
                .mapToDouble(row -> 1_000_000 + 5_000 * x[row] + 1_000 * random.nextGaussian())
                .toArray();
        Map<String, Vector> columns = new LinkedHashMap<>();
        columns.put(NASTY, new NumberVector(x));
        columns.put("y", new NumberVector(y));
        ColumnBatch batch =
                new ColumnBatch(IntStream.range(0, rows).asLongStream().toArray(), new byte[rows], columns, rows);
        RegressionSheet sheet = Regression.of(batch, "y", List.of(NASTY), true, Optional.of(Robust.HC3));
        Advice advice = new Advice(
                "5 random folds",
                0.9,
                List.of(new Suggestion(
                        Step.FORM, "logarithm", new Suggestion.Gain(0.1, 0.05, 0.15), new Suggestion.Cost(0.2, 3))));
        StringBuilder out = new StringBuilder();
        RegressionReport report =
                new RegressionReport("data", List.of(), sheet, Optional.of(advice), showValues, "test");
        SheetWriters.write(report.toSheet(), report::json, "html", 100, false, out);
        return out.toString();
    }

    @Test
    void hasFourPicturesThatCanBeReadWithoutEyes() throws IOException {
        Document page = Jsoup.parse(page(60, false));

        assertThat(page.select("svg")).hasSize(4).allSatisfy(picture -> {
            assertThat(picture.attr("role")).isEqualTo("img");
            assertThat(picture.children().first().tagName()).isEqualTo("title");
            assertThat(picture.select("> desc").text()).contains("60 rows").contains("row ");
        });
        assertThat(page.select("table")).isNotEmpty().allSatisfy(table -> {
            assertThat(table.select("caption").hasText()).isTrue();
            assertThat(table.select("th:not([scope])")).isEmpty();
        });
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("h2").eachText()).contains("Coefficients", "What to try next", "Pictures");
        assertThat(page.select("nav a").eachAttr("href"))
                .allSatisfy(link -> assertThat(page.select(link)).hasSize(1));
    }

    @Test
    void namesOfColumnsStayText() throws IOException {
        Document page = Jsoup.parse(page(60, false));

        assertThat(page.select("img")).isEmpty();
        assertThat(page.text()).contains(NASTY);
    }

    @Test
    void axesTellTheTargetsUnitsOnlyWhereValuesMayBeShown() throws IOException {
        assertThat(page(60, false)).doesNotContain(">1000000<").contains("in standard deviations");
        assertThat(page(60, true)).contains(">1000000<").contains("This page may hold cell values");
    }

    @Test
    void manyRowsDrawAFewThousandPointsAndSaySo() throws IOException {
        Document page = Jsoup.parse(page(20_000, false));

        assertThat(page.select("svg").first().select("circle")).hasSizeBetween(1_500, 2_100);
        assertThat(page.select("figcaption").first().text()).contains("2,000 of 20,000 points are drawn");
    }

    @Test
    void opensWithoutComplaintsAndWithoutANetwork(@TempDir Path folder) throws IOException, InterruptedException {
        Optional<Chromium> browser = Chromium.installed();
        assumeTrue(browser.isPresent(), "No chromium in PATH.");
        Path file = Files.writeString(folder.resolve("page.html"), page(60, false));

        Chromium.Visit visit = browser.get().open(file, folder);

        assertThat(visit.console()).isEmpty();
        assertThat(visit.requests()).isEmpty();
        assertThat(Jsoup.parse(visit.dom()).select("button.theme[hidden]")).isEmpty();
    }
}
