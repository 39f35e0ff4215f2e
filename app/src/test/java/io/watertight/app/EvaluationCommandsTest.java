package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a table to an honest number, as the command line gives it. */
final class EvaluationCommandsTest {

    @TempDir
    Path folder;

    private Run run(String command, String... options) {
        List<String> words = new ArrayList<>(List.of(command, "h.csv", "--target", "y"));
        words.addAll(List.of(options));
        return Run.in(folder, words.toArray(String[]::new));
    }

    private static JsonNode json(Run run) {
        return new JsonMapper().readTree(run.exits(0).out());
    }

    @Test
    void baselinesStandBesideEveryLearner() {
        Tables.honest(folder, "h.csv");

        JsonNode result = json(run("evaluate", "--learners", "linear", "--tune", "none", "--format", "json"));

        List<String> standings = new ArrayList<>();
        result.get("learners")
                .forEach(learner -> standings.add(learner.get("standing").asString()));
        assertThat(standings).containsExactly("candidate", "constant", "single_feature", "linear");
        JsonNode linear = result.get("learners").get(0).get("scores").get("AUC");
        assertThat(linear.get("value").asDouble()).isBetween(0.6, 0.85);
        assertThat(linear.get("low").asDouble()).isLessThan(linear.get("value").asDouble());
        JsonNode constant = result.get("learners").get(1).get("scores").get("AUC");
        assertThat(constant.get("value").asDouble()).isEqualTo(0.5);
    }

    @Test
    void withoutAFormatThereIsTextHereAndAPageInTheFolder() throws Exception {
        Tables.honest(folder, "h.csv");

        run("evaluate", "--learners", "linear")
                .exits(0)
                .says("AUC 0.", "Scores", "logistic regression", "baseline", "Chosen inside the folds", "best inner")
                .notes("Written: ");
        assertThat(Files.readString(folder.resolve("h-evaluation.html")))
                .contains("<svg", "Scores with their intervals");
    }

    @Test
    void aDeclaredGroupDecidesTheSplitAndIsNotIgnoredSilently() {
        Tables.honest(folder, "h.csv");

        run("evaluate", "--group", "patient", "--learners", "linear", "--tune", "none")
                .exits(0)
                .says("by whole groups of 'patient'");
        run("evaluate", "--group", "patient", "--plan", "random").complains("patient", "--allow-ignoring");
        run("evaluate", "--group", "patient", "--plan", "random", "--allow-ignoring", "group", "--learners", "linear")
                .exits(0)
                .says("IGNORING declared 'patient'");
    }

    @Test
    void whatIsDeclaredToComeTooLateReachesNoFit() {
        Tables.leaky(folder, "h.csv", 400, 7);

        JsonNode found = json(run("evaluate", "--learners", "linear", "--tune", "none", "--format", "json"));
        JsonNode honest = json(run(
                "evaluate",
                "--known-at",
                "copy=after-outcome",
                "--learners",
                "linear",
                "--tune",
                "none",
                "--format",
                "json"));

        assertThat(found.get("learners")
                        .get(0)
                        .get("scores")
                        .get("AUC")
                        .get("value")
                        .asDouble())
                .isGreaterThan(0.99);
        assertThat(honest.get("learners")
                        .get(0)
                        .get("scores")
                        .get("AUC")
                        .get("value")
                        .asDouble())
                .isLessThan(0.85);
        assertThat(honest.get("tooLate").get(0).asString()).isEqualTo("copy");
    }

    /** The column is the answer, but half of its values come a day after the prediction: those are no help. */
    @Test
    void valuesThatBecomeKnownLaterAreMissing() throws IOException {
        StringBuilder table = new StringBuilder("due,known,result,noise,sick\n");
        Random random = new Random(5);
        for (int row = 0; row < 400; row++) {
            int sick = random.nextInt(2);
            int day = 10 + row % 10;
            String known = "2024-01-" + (row % 2 == 0 ? day - 1 : day + 1);
            table.append("2024-01-" + day + "," + (known.endsWith("-9") ? "2024-01-09" : known) + "," + sick + "."
                    + random.nextInt(100) + "," + random.nextInt(1000) + "," + sick + "\n");
        }
        Files.writeString(folder.resolve("lab.csv"), table);

        List<String> scores = new ArrayList<>();
        for (String knownAt : List.of("always", "known")) {
            JsonNode report = json(Run.in(
                    folder,
                    "evaluate",
                    "lab.csv",
                    "--target",
                    "sick",
                    "--predict-at",
                    "due",
                    "--allow-ignoring",
                    "time",
                    "--plan",
                    "stratified",
                    "--ignore",
                    "known",
                    "--known-at",
                    "result=" + knownAt,
                    "--learners",
                    "linear",
                    "--tune",
                    "none",
                    "--format",
                    "json"));
            scores.add(report.get("notYetKnown") + " "
                    + (report.get("learners")
                                    .get(0)
                                    .get("scores")
                                    .get("AUC")
                                    .get("value")
                                    .asDouble()
                            > 0.95));
        }

        assertThat(scores).containsExactly("{} true", "{\"result\":200} false");
    }

    @Test
    void theTestSetStaysOutOfTheEvaluation() {
        Tables.honest(folder, "h.csv");

        JsonNode all = json(run("evaluate", "--learners", "linear", "--tune", "none", "--format", "json"));
        JsonNode open =
                json(run("evaluate", "--split", "half", "--learners", "linear", "--tune", "none", "--format", "json"));

        assertThat(all.get("rows").get("evaluated").asInt()).isEqualTo(400);
        assertThat(open.get("rows").get("evaluated").asInt()).isEqualTo(300);
        assertThat(open.get("rows").get("locked").asInt()).isEqualTo(100);
    }

    @Test
    void aTestShareHoldsOutOnceInsteadOfFolds() {
        Tables.honest(folder, "h.csv");

        run("evaluate", "--test-share", "0.25", "--learners", "linear", "--tune", "none")
                .exits(0)
                .says("25 % held out");
        run("columns", "--columns", "a,b", "--time", "day", "--test-share", "0.25", "--learners", "linear")
                .exits(0)
                .says("before and after along 'day'");
        run("evaluate", "--test-share", "0.25", "--folds", "3").complains("contradict", "--test-share 0.25");
    }

    @Test
    void aLookAtTheTestSetIsCountedAndASecondOneIsRefusedWhereThePolicySaysSo() {
        Tables.honest(folder, "h.csv");
        run("evaluate", "--split", "half", "--learners", "linear", "--save-model", "model.wt")
                .exits(0);

        JsonNode first =
                json(run("assess", "--split", "half", "--model", "model.wt", "--policy", "once", "--format", "json"));
        assertThat(first.get("told").asDouble()).isBetween(0.5, 0.9);
        assertThat(first.get("testRows").asInt()).isEqualTo(100);
        assertThat(first.get("history").get("looks").asInt()).isEqualTo(1);

        run("assess", "--split", "half", "--model", "model.wt").complains("its policy allows one assessment");
        Run.in(folder, "ledger", "verify").exits(0);
    }

    @Test
    void aSavedModelIsTheSameModelAgainAndKnowsOtherRows() throws Exception {
        Tables.honest(folder, "h.csv");
        run("evaluate", "--split", "half", "--learners", "linear", "--save-model", "model.wt")
                .exits(0);

        double first = json(run("assess", "--split", "half", "--model", "model.wt", "--format", "json"))
                .get("told")
                .asDouble();
        double second = json(run("assess", "--split", "half", "--model", "model.wt", "--format", "json"))
                .get("told")
                .asDouble();
        assertThat(second).isEqualTo(first);

        run("assess", "--split", "half", "--model", "model.wt", "--ignore", "b").complains("are not the same");
    }

    @Test
    void theTestSetIsEnteredAsItComesInAndAnAuditIsAnInspection() {
        Tables.honest(folder, "h.csv");

        run("evaluate", "--split", "half", "--learners", "linear", "--tune", "none")
                .exits(0)
                .notes("is set aside");
        run("evaluate", "--split", "half", "--learners", "linear", "--tune", "none")
                .exits(0);
        run("audit", "--split", "half", "--format", "text").says("Read as");

        Run.in(folder, "ledger", "show").exits(0).says("inspected once");
    }

    @Test
    void aCurveAndPermutationsAreToldWhenAskedFor() {
        Tables.honest(folder, "h.csv");

        run("evaluate", "--learners", "linear", "--tune", "none", "--curve", "--permutations", "19")
                .exits(0)
                .says("More rows, and luck", "Fitted on", "from 19 permutations");
        run("evaluate", "--permutations", "-1").complains("--permutations -1");
    }

    @Test
    void scoresOfAnyToolAreAssessedByRow() {
        Tables.honest(folder, "h.csv");
        StringBuilder scores = new StringBuilder("row,score\n");
        for (int row = 100; row >= 1; row--) {
            scores.append(row).append(",0.5\n");
        }
        Tables.write(folder, "scores.csv", scores.toString());

        JsonNode result = json(run("assess", "--split", "half", "--scores", "scores.csv", "--format", "json"));
        assertThat(result.get("told").asDouble()).isEqualTo(0.5);

        Tables.write(folder, "few.csv", "score\n0.5\n0.5\n");
        run("assess", "--split", "half", "--scores", "few.csv").complains("2 scores for 100 test rows");
        run("assess", "--split", "half").complains("Nothing is given to assess");
        run("assess", "--scores", "scores.csv").complains("There is no test set");
    }

    /** The learner would leave a file behind if it were ever run. */
    @Test
    void whatCannotBeDoneAfterwardsIsRefusedBeforeTheFirstFit() throws Exception {
        Tables.honest(folder, "h.csv");
        Files.createDirectory(folder.resolve("models"));
        String fit = "touch " + folder.resolve("fitted") + " {train} {test} {columns} {out}";

        run("evaluate", "--fit", fit, "--permutations", "100001").complains("--permutations 100001");
        run("evaluate", "--fit", fit, "--save-model", "model.wt").complains("--fit", "--learners");
        run("evaluate", "--learners", "linear", "--save-model", "models").complains("models is a folder");
        run("evaluate", "--learners", "linear", "--save-model", "h.csv").complains("overwrite the data");
        run("evaluate", "--split", "half", "--learners", "linear", "--rows", "60", "--save-model", "model.wt")
                .complains("A model of", "of 400 rows cannot be saved", "--rows 400");

        // Neither the learner's mark, nor a ledger with the test set, nor a report: nothing came before the refusal.
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("h.csv", "models");
    }

    @Test
    void whatCannotBeScoredLeavesNoTraceInALedger() {
        Tables.honest(folder, "h.csv");
        Tables.write(folder, "scores.csv", "score\n" + "0.5\n".repeat(100));

        run("assess", "--split", "half", "--scores", "scores.csv", "--policy", "thresholdout")
                .complains("Thresholdout", "--model FILE");
        run("assess", "--split", "half", "--scores", "scores.csv", "--measure", "RMSE")
                .complains("The measure RMSE is not defined on the training rows (binary)");
        assertThat(Ledger.read(folder).exists()).isFalse();
    }

    @Test
    void splitsAreComparedWithAScoreToWhichNothingIsFitted() {
        Tables.honest(folder, "h.csv");

        run("compare", "--group", "patient", "--splits", "random,group", "--learners", "linear", "--tune", "none")
                .exits(0)
                .says("'random' gives AUC", "'group'", "not paired", "'a' as it is", "IGNORING declared 'patient'");
        run("compare", "--splits", "random").complains("One split cannot be compared");
    }

    @Test
    void aColumnIsSwitchedOnAndOffOnTheSameFolds() {
        Tables.leaky(folder, "h.csv", 400, 7);

        JsonNode result = json(
                run("columns", "--columns", "copy,b", "--learners", "linear", "--tune", "none", "--format", "json"));
        List<String> names = new ArrayList<>();
        result.get("arms").forEach(arm -> names.add(arm.get("name").asString()));
        assertThat(names)
                .containsExactly(
                        "all columns", "none of them", "'copy' alone", "'b' alone", "without 'copy'", "without 'b'");
        assertThat(result.get("arms").get(0).get("value").asDouble()).isGreaterThan(0.99);
        assertThat(result.get("arms").get(4).get("belowAll").get("low").asDouble())
                .isPositive();

        run("columns", "--columns", "copi").complains("There is no feature 'copi'", "you mean 'copy'");
    }

    @Test
    void blanksAboutCommasArePartOfNoName() {
        Tables.honest(folder, "h.csv");
        String[] quick = {"--learners", " linear ,", "--tune", "none", "--format", " JSON ,json"};
        List<String> words = new ArrayList<>(List.of("--columns", "a, b", "--measure", " AUC , log loss"));
        words.addAll(List.of(quick));

        assertThat(json(run("columns", words.toArray(String[]::new)))
                        .get("arms")
                        .size())
                .isEqualTo(6);
        run("compare", "--splits", "random , stratified", "--learners", "linear", "--tune", "none")
                .exits(0)
                .says("'stratified'");
        run(
                        "evaluate",
                        "--plan",
                        "spatial",
                        "--places",
                        "a, b",
                        "--cell",
                        "0.5",
                        "--learners",
                        "linear",
                        "--tune",
                        "none")
                .exits(0)
                .says("'a'");
        run("audit", "--ignore", "word, patient", "--format", "json").exits(0);
    }

    @Test
    void aFormatThatDoesNotExistIsRefusedAlikeByEveryCommand() {
        Tables.honest(folder, "h.csv");

        for (String command : List.of("audit", "evaluate", "columns", "compare", "regress")) {
            run(command, "--format", "htlm").complains("There is no format 'htlm'.", "you mean 'html'");
        }
    }

    @Test
    void theAuditSaysWhatALeakIsWorth() {
        Tables.leaky(folder, "h.csv", 400, 7);

        run("audit", "--price", "--format", "text").exits(1).says("Price: AUC", "(cost, not guilt)");
        JsonNode finding = new JsonMapper()
                .readTree(run("audit", "--price", "--format", "json").exits(1).out())
                .get("findings")
                .get(0);
        assertThat(finding.get("price").get("difference").asDouble()).isGreaterThan(0.1);
        assertThat(finding.get("price").get("low").asDouble()).isPositive();
    }

    @Test
    void wrongWordsAreNamedWithTheRightOnes() {
        Tables.honest(folder, "h.csv");

        run("evaluate", "--learners", "bosting").complains("bosting", "boosting");
        run("evaluate", "--measure", "AUX").complains("AUX", "AUC");
        run("evaluate", "--folds", "1").complains("--folds 1");
        run("evaluate", "--rows", "3").complains("--rows 3");
        run("evaluate", "--formula", "nothing / 2", "--learners", "linear")
                .exits(0)
                .says("nothing");
        Run.in(folder, "evaluate", "h.csv").complains("--target");
    }
}
