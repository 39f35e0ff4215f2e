package io.watertight.ml.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.ml.ledger.AssessmentPolicy.Once;
import io.watertight.ml.ledger.AssessmentPolicy.Recorded;
import io.watertight.ml.ledger.AssessmentPolicy.Reusable;
import io.watertight.ml.ledger.LedgerHistory.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTest {

    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final TestSets TABLE = TestSets.loans(1000, 1);
    private static final TestSetIdentity SET = TABLE.identity();
    private static final OptionalDouble ERROR = OptionalDouble.of(0.01);

    @TempDir
    Path folder;

    private Ledger ledger() {
        return ledger("ann");
    }

    private Ledger ledger(String writer) {
        return Ledger.open(folder, NOON, new WriterIdentity(writer, writer), new Random(7));
    }

    static AssessmentSubject model(String name) {
        return new AssessmentSubject(Sha256.of(name), "auc", name);
    }

    private AssessmentResult look(String model, double score) {
        return ledger().assess(SET, model(model)).score(score, ERROR);
    }

    private List<String> lines(String chain) throws IOException {
        return Files.readAllLines(folder.resolve("watertight-ledger/" + chain + ".jsonl"));
    }

    @Test
    void withoutALedgerTheHistoryIsUnknown() {
        LedgerHistory history = ledger().history(SET);

        assertThat(history.status()).isEqualTo(Status.UNKNOWN);
        assertThat(history.policy()).isEmpty();
        assertThat(folder).as("asking writes nothing").isEmptyDirectory();
        assertThatThrownBy(() -> ledger().assess(SET, model("a")))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining(SET.digest().substring(0, 12))
                .hasMessageContaining("1000 rows");
    }

    @Test
    void aSetIsHeldOutThenAssessedThenTunedOn() {
        ledger().lock(TestSets.loans(50, 2).identity(), "loans", new Recorded());
        assertThat(ledger().history(SET).status()).isEqualTo(Status.NEW);

        ledger().lock(SET, "loans", new Recorded());
        assertThat(ledger().history(SET).status()).isEqualTo(Status.HELD_OUT);

        assertThat(look("first", 0.8).history().status()).isEqualTo(Status.ASSESSED);
        assertThat(look("first", 0.8).history().status())
                .as("the same model again")
                .isEqualTo(Status.ASSESSED);

        LedgerHistory history = look("second", 0.81).history();
        assertThat(history.status()).isEqualTo(Status.TUNED_ON);
        assertThat(history.looks()).hasSize(3);
        assertThat(history.optimism("auc").text())
                .isEqualTo("3 looks at 2 models; picking the best of them may add up to 0.012");
        assertThat(history.optimism("log-loss").text()).contains("unknown amount");
    }

    @Test
    void theLookStandsBeforeTheScoreAndTheScoreBeforeItIsTold() throws IOException {
        ledger().lock(SET, "loans", new Recorded());

        AssessmentPermit permit = ledger().assess(SET, model("a"));
        assertThat(lines("ann")).hasSize(2);
        assertThat(ledger().history(SET).looks()).hasSize(1);
        assertThat(ledger().history(SET).looks().get(0).outcome()).isEmpty();
        assertThat(permit.before().looks()).isEmpty();

        AssessmentResult result = permit.score(0.75, ERROR);
        assertThat(lines("ann")).hasSize(3);
        assertThat(result.value()).isEqualTo(0.75);
        assertThat(result.history().looks().get(0).outcome())
                .contains(new Entry.Scored(permit.look().hash(), 0.75, ERROR));
        assertThatThrownBy(() -> permit.score(0.76, ERROR)).isInstanceOf(IllegalStateException.class);
        assertThat(lines("ann")).hasSize(3);
    }

    @Test
    void onceMeansOnceWhateverTheFileIsCalledAndHoweverItIsSorted() {
        ledger().lock(SET, "loans", new Once());
        look("first", 0.8);
        TestSetIdentity copy = TABLE.shuffled(3).edited(25, 4).identity();
        ledger().lock(copy, "loans again", new Recorded());

        for (TestSetIdentity same : List.of(SET, copy)) {
            assertThatThrownBy(() -> ledger().assess(same, model("second")))
                    .isInstanceOfSatisfying(WatertightException.class, refusal -> {
                        assertThat(refusal)
                                .hasMessageContaining("2026-11-22T12:00:00Z")
                                .hasMessageContaining("ann");
                        assertThat(refusal.remedy()).contains("auc 0.8");
                    });
        }
        assertThat(ledger().history(copy).related()).hasSize(2);
        assertThat(ledger().history(copy).looks()).as("inherited").hasSize(1);
    }

    @Test
    void anInterruptedLookMayBeRepeatedByTheSameModelOnly() {
        ledger().lock(SET, "loans", new Once());
        assertThat(ledger().assess(SET, model("first")).look().number()).isEqualTo(2);

        assertThatThrownBy(() -> ledger().assess(SET, model("other"))).isInstanceOf(WatertightException.class);
        assertThat(look("first", 0.7).history().looks()).hasSize(2);
        assertThatThrownBy(() -> look("first", 0.7)).isInstanceOf(WatertightException.class);
    }

    @Test
    void aChangeOfPolicyNeedsAReasonAndHolds() {
        ledger().lock(SET, "loans", new Once());
        look("first", 0.8);
        assertThatThrownBy(() -> ledger().changePolicy(SET, new Recorded(), " "))
                .isInstanceOf(WatertightException.class);

        ledger().changePolicy(SET, new Recorded(), "the first model had a bug");

        assertThat(look("second", 0.9).history().policy()).contains(new Recorded());
        assertThat(ledger().history(SET).looks()).as("the looks stay").hasSize(2);
        ledger().changePolicy(SET, new Once(), "enough");
        assertThatThrownBy(() -> look("third", 0.9)).isInstanceOf(WatertightException.class);
    }

    @Test
    void lockingAgainChangesNothing() throws IOException {
        LedgerRecord first = ledger().lock(SET, "loans", new Once());

        assertThat(ledger().lock(SET, "loans", new Recorded())).isEqualTo(first);
        assertThat(lines("ann")).hasSize(1);
        assertThat(ledger().history(SET).policy()).contains(new Once());
    }

    @Test
    void inspectionsAndMarksAreKept() {
        ledger().lock(SET, "loans", new Recorded());

        ledger().inspect(SET, "audit: label shift");
        assertThat(ledger().history(SET).status()).isEqualTo(Status.HELD_OUT);
        assertThat(ledger().history(SET).inspections())
                .containsExactly(new Entry.Inspected(SET.digest(), "audit: label shift"));

        ledger().markTunedOn(SET, "early stopping watched it");
        assertThat(ledger().history(SET).status()).isEqualTo(Status.TUNED_ON);
        assertThatThrownBy(() -> ledger().inspect(TestSets.loans(9, 9).identity(), "x"))
                .isInstanceOf(WatertightException.class);
    }

    @Test
    void aHalfOfAnEarlierSetInheritsAndAStrangerDoesNot() {
        ledger().lock(SET, "loans", new Recorded());
        look("a", 0.7);
        look("b", 0.8);
        TestSetIdentity half = TABLE.range(0, 600).with(TestSets.loans(500, 5)).identity();
        TestSetIdentity tenth = TABLE.range(0, 100).with(TestSets.loans(900, 5)).identity();

        assertThat(ledger().history(half).looks()).hasSize(2);
        assertThat(ledger().history(half).status()).isEqualTo(Status.TUNED_ON);
        assertThat(ledger().history(tenth).status()).isEqualTo(Status.NEW);
    }

    @Test
    void thresholdoutKeepsItsBudgetAndThresholdInTheLedger() {
        Reusable policy = new Reusable(0.05, 0.001, 2);
        ledger().lock(SET, "loans", policy);

        AssessmentResult agreed = ledger().assess(SET, model("a")).answer(0.8, 0.79, ERROR);
        assertThat(agreed.value()).isEqualTo(0.8);
        double threshold = agreed.history().lastThreshold().orElseThrow();
        assertThat(ledger().assess(SET, model("b"))
                        .answer(0.81, 0.8, ERROR)
                        .history()
                        .lastThreshold())
                .as("the noise lasts until the test set was asked")
                .contains(threshold);

        AssessmentResult differed = ledger().assess(SET, model("c")).answer(0.99, 0.7, ERROR);
        assertThat(differed.value()).isBetween(0.68, 0.72).isNotEqualTo(0.7);
        assertThat(differed.history().lastThreshold().orElseThrow()).isNotEqualTo(threshold);
        assertThat(differed.history().status())
                .as("three models, none chosen by the test set")
                .isEqualTo(Status.ASSESSED);

        ledger("bob").assess(SET, model("d")).answer(0.99, 0.7, ERROR);
        assertThatThrownBy(() -> ledger().assess(SET, model("e")))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("budget of 2");
    }

    @Test
    void theBudgetIsCountedWhenTheAnswerIsGivenNotWhenItIsAskedFor() {
        ledger().lock(SET, "loans", new Reusable(0.05, 0.001, 1));
        AssessmentPermit first = ledger().assess(SET, model("a"));
        AssessmentPermit second = ledger().assess(SET, model("b"));

        first.answer(0.9, 0.5, ERROR);

        assertThatThrownBy(() -> second.answer(0.9, 0.5, ERROR)).hasMessageContaining("budget of 1");
    }

    @Test
    void thresholdoutNeverWritesTheTestScore() throws IOException {
        ledger().lock(SET, "loans", new Reusable(0.05, 0.001, 2));
        ledger().assess(SET, model("a")).answer(0.99, 0.7123456789, ERROR);

        assertThat(String.join("", lines("ann"))).doesNotContain("0.7123456789");
        assertThatThrownBy(() -> ledger().assess(SET, model("b")).score(0.7, ERROR))
                .hasMessageContaining("Thresholdout");
    }

    @Test
    void theHistoryIsSaidInASentence() {
        assertThat(ledger().history(SET).text()).isEqualTo("History unknown: there is no ledger.");
        ledger().lock(TestSets.loans(50, 2).identity(), "loans", new Recorded());
        assertThat(ledger().history(SET).text()).startsWith("Not in the ledger until now");
        ledger().lock(SET, "loans", new Recorded());
        assertThat(ledger().history(SET).text()).isEqualTo("Held out, in the ledger since 2026-11-22: no looks.");
        ledger().inspect(SET, "audit");
        look("a", 0.7);
        assertThat(ledger().history(SET).text())
                .isEqualTo("Assessed, in the ledger since 2026-11-22: 1 look; there was nothing to pick from;"
                        + " its labels were inspected once besides.");
        look("b", 0.7);
        TestSetIdentity part = TABLE.range(0, 700).identity();
        assertThat(ledger().history(part).text())
                .startsWith(
                        "Tuned on, in the ledger since 2026-11-22: 2 looks; picking the best of them may add up to 0.012;")
                .endsWith(" It shares 100 % of its rows with an earlier set and inherits its looks.");
    }

    @Test
    void theHistoryTellsThresholdoutsAnswers() {
        ledger().lock(SET, "loans", new Reusable(0.05, 0.001, 2));
        ledger().assess(SET, model("a")).answer(0.8, 0.79, ERROR);
        ledger().assess(SET, model("b")).answer(0.9, 0.5, ERROR);

        assertThat(ledger().history(SET).text())
                .isEqualTo(
                        "Assessed, in the ledger since 2026-11-22: 2 answers through Thresholdout, 1 from the test set.");
    }

    @Test
    void scoresThatAreNoNumbersAreRefused() {
        ledger().lock(SET, "loans", new Recorded());

        assertThatThrownBy(() -> look("a", Double.NaN)).isInstanceOf(WatertightException.class);
        assertThat(ledger().history(SET).looks()).as("the look stays").hasSize(1);
        assertThatThrownBy(() -> new AssessmentSubject("x", "auc", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AssessmentSubject(Sha256.of("x"), "", "")).isInstanceOf(WatertightException.class);
        assertThatThrownBy(() -> AssessmentPolicy.of("onec", 1))
                .isInstanceOfSatisfying(
                        WatertightException.class,
                        wrong -> assertThat(wrong.remedy()).contains("'once'"));
        for (String word : AssessmentPolicy.WORDS) {
            assertThat(AssessmentPolicy.of(word, 100).word()).isEqualTo(word);
        }
    }

    @Test
    void nothingIsAssessedOnALedgerThatWasTamperedWith() throws IOException {
        ledger().lock(SET, "loans", new Recorded());
        look("a", 0.7);
        look("b", 0.9);
        Path file = folder.resolve("watertight-ledger/ann.jsonl");
        String sound = Files.readString(file);
        Files.writeString(file, sound.replace("\"value\":0.7,", "\"value\":0.8,"));

        assertThat(ledger().read().tampering())
                .extracting(LedgerProblem::toString)
                .containsExactly("watertight-ledger/ann.jsonl, line 3: the entry was altered: its hash does not fit");
        assertThatThrownBy(() -> look("c", 0.9))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("line 3");

        Files.writeString(file, sound);
        assertThat(look("c", 0.9).history().looks()).hasSize(3);
    }

    @Test
    void aTornLineIsPutAsideAndTheChainGoesOn() throws IOException {
        ledger().lock(SET, "loans", new Recorded());
        look("a", 0.7);
        Path file = folder.resolve("watertight-ledger/ann.jsonl");
        byte[] sound = Files.readAllBytes(file);
        Files.writeString(file, Files.readString(file) + "{\"body\":{\"version\":1,\"numb");

        LedgerReading torn = ledger().read();
        assertThat(torn.problems()).extracting(LedgerProblem::kind).containsExactly(LedgerProblem.Kind.TORN);
        assertThat(torn.isSound()).isTrue();

        look("b", 0.8);
        LedgerReading mended = ledger().read();
        assertThat(mended.problems()).isEmpty();
        assertThat(Files.readAllBytes(file)).startsWith(sound);
        assertThat(mended.interruptions()).hasSize(1);
        assertThat(folder.resolve(mended.interruptions().get(0))).hasContent("{\"body\":{\"version\":1,\"numb");
    }

    @Test
    void aLineThatOnlyLostItsEndCounts() throws IOException {
        ledger().lock(SET, "loans", new Recorded());
        look("a", 0.7);
        Path file = folder.resolve("watertight-ledger/ann.jsonl");
        Files.writeString(file, Files.readString(file).stripTrailing());

        assertThat(ledger().read().problems()).isEmpty();
        assertThat(look("b", 0.8).history().looks()).hasSize(2);
        assertThat(ledger().read().interruptions()).isEmpty();
        assertThat(lines("ann")).hasSize(5);
    }

    @Test
    void versionControlIsToldNotToTouchLineEnds() throws IOException {
        ledger().lock(SET, "loans", new Recorded());

        assertThat(folder.resolve("watertight-ledger/.gitattributes")).content().contains("*.jsonl -text");
    }
}
