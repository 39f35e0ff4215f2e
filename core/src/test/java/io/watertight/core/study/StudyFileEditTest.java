package io.watertight.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StudyFileEditTest {

    private static final Acceptance SMALL = new Acceptance(
            "0123456789ab", "it is small: really", Optional.of("Ada"), Optional.of(LocalDate.of(2027, 1, 31)));

    private static StudyFile study(String text) {
        return StudyFile.parse(Path.of("study.yml"), text);
    }

    @Test
    void commentsOrderAndBlankLinesSurviveEveryEdit() {
        String text = """
                # our study, ask Ada before you change it
                target: card     # the decision


                known-at:        # asked in May
                    income: always   # at the desk

                    # the next two come from the bureau
                    reports: event   # daily
                # end of known-at
                data: a.csv
                """;

        StudyFile edited = study(text)
                .know("income", KnownAt.AFTER_OUTCOME)
                .know("share of income", KnownAt.ALWAYS)
                .set("purpose", "future")
                .set("target", "granted")
                .answer("00ff00ff00ff", "yes")
                .accept(SMALL);

        assertThat(edited.text()).isEqualTo("""
                        # our study, ask Ada before you change it
                        target: granted     # the decision


                        known-at:        # asked in May
                            income: after-outcome   # at the desk

                            # the next two come from the bureau
                            reports: event   # daily
                            share of income: always
                        # end of known-at
                        data: a.csv
                        purpose: future

                        answers:
                          "00ff00ff00ff": "yes"

                        acceptances:
                          - fingerprint: "0123456789ab"
                            because: "it is small: really"
                            by: Ada
                            until: 2027-01-31
                        """);
    }

    @Test
    void aSecondAcceptanceJoinsTheFirstWithItsIndent() {
        StudyFile edited = study("acceptances:\n- fingerprint: aaaaaaaaaaaa   # old\n  because: b\ntarget: y\n")
                .accept(SMALL);

        assertThat(edited.text())
                .startsWith("acceptances:\n- fingerprint: aaaaaaaaaaaa   # old\n  because: b\n- fingerprint: ")
                .endsWith("until: 2027-01-31\ntarget: y\n");
        assertThat(edited.declaration().acceptances()).hasSize(2);
    }

    @Test
    void listsAndMapsOnOneLineGrowOnThatLine() {
        StudyFile edited = study("acceptances: [{fingerprint: aaaaaaaaaaaa, because: b}]  # one\nanswers: {a: b}\n")
                .accept(SMALL)
                .answer("c", "d");

        assertThat(edited.declaration().acceptances()).hasSize(2).contains(SMALL);
        assertThat(edited.declaration().answers()).containsEntry("a", "b").containsEntry("c", "d");
        assertThat(edited.text()).contains("# one").hasLineCount(2);
    }

    @Test
    void emptySectionsAreFilled() {
        for (String empty : new String[] {"answers:", "answers: {}", "answers: {}  # none yet", "answers: null"}) {
            StudyFile edited = study("target: y\n" + empty + "\n").answer("a", "b");

            assertThat(edited.declaration().answers()).as(empty).containsEntry("a", "b");
        }
    }

    @Test
    void anAnswerReplacesTheEarlierOne() {
        assertThat(study("answers:\n  a: \"yes\"  # sure\n").answer("a", "no").text())
                .isEqualTo("answers:\n  a: \"no\"  # sure\n");
    }

    @Test
    void knownAtThatIsAListGetsAnItem() {
        StudyFile edited = study("known-at:\n  - {columns: [a], known-at: always}\n  # more\n")
                .know("b", KnownAt.EVENT);

        assertThat(edited.declaration().knownAt("b")).isEqualTo(KnownAt.EVENT);
        assertThat(edited.declaration().knownAt("a")).isEqualTo(KnownAt.ALWAYS);
    }

    @Test
    void aPatternFurtherDownMustNotOverruleTheAnswer() {
        StudyFile study = study("known-at:\n  lab_1: always\n  \"lab_*\": event\n");

        assertThatThrownBy(() -> study.know("lab_1", KnownAt.AFTER_OUTCOME))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("known-at");
    }

    @Test
    void groupsAreAddedToThoseThereAre() {
        assertThat(study("data: a.csv\n").add("group", "patient").text()).isEqualTo("data: a.csv\ngroup: patient\n");
        assertThat(study("group: site  # of care\n").add("group", "patient").text())
                .isEqualTo("group: [site, patient]  # of care\n");
        assertThat(study("group: [site]\n").add("group", "a+b").declaration().groups())
                .containsExactly(Key.of("site"), Key.of("a+b"));
        assertThat(study("group:\n  - site # s\n").add("group", "patient").text())
                .isEqualTo("group:\n  - site # s\n  - patient\n");
    }

    @Test
    void anEditNeverGuessesWhatItDoesNotUnderstand() {
        StudyFile odd = study("answers: {a: b,\n  c: d}\ntarget: y\n");

        assertThatThrownBy(() -> odd.answer("e", "f"))
                .isInstanceOfSatisfying(
                        WatertightException.class,
                        problem -> assertThat(problem.explain())
                                .contains("answers")
                                .contains("e: f"));
    }

    @Test
    void aValueThatTheKeyDoesNotTakeIsRefusedInItsOwnWords() {
        assertThatThrownBy(() -> study("data: a.csv\n").set("purpose", "futur")).hasMessageContaining("futur");
        assertThatThrownBy(() -> study("data: a.csv\n").set("purpos", "future")).hasMessageContaining("purpos");
    }

    @Test
    void windowsLineEndsStay() {
        assertThat(study("target: y\r\n# c\r\n").set("purpose", "rows").text())
                .isEqualTo("target: y\r\n# c\r\npurpose: rows\r\n");
    }

    @Test
    void oddColumnNamesAreQuoted() {
        String name = "a: \"b\" #c";

        StudyFile edited = study("data: x\n").know(name, KnownAt.ALWAYS).know(name, KnownAt.EVENT);

        assertThat(edited.declaration().knownAt(name)).isEqualTo(KnownAt.EVENT);
        assertThat(edited.declaration().knownAt()).hasSize(1);
    }
}
