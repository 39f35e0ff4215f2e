package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.study.Signature;
import io.watertight.core.study.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model info sheet: what the run shows, what the audit found, and what only a person can say. */
final class InfoSheetTest {

    private static final List<String> MODES =
            List.of("## L1.1 ", "## L1.2 ", "## L1.3 ", "## L1.4 ", "## L2 ", "## L3.1 ", "## L3.2 ", "## L3.3 ");

    @TempDir
    Path folder;

    private String sheet(String... options) {
        List<String> words = new ArrayList<>(List.of(
                "evaluate", "h.csv", "--target", "y", "--learners", "linear", "--info-sheet", "sheet.md", "--format"));
        words.add("text");
        words.addAll(List.of(options));
        Run.in(folder, words.toArray(String[]::new)).exits(0).notes("Written: ");
        return read("sheet.md");
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name)).replace("\\", "");
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }

    private static String part(String sheet, String from, String to) {
        int start = sheet.indexOf(from);
        return sheet.substring(start, sheet.indexOf(to, start + from.length()));
    }

    @Test
    void theModesComeInTheOrderOfTheTaxonomyEachWithClaimProofAndQuestion() {
        Tables.honest(folder, "h.csv");

        String sheet = sheet();

        assertThat(MODES.stream().map(sheet::indexOf).toList()).isSorted().doesNotContain(-1);
        for (int mode = 0; mode < MODES.size(); mode++) {
            String next = mode + 1 < MODES.size() ? MODES.get(mode + 1) : "\n## ";
            assertThat(part(sheet, MODES.get(mode), next))
                    .contains("Claim: ", "Established by the run: ", "Audit: ", "Left to a person: ");
        }
    }

    @Test
    void theSheetSaysHowManyFitsThereWereAndThatNoneSawARowHeldOut() {
        Tables.honest(folder, "h.csv");

        assertThat(part(sheet(), "## L1.2 ", "## L1.3 "))
                .containsPattern("[1-9][\\d,]* fits of learners and preparing steps are in the log")
                .contains("0 rows that a fold held out were seen")
                .contains("Left to a person: Was the file imputed");
    }

    @Test
    void aDeclaredGroupIsVerifiedOnTheRowsAsTheyWereUsedAndAnIgnoredOneBreaksTheClaim() {
        Tables.honest(folder, "h.csv");

        assertThat(part(sheet("--group", "patient"), "## L3.2 ", "## L3.3 "))
                .contains("no group of 'patient' is on two sides of a fold")
                .doesNotContain("BROKEN");
        String ignoring = sheet("--group", "patient", "--plan", "random", "--allow-ignoring", "group");
        assertThat(part(ignoring, "## L3.2 ", "## L3.3 ")).contains("disregards the declared group patient");
        assertThat(part(ignoring, "| L3.2 |", "\n")).contains("does NOT hold");
        assertThat(part(ignoring, "| Do training", "\n")).contains("| no | NOT as wanted | Yes");
    }

    @Test
    void aDeclaredTimeIsVerified() {
        Tables.honest(folder, "h.csv");

        assertThat(part(sheet("--time", "day"), "## L3.1 ", "## L3.2 "))
                .contains("every training row is older than the period evaluated, along 'day'");
        assertThat(part(sheet("--time", "day"), "## L3.3 ", "\n## ")).contains("only trained on, or in no fold");
    }

    @Test
    void rowsThatAreCopiesAcrossFoldsAreCounted() throws IOException {
        Path honest = Tables.honest(folder, "once.csv");
        List<String> lines = Files.readAllLines(honest);
        List<String> twice = new ArrayList<>(lines);
        twice.addAll(lines.subList(1, 101));
        Files.write(folder.resolve("h.csv"), twice);

        String sheet = sheet("--tune", "none", "--ignore", "row_id");

        assertThat(part(sheet, "## L1.4 ", "## L2 ")).containsPattern("and 1[0-9]{2} in the target too");
        assertThat(part(sheet, "| Do training", "\n")).doesNotContain("| as wanted");
    }

    @Test
    void wantedAnswersAreYesNoYesNo() {
        Tables.honest(folder, "h.csv");

        List<String> wanted = sheet().lines()
                .filter(line -> line.startsWith("| Does every feature")
                        || line.startsWith("| Do training")
                        || line.startsWith("| Did resampling")
                        || line.startsWith("| Was anything chosen"))
                .map(line -> line.split("\\|", -1)[2].strip())
                .toList();

        assertThat(wanted).containsExactly("yes", "no", "yes", "no");
    }

    @Test
    void aLeakFoundByTheAuditStandsUnderItsModeAndTurnsTheFirstQuestion() {
        Tables.leaky(folder, "h.csv", 400, 7);

        String sheet = sheet("--tune", "none");

        assertThat(sheet).contains("NOT VALID");
        assertThat(part(sheet, "## L2 ", "## L3.1 "))
                .contains("Audit: Found: finding 1", "Audit: Finding 1 (error, ", "): copy ");
        assertThat(part(sheet, "| Does every feature", "\n")).contains("| yes | NOT as wanted | No: finding");
    }

    @Test
    void dataAreKnownByTheirHashRowsAndColumns() throws Exception {
        Path data = Tables.honest(folder, "h.csv");
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(data)));

        String sheet = sheet("--tune", "none", "--seed", "42");

        assertThat(part(sheet, "## Data", "## Provenance")).contains("400 rows and 8 columns", hash, "| h.csv |");
        assertThat(sheet).contains("seed 42", "Watertight ", "baseline", "95 %");
    }

    @Test
    void looksAtTheTestSetAreReadFromTheLedger() {
        Tables.honest(folder, "h.csv");

        assertThat(part(sheet("--tune", "none"), "## Looks", "## Answered")).contains("No test set is set aside");
        assertThat(part(sheet("--split", "half"), "## Looks", "## Answered"))
                .contains("in the ledger since", "no looks");
        Run.in(
                        folder,
                        "evaluate",
                        "h.csv",
                        "--target",
                        "y",
                        "--split",
                        "half",
                        "--learners",
                        "linear",
                        "--save-model",
                        "model.wt")
                .exits(0);
        Run.in(folder, "assess", "h.csv", "--target", "y", "--split", "half", "--model", "model.wt")
                .exits(0);
        String sheet = sheet("--split", "half");
        assertThat(part(sheet, "## Looks", "## Answered")).contains("Assessed, in the ledger since");
        assertThat(part(sheet, "## L1.1 ", "## L1.2 "))
                .contains("100 test rows stayed locked", "0 of them were seen by a fit", "Ledger: Assessed");
    }

    @Test
    void answersArePrintedWithNameAndDate() {
        Tables.honest(folder, "h.csv");
        Tables.write(folder, "study.yml", "data: h.csv   # from the clinic\ntarget: y\n");
        Run.in(folder, "answer", "l1.2", "No, the file holds raw readings", "--by", "Ada")
                .exits(0)
                .says("L1.2");
        String today = LocalDate.now(ZoneId.systemDefault()).toString();

        String sheet = sheet("--tune", "none");

        assertThat(part(sheet, "## L1.2 ", "## L1.3 "))
                .contains("Asked: Was the file imputed", "Answered by Ada on " + today + ": No, the file holds raw")
                .doesNotContain("Left to a person: Was the file");
        assertThat(part(sheet, "## Answered by people", "\n## ")).contains("| Ada | " + today + " |");
        assertThat(part(sheet, "| L1.2 |", "\n")).contains("answered");
        assertThat(part(sheet, "| L1.3 |", "\n")).contains("1 open");
        assertThat(read("study.yml")).startsWith("data: h.csv   # from the clinic\n");
        Run.in(folder, "answer", "L1.2", " ").complains("An answer needs words");
    }

    @Test
    void aStrongFeatureBlocksTheSignOffUntilSomebodyAnswersForIt() {
        Tables.honest(folder, "h.csv");

        String open = sheet("--tune", "none", "--ignore", "patient,half");
        assertThat(part(open, "## Is each", "\n## ")).contains("| a | 0.", "nobody has said", "Not signed off");

        String declared = sheet("--tune", "none", "--ignore", "patient,half", "--known-at", "*=always");
        assertThat(part(declared, "## Is each", "\n## "))
                .contains("always | declared in the study")
                .doesNotContain("nobody has said", "Not signed off");
    }

    @Test
    void anAnswerToTheAuditIsSignedToo() {
        Tables.cards(folder);
        Run.in(folder, "audit", "applications.csv", "--target", "card").exits(1);
        Run.in(folder, "answer", "1", "no", "--by", "Ben").exits(0);

        StudyFile study = StudyFile.read(folder.resolve("study.yml"));

        assertThat(study.declaration().answers()).hasSize(1).containsValue("no");
        Signature signature =
                study.declaration().signatures().values().iterator().next();
        assertThat(signature.by()).isEqualTo(Optional.of("Ben"));
        assertThat(signature.on()).contains(LocalDate.now(ZoneId.systemDefault()));
        assertThat(signature.question().orElseThrow()).endsWith("?");
        assertThat(signature.columns()).isNotEmpty();
    }

    @Test
    void anAcceptanceIsPrintedWithNameAndDate() {
        Tables.leaky(folder, "h.csv", 400, 7);
        Tables.write(folder, "study.yml", "data: h.csv\ntarget: y\n");
        Run.in(folder, "audit", "--format", "json").exits(1);
        Run.in(folder, "accept", "1", "--because", "a test of ours", "--by", "Cy")
                .exits(0);

        assertThat(part(sheet("--tune", "none"), "## L2 ", "## L3.1 "))
                .contains("Accepted by Cy on " + LocalDate.now(ZoneId.systemDefault()), "a test of ours");
    }

    @Test
    void twoFilesHaveAHashEach() {
        Tables.rows(folder, "h.csv", 300, 7);
        Tables.rows(folder, "later.csv", 100, 8);

        assertThat(part(sheet("--tune", "none", "--test", "later.csv"), "## Data", "## Provenance"))
                .containsPattern("\\| h.csv \\| [\\d,]+ \\| 300 \\| training \\| [0-9a-f]{64} \\|")
                .containsPattern("\\| later.csv \\| [\\d,]+ \\| 100 \\| test \\| [0-9a-f]{64} \\|");
    }

    @Test
    void aWrongPlaceIsRefusedBeforeAnyWorkIsDone() throws IOException {
        Tables.honest(folder, "h.csv");

        Run.in(folder, "evaluate", "h.csv", "--target", "y", "--info-sheet", "sheet.pdf")
                .complains("neither .md nor .html");
        Files.copy(folder.resolve("h.csv"), folder.resolve("h.md"));
        Run.in(folder, "evaluate", "h.md", "--target", "y", "--info-sheet", "h.md")
                .complains("would overwrite");
    }

    @Test
    void noCellValueIsInTheSheet() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Tables.honest(folder, "plain.csv")));
        lines.replaceAll(line -> line.replace(",red,", ",crimsonsecret,"));
        Files.write(folder.resolve("h.csv"), lines);

        assertThat(sheet("--tune", "none")).contains("## L3.3").doesNotContain("crimsonsecret");
    }
}
