package io.watertight.engine.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.engine.ReadNotice.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesTest {

    @TempDir
    Path folder;

    @Test
    void emptyAndRepeatedNamesAreReplaced() {
        Names names = Names.of(List.of("a", "", "a", "A", "a_2", "a", "c2"));
        assertThat(names.names()).containsExactly("a", "c2_2", "a_3", "A", "a_2", "a_4", "c2");
        assertThat(names.notices()).hasSize(1);
        assertThat(names.notices().get(0).columns()).containsExactly("c2_2", "a_3", "a_4");
    }

    @Test
    void goodNamesAreKept() {
        assertThat(Names.of(List.of("a", "b")).notices()).isEmpty();
    }

    @Test
    void namesThatDifferByCaseAreTwoColumns() throws Exception {
        try (Reading reading = Reading.text(folder, "a.csv", "Age,age,AGE\n1,2,3\n4,5,6\n")) {
            assertThat(reading.names()).containsExactly("Age", "age", "AGE");
            assertThat(reading.values("age")).containsExactly("2", "5");
            assertThat(reading.notices()).isEmpty();
        }
    }

    @Test
    void namesMayHoldAnyCharacter() throws Exception {
        String text = "\"a \"\"b\"\"\",c.d,😀,\"two\nlines\",it's\n1,2,3,4,5\n6,7,8,9,10\n";
        try (Reading reading = Reading.text(folder, "a.csv", text)) {
            assertThat(reading.names()).containsExactly("a \"b\"", "c.d", "😀", "two\nlines", "it's");
            assertThat(reading.values("two\nlines")).containsExactly("4", "9");
            assertThat(reading.values("😀")).containsExactly("3", "8");
        }
    }

    @Test
    void renamedColumnsAreReported() throws Exception {
        try (Reading reading = Reading.text(folder, "a.csv", ",x,x\n1,2,3\n4,5,6\n")) {
            assertThat(reading.names()).containsExactly("c1", "x", "x_2");
            assertThat(reading.notice(Kind.RENAMED).count()).isEqualTo(2);
        }
    }

    @Test
    void withoutAHeaderColumnsAreNumbered() throws Exception {
        try (Reading reading =
                Reading.text(folder, "a.csv", "39, State-gov, 77516\n50, Private, ?\n38, Private, 215646\n")) {
            assertThat(reading.names()).containsExactly("c1", "c2", "c3");
            assertThat(reading.values("c2")).containsExactly("State-gov", "Private", "Private");
            assertThat(reading.values("c3")).containsExactly("77516", null, "215646");
        }
        Reading.write(folder, "b.csv", "x,y\n1,2\n");
        try (Reading reading = Reading.of(folder, "b.csv").header(false).open()) {
            assertThat(reading.names()).containsExactly("c1", "c2");
            assertThat(reading.rowIds()).hasSize(2);
        }
    }

    @Test
    void labelsOfRowsMayLackTheirName() throws Exception {
        try (Reading reading = Reading.text(folder, "a.csv", "x,y\nr1,1,2\nr2,3,4\n")) {
            assertThat(reading.names()).containsExactly("c1", "x", "y");
            assertThat(reading.values("y")).containsExactly("2", "4");
        }
    }
}
