package io.watertight.engine.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.ReadNotice.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "split, train, TEST, 0, 2",
        "fold_kind, Training, holdout, 0, 2",
        "set, fit, val, 0, 1",
        "set, dev, evaluation, 1, 2",
        "is_test, 0, 1, 0, 2",
        "isTrain, true, false, 0, 2",
        "train, 1, 0, 0, 2",
        "validation, f, t, 0, 1"
    })
    void valuesMeanParts(String column, String first, String second, String firstPart, String secondPart)
            throws Exception {
        Reading.write(folder, "a.csv", "x," + column + "\n1," + first + "\n2," + second + "\n");
        try (Reading reading = Reading.of(folder, "a.csv").split(column).open()) {
            assertThat(reading.parts()).containsExactly(firstPart, secondPart);
        }
    }

    @Test
    void foldNumbersAreNoSplit() {
        Reading.write(folder, "a.csv", "x,fold\n1,0\n2,1\n3,2\n");
        assertThatThrownBy(() -> Reading.of(folder, "a.csv").split("fold").open())
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("'0', '1', '2'");
    }

    @Test
    void unknownValuesAreListed() {
        StringBuilder text = new StringBuilder("x,part\n");
        for (int row = 0; row < 30; row++) {
            text.append(row).append(",p").append(row).append('\n');
        }
        Reading.write(folder, "a.csv", text.toString());
        assertThatThrownBy(() -> Reading.of(folder, "a.csv").split("part").open())
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("'p0'")
                .hasMessageNotContaining("'p9'")
                .hasMessageEndingWith("...");
    }

    @Test
    void anUnknownSplitColumnOffersTheNearest() {
        Reading.write(folder, "a.csv", "x,split\n1,train\n2,test\n");
        assertThatThrownBy(() -> Reading.of(folder, "a.csv").split("splt").open())
                .isInstanceOfSatisfying(
                        WatertightException.class,
                        failure -> assertThat(failure.remedy()).contains("'split'"));
    }

    @Test
    void testRowsComeAfterTrainingRowsByName() throws Exception {
        Reading.write(folder, "train.csv", "id,city,when\n1,Bern,31/12/2024\n2,Rome,01/02/2024\n");
        Reading.write(folder, "test.csv", "when,extra,id\n03/04/2024,x,7.5\nsoon,y,8\n");
        try (Reading reading = Reading.of(folder, "train.csv").test("test.csv").open()) {
            assertThat(reading.names()).containsExactly("id", "city", "when");
            assertThat(reading.types()).containsExactly("NUMBER", "TEXT", "TIME");
            assertThat(reading.parts()).containsExactly("0", "0", "2", "2");
            assertThat(reading.rowIds()).containsExactly("0", "1", "2", "3");
            assertThat(reading.values("id")).containsExactly("1.0", "2.0", "7.5", "8.0");
            assertThat(reading.values("city")).containsExactly("Bern", "Rome", null, null);
            assertThat(reading.values("when"))
                    .containsExactly("2024-12-31 00:00:00", "2024-02-01 00:00:00", "2024-04-03 00:00:00", null);
            assertThat(reading.notices()).contains(Kind.COLUMNS_DIFFER, Kind.TYPE_DIFFERS);
        }
    }

    @Test
    void aTestFileWithoutHeaderGoesByPosition() throws Exception {
        Reading.write(folder, "train.csv", "id,city\n1,Bern\n2,Rome\n");
        Reading.write(folder, "test.csv", "3,Oslo\n4,Bern\n");
        try (Reading reading = Reading.of(folder, "train.csv").test("test.csv").open()) {
            assertThat(reading.values("city")).containsExactly("Bern", "Rome", "Oslo", "Bern");
        }
    }

    @Test
    void aTestFileWithOtherNamesIsNotTakenForOneWithoutAHeader() {
        Reading.write(folder, "train.csv", "id,city\n1,Bern\n2,Rome\n");
        Reading.write(folder, "test.csv", "number,town\n3,Oslo\n4,Bern\n");
        assertThatThrownBy(
                        () -> Reading.of(folder, "train.csv").test("test.csv").open())
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("none of the columns");
    }

    @Test
    void aForeignTestFileIsRefused() {
        Reading.write(folder, "train.csv", "id,city\n1,Bern\n2,Rome\n");
        Reading.write(folder, "test.csv", "a,b,c\n3,Oslo,1\n4,Bern,2\n");
        assertThatThrownBy(
                        () -> Reading.of(folder, "train.csv").test("test.csv").open())
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("none of the columns");
    }
}
