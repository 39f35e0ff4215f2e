package io.watertight.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.watertight.app.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model info sheet as a page, of a real run. */
final class InfoSheetPageTest {

    private static final String NASTY = "<img src=http://127.0.0.1/x onerror=alert(1)>";

    @TempDir
    Path folder;

    private Path page() throws IOException {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder("\"" + NASTY + "\",b,y\n");
        for (int row = 0; row < 200; row++) {
            double a = random.nextGaussian();
            text.append(String.format(
                    Locale.ROOT,
                    "%.4f,%.4f,%d%n",
                    a,
                    random.nextGaussian(),
                    random.nextDouble() < 1 / (1 + Math.exp(-2 * a)) ? 1 : 0));
        }
        Files.writeString(folder.resolve("n.csv"), text);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                new String[] {
                    "evaluate",
                    "n.csv",
                    "--target",
                    "y",
                    "--learners",
                    "linear",
                    "--tune",
                    "none",
                    "--format",
                    "text",
                    "--info-sheet",
                    "sheet.html"
                },
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder,
                false);
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return folder.resolve("sheet.html");
    }

    @Test
    void everyModeIsASectionThatTheContentsLinkTo() throws IOException {
        Document page = Jsoup.parse(Files.readString(page()));

        for (Mode mode : Mode.values()) {
            assertThat(page.select("section#" + mode.id + " h2").text()).startsWith(mode.code);
            assertThat(page.select("nav a[href=#" + mode.id + "]")).hasSize(1);
        }
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("table caption")).isNotEmpty().allMatch(caption -> caption.hasText());
        assertThat(page.select("img")).isEmpty();
        assertThat(page.text()).contains(NASTY);
    }

    @Test
    void opensInABrowserWithoutAComplaint() throws IOException, InterruptedException {
        Optional<Chromium> browser = Chromium.installed();
        assumeTrue(browser.isPresent(), "No chromium, chromium-browser or google-chrome in PATH.");

        Chromium.Visit visit = browser.get().open(page(), folder);

        assertThat(visit.console()).isEmpty();
        assertThat(visit.requests()).isEmpty();
        assertThat(Jsoup.parse(visit.dom()).select("h2").eachText())
                .contains("Failure modes", "Four questions", "Scores", "Data");
    }

    /** The taxonomy as Kapoor and Narayanan number it. */
    private enum Mode {
        NO_TEST_SET("L1.1"),
        PREPROCESSING("L1.2"),
        SELECTION("L1.3"),
        DUPLICATES("L1.4"),
        FEATURES("L2"),
        TIME("L3.1"),
        DEPENDENCE("L3.2"),
        SAMPLING("L3.3");

        private final String code;
        private final String id;

        Mode(String code) {
            this.code = code;
            this.id = "mode-" + code.toLowerCase(Locale.ROOT).replace('.', '-');
        }
    }
}
