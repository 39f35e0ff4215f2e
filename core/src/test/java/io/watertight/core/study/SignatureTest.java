package io.watertight.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Answers with name and date in a study file. */
final class SignatureTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static final Signature ADA =
            Signature.of(Optional.of("Ada: the second"), DAY, "Is 'a # b' known, {or} not?", List.of("a # b", "c"));

    private static StudyFile study(String text) {
        return StudyFile.parse(Path.of("study.yml"), text);
    }

    @Test
    void anAnswerIsReadBackWithAllThatWasSigned() {
        StudyFile edited = study("target: y   # ours\n").answer("00ff00ff00ff", "yes", ADA);

        assertThat(edited.text())
                .startsWith("target: y   # ours\n")
                .contains("\"00ff00ff00ff\": {answer: \"yes\", by: \"Ada: the second\", on: 2026-11-22, question: ");
        assertThat(edited.declaration().answers()).isEqualTo(Map.of("00ff00ff00ff", "yes"));
        assertThat(edited.declaration().signatures()).isEqualTo(Map.of("00ff00ff00ff", ADA));
    }

    @Test
    void aNewAnswerReplacesTheOldOneAndKeepsTheComment() {
        StudyFile once =
                study("answers:\n  x: \"no\"   # in {May}\n  z: \"no\"\n").answer("x", "yes", ADA);
        StudyFile twice = once.answer("x", "no, it is not", Signature.of(Optional.empty(), DAY, "q?", List.of()));

        assertThat(once.text()).contains("}   # in {May}\n");
        assertThat(twice.text())
                .isEqualTo(
                        "answers:\n  x: {answer: \"no, it is not\", on: 2026-11-22, question: \"q?\"}   # in {May}\n  z: \"no\"\n");
        assertThat(twice.declaration().signatures().get("x").by()).isEmpty();
    }

    @Test
    void answersOfOldFilesAreReadAsBefore() {
        Declaration old = study("answers: {a: \"yes\"}\nacceptances:\n  - {fingerprint: f, because: b}\n")
                .declaration();

        assertThat(old.answers()).isEqualTo(Map.of("a", "yes"));
        assertThat(old.signatures()).isEmpty();
        assertThat(old.acceptances().get(0).on()).isEmpty();
    }

    @Test
    void aWrittenStudySaysTheSameWhenReadAgain() {
        Acceptance accepted =
                new Acceptance("0123456789ab", "small", Optional.of("Ben"), Optional.empty(), Optional.of(DAY));
        Declaration declaration = Declaration.builder()
                .target("y")
                .answers(Map.of("a", "yes", "b", "no"))
                .signatures(Map.of("a", ADA))
                .acceptances(List.of(accepted))
                .build();

        String text = StudyFileWriter.write(declaration, Optional.empty(), StudyNotes.NONE);

        assertThat(study(text).declaration()).isEqualTo(declaration);
    }

    @Test
    void whatCannotBeReadIsNamedWithItsLine() {
        assertThatThrownBy(() -> study("answers:\n  a: {answer: \"yes\", on: May}\n"))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> study("answers:\n  a: {by: Ada}\n"))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("'answer'");
        assertThatThrownBy(() -> study("answers:\n  a: {answer: x, who: Ada}\n"))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("'who'");
    }
}
