package io.watertight.ml.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.Part;
import io.watertight.core.study.Role;
import io.watertight.core.study.SplitSource;
import io.watertight.core.study.Study;
import io.watertight.ml.ledger.AssessmentPolicy.Recorded;
import io.watertight.ml.ledger.LedgerHistory.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/ledger.md} promises. */
final class LedgerDocumentTest {

    private static final TestSets TABLE = TestSets.loans(200, 1);

    @TempDir
    Path folder;

    private static Study study(Role... roles) {
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < roles.length; column++) {
            columns.add(new Column(
                    TABLE.columns().get(column), ColumnType.TEXT, false, roles[column], false, KnownAt.UNKNOWN));
        }
        return new Study(
                Declaration.builder().name("loans").build(),
                columns,
                Optional.empty(),
                SplitSource.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void theJavaOfTheDocumentRuns() throws IOException {
        Study study = study(Role.FEATURE, Role.FEATURE, Role.GROUP, Role.TARGET);
        ColumnBatch whole = TABLE.batch(0);
        byte[] parts = new byte[whole.rows()];
        Arrays.fill(parts, 120, 200, (byte) Part.TEST.ordinal());
        ColumnBatch batch = new ColumnBatch(whole.rowIds(), parts, whole.columns(), whole.totalRows());
        String modelHash = Sha256.of("model");
        double auc = 0.8;
        double standardError = 0.01;

        Ledger ledger = Ledger.open(folder, Clock.systemUTC(), WriterIdentity.of(folder));
        TestSetIdentity set = TestSetSketcher.of(study).add(batch, Part.TEST).identity();
        ledger.lock(set, study.name(), new AssessmentPolicy.Recorded());

        AssessmentPermit permit = ledger.assess(set, new AssessmentSubject(modelHash, "AUC", ""));
        AssessmentResult told = permit.score(auc, OptionalDouble.of(standardError));
        System.out.println(told.value() + ". " + told.history().text());

        assertThat(set.rows()).isEqualTo(80);
        assertThat(told.history().text()).startsWith("Assessed, in the ledger since ");
        String document = Files.readString(Path.of("../docs/ledger.md"));
        String shown = document.substring(document.indexOf("```java\n") + 8, document.lastIndexOf("```"));
        String here =
                Files.readString(Path.of("src/test/java", getClass().getName().replace('.', '/') + ".java"));
        assertThat(shown.lines().map(String::strip))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(here).contains(line));
    }

    @Test
    void rolesDecideWhatBelongsToASet() {
        TestSetSketcher sketcher = TestSetSketcher.of(study(
                Role.FEATURE, Role.ID, Role.GROUP, Role.TIME, Role.TARGET, Role.WEIGHT, Role.SPLIT, Role.IGNORED));

        assertThat(sketcher.wanted()).containsExactly("amount", "grade", "home", "purpose", "rating");
        assertThatThrownBy(() -> TestSetSketcher.of(study(Role.ID)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("loans");
    }

    /** Golden number L17: eleven settings were compared on one test set, and the best reported. */
    @Test
    void elevenSettingsComparedOnTheTestSetAreCounted() {
        TestSetIdentity set = TABLE.identity();
        Ledger ledger = Ledger.open(folder, Clock.systemUTC(), WriterIdentity.of(folder));
        ledger.lock(set, "inspections", new Recorded());
        for (int setting = 0; setting < 11; setting++) {
            ledger.assess(set, LedgerTest.model("setting " + setting)).score(0.36, OptionalDouble.of(0.01));
        }

        Optimism optimism = ledger.history(set).optimism("auc");

        assertThat(optimism.text()).isEqualTo("11 looks; picking the best of them may add up to 0.022");
        assertThat(ledger.history(set).status()).isEqualTo(Status.TUNED_ON);
    }

    /** Golden number L18: items that were scored in a tuning run are not held out, under whatever name. */
    @Test
    void aSetThatServedToTuneIsNotHeldOutLater() {
        Ledger ledger = Ledger.open(folder, Clock.systemUTC(), WriterIdentity.of(folder));
        ledger.lock(TABLE.range(0, 150).identity(), "prompts", new Recorded());
        ledger.markTunedOn(TABLE.range(0, 150).identity(), "prompts were chosen on it");
        TestSetIdentity later = TABLE.range(60, 200).shuffled(2).identity();
        ledger.lock(later, "final", new AssessmentPolicy.Once());

        assertThat(ledger.history(later).status()).isEqualTo(Status.TUNED_ON);
        assertThat(ledger.history(TABLE.range(150, 200).identity()).status()).isNotEqualTo(Status.UNKNOWN);
    }
}
