package io.watertight.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DataDictionaryTest {

    @Test
    void headersMayComeInAnyOrderAndCaseBesideOthers() {
        DataDictionary dictionary =
                DataDictionary.parse("Known At;unit;COLUMN;Meaning\nalways;years;age;age in years\n;;bill;\n", "d.csv");

        assertThat(dictionary.meanings()).isEqualTo(Map.of("age", "age in years"));
        assertThat(dictionary.knownAt()).isEqualTo(Map.of("age", KnownAt.ALWAYS));
    }

    @Test
    void quotesProtectDelimitersLineEndsAndQuotes() {
        DataDictionary dictionary = DataDictionary.parse(
                "\uFEFFcolumn,meaning\r\n\"a,b\",\"two\nlines, \"\"quoted\"\"\"\r\nc,d\r\n\r\n", "d.csv");

        assertThat(dictionary.meanings()).isEqualTo(Map.of("a,b", "two\nlines, \"quoted\"", "c", "d"));
    }

    @Test
    void shortRowsAndTabsAndOldLineEndsAreRead() {
        DataDictionary dictionary = DataDictionary.parse("column\tmeaning\ra\tb\rc\r", "d.tsv");

        assertThat(dictionary.meanings()).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void patternsAndLaterEntriesOfTheStudyWork() {
        Declaration study = Declaration.builder()
                .knownAt(Map.of("lab_1", KnownAt.ALWAYS))
                .data(List.of("x.csv"))
                .build();

        Declaration both = DataDictionary.parse("column,known-at\nlab_*,after-outcome\n", "d.csv")
                .addTo(study);

        assertThat(both.knownAt("lab_1")).isEqualTo(KnownAt.ALWAYS);
        assertThat(both.knownAt("lab_2")).isEqualTo(KnownAt.AFTER_OUTCOME);
    }

    @Test
    void aFileThatIsNoDictionaryIsRefused() {
        assertThatThrownBy(() -> DataDictionary.parse("", "d.csv")).hasMessageContaining("d.csv");
        assertThatThrownBy(() -> DataDictionary.parse("columns,meaning\na,b\n", "d.csv"))
                .hasMessageContaining("'column'")
                .satisfies(problem -> assertThat(problem.toString()).contains("d.csv"));
        assertThatThrownBy(() -> DataDictionary.parse("column,known-at\na,event+x\n", "d.csv"))
                .hasMessageContaining("'x'");
    }
}
