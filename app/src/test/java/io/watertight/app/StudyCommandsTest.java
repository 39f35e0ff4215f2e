package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.study.Declaration;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.Purpose;
import io.watertight.core.study.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands around the study file: init, answer, accept, and the audit that reads it. */
final class StudyCommandsTest {

    @TempDir
    Path folder;

    private Declaration study() {
        return StudyFile.read(folder.resolve("study.yml")).declaration();
    }

    @Test
    void withoutATerminalGuessesAreWrittenAsGuesses() {
        Tables.honest(folder, "h.csv");

        Run.in(folder, "init", "h.csv", "--target", "y").exits(0).says("study.yml");

        assertThat(folder.resolve("study.yml"))
                .content()
                .contains("# id: row_id   # guess: ")
                .contains("# time: day");
        assertThat(study().data()).containsExactly("h.csv");
        assertThat(study().target()).contains("y");
        assertThat(study().ids()).isEmpty(); // a guess declares nothing
        assertThat(study().knownAt()).containsEntry("a", KnownAt.UNKNOWN).doesNotContainKey("y");
        assertThat(study().types()).containsKeys("a", "y", "word");
        assertThat(study().purpose()).isEmpty();
    }

    @Test
    void theStudyOfInitGivesTheSameFindings() {
        Tables.cards(folder);
        String direct = Run.in(folder, "audit", "applications.csv", "--target", "card", "--format", "sarif")
                .out();

        Run.in(folder, "init", "applications.csv", "--target", "card").exits(0);

        assertThat(fingerprints(
                        Run.in(folder, "audit", "--format", "sarif").exits(1).out()))
                .isEqualTo(fingerprints(direct));
    }

    private static java.util.List<String> fingerprints(String text) {
        return java.util.regex.Pattern.compile("[0-9a-f]{12}")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void onATerminalTheOpenQuestionsAreAsked() {
        Tables.honest(folder, "h.csv");

        Run.typing("yes\nperhaps\nno\nno\nday\nfuture\nno\nno\nno\n", folder, "init", "h.csv", "--target", "y")
                .exits(0)
                .says("row_id", "Please answer yes or no");

        assertThat(study().ids()).hasSize(1);
        assertThat(study().times()).isEmpty();
        assertThat(study().purpose()).contains(Purpose.FUTURE);
        assertThat(study().predictAt().orElseThrow().column()).isEqualTo("day");
    }

    @Test
    void aPersonWhoHangsUpLeavesTheGuesses() {
        Tables.honest(folder, "h.csv");

        Run.typing("", folder, "init", "h.csv", "--target", "y").exits(0);

        assertThat(study().ids()).isEmpty();
    }

    @Test
    void aStudyFileIsNotOverwrittenUnasked() throws IOException {
        Tables.honest(folder, "h.csv");
        Tables.write(folder, "study.yml", "target: y  # mine\n");

        Run.in(folder, "init", "h.csv", "--target", "y").complains("study.yml", "--force");
        assertThat(folder.resolve("study.yml")).content().isEqualTo("target: y  # mine\n");

        Run.in(folder, "init", "h.csv", "--target", "y", "--force").exits(0);
        assertThat(folder.resolve("study.yml")).content().contains("data: h.csv");
    }

    @Test
    void aStudyElsewhereNamesItsDataFromThere() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Tables.honest(folder, "data/h.csv");

        Run.in(folder, "init", "data/h.csv", "--target", "y", "--study", "studies/h.yml")
                .exits(0);

        assertThat(StudyFile.read(folder.resolve("studies/h.yml")).declaration().data())
                .containsExactly(Path.of("..", "data", "h.csv").toString());
        Run.in(folder, "audit", "--study", "studies/h.yml").exits(0);
        assertThat(folder.resolve("studies/.watertight/last.json")).exists();
    }

    @Test
    void initNeedsATarget() {
        Tables.honest(folder, "h.csv");

        Run.in(folder, "init", "h.csv").complains("--target y");
    }

    @Test
    void anAnswerBeginsTheStudyAndTheNextAuditKnows() {
        Tables.cards(folder);
        Run.in(folder, "audit", "applications.csv", "--target", "card").exits(1);

        Run.in(folder, "answer", "1", "no").exits(0).says("study.yml", "after-outcome");

        assertThat(study().target()).contains("card");
        assertThat(study().knownAt()).containsValue(KnownAt.AFTER_OUTCOME);
        assertThat(study().answers()).hasSize(1);
        Run.in(folder, "audit", "--format", "json").exits(1).says("proven");
    }

    @Test
    void answersKeepTheCommentsOfTheStudy() throws IOException {
        Tables.cards(folder);
        String text = "data: applications.csv   # from the bank\n# do not touch\ntarget: card\n";
        Tables.write(folder, "study.yml", text);
        Run.in(folder, "audit").exits(1);

        Run.in(folder, "answer", "1", "event+2d").exits(0);

        assertThat(folder.resolve("study.yml")).content().startsWith(text).contains("event+2d");
    }

    @Test
    void answersThatAreNoneAreRefused() {
        Tables.cards(folder);

        Run.in(folder, "answer", "1", "yes").complains("audit");
        Run.in(folder, "audit", "applications.csv", "--target", "card").exits(1);
        Run.in(folder, "answer", "1", "perhaps").complains("'perhaps'");
        Run.in(folder, "answer", "77", "yes").complains("77");
        Run.in(folder, "answer", "x", "yes").complains("x");
        assertThat(folder.resolve("study.yml")).doesNotExist();
    }

    @Test
    void acceptedFindingsFailNothingUntilTheirDay() throws IOException {
        Tables.cards(folder);
        Run.in(folder, "audit", "applications.csv", "--target", "card").exits(1);

        for (int round = 0;
                round < 6
                        && Run.in(folder, "audit", "applications.csv", "--target", "card")
                                        .code()
                                == 1;
                round++) {
            Run.in(
                            folder,
                            "accept",
                            "1",
                            "--because",
                            "we sell the \"past\": fine",
                            "--by",
                            "Ada",
                            "--until",
                            "2999-12-31")
                    .exits(0);
        }

        Run.in(folder, "audit").exits(0);
        assertThat(study().acceptances()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.by()).contains("Ada");
            assertThat(one.because()).isEqualTo("we sell the \"past\": fine");
        });
        Path file = folder.resolve("study.yml");
        Files.writeString(file, Files.readString(file).replace("2999-12-31", "2001-01-01"));
        Run.in(folder, "audit").exits(1);
    }

    @Test
    void acceptancesNeedAReasonAFindingAndADayToCome() {
        Tables.cards(folder);
        Run.in(folder, "audit", "applications.csv", "--target", "card").exits(1);

        Run.in(folder, "accept", "1").complains("--because");
        Run.in(folder, "accept", "1", "--because", " ").complains("reason");
        Run.in(folder, "accept", "99", "--because", "x").complains("99");
        Run.in(folder, "accept", "ffffffffffff", "--because", "x").complains("ffffffffffff");
        Run.in(folder, "accept", "1", "--because", "x", "--until", "soon").complains("soon");
        Run.in(folder, "accept", "1", "--because", "x", "--until", "2001-01-01").complains("over");
    }

    @Test
    void aStudyOfTheSameDataAppliesToAFileNamedOnTheCommandLine() {
        Tables.cards(folder);
        Tables.honest(folder, "h.csv");
        Tables.write(folder, "study.yml", "data: applications.csv\ntarget: card\nignore: [expenditure, share]\n");

        Run.in(folder, "audit", "applications.csv").exits(0).notes("study.yml", "applied");
        assertThat(Run.in(folder, "audit", "h.csv", "--target", "y").exits(0).err())
                .doesNotContain("study.yml");
    }

    @Test
    void aWrongStudyIsNamedWithItsLine() {
        Tables.write(folder, "study.yml", "data: x.csv\ntagret: y\n");

        Run.in(folder, "audit").complains("study.yml, line 2", "'tagret'", "'target'");
    }
}
