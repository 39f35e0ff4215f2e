package io.watertight.ml.algorithm.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.ml.algorithm.Sets;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Learner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
final class ExternalCommandTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Features FEATURES = new Features(
            3,
            List.of(
                    NumberBlock.of("x", new double[] {0.5, Double.NaN, 2}),
                    new NumberBlock("day", NumberBlock.Kind.TIME, new double[] {0, 86_400, 1.5}),
                    new CategoryBlock("word, \"quoted\"", new int[] {0, 1, -1}, List.of("a,b", "say \"hi\""))));

    private static final Response TWO = new Response.Classes(new int[] {0, 1, 1}, List.of("no", "yes"), 1);

    @TempDir
    Path folder;

    @Test
    void theCommandGetsTrainingRowsAndTestRowsWithoutTheTarget() throws Exception {
        Path script = script("""
                cp "$1" "%1$s/train"; cp "$2" "%1$s/test"; cp "$3" "%1$s/columns"
                printf 'score,row_id\\n0.9,2\\n0.25,0\\n0.5,1.0\\n' > "$4"
                """.formatted(folder));

        Predictions predicted = score("sh " + script + " {train} {test} {columns} {out}", TWO);

        assertThat(predicted.single()).containsExactly(0.25, 0.5, 0.9);
        assertThat(predicted.probabilities()).isTrue();
        assertThat(Files.readAllLines(folder.resolve("train")))
                .containsExactly(
                        "row_id,x,day,\"word, \"\"quoted\"\"\",target",
                        "0,0.5,1970-01-01T00:00:00Z,\"a,b\",no",
                        "1,,1970-01-02T00:00:00Z,\"say \"\"hi\"\"\",yes",
                        "2,2,1970-01-01T00:00:01.500Z,,yes");
        assertThat(Files.readAllLines(folder.resolve("test")))
                .containsExactly(
                        "row_id,x,day,\"word, \"\"quoted\"\"\"",
                        "0,0.5,1970-01-01T00:00:00Z,\"a,b\"",
                        "1,,1970-01-02T00:00:00Z,\"say \"\"hi\"\"\"",
                        "2,2,1970-01-01T00:00:01.500Z,");
        assertThat(Files.readString(folder.resolve("columns")))
                .contains("\"task\": \"two classes\"")
                .contains("\"features\": [\"x\", \"day\", \"word, \\\"quoted\\\"\"]")
                .contains("\"targets\": [\"target\"]")
                .contains("\"positive\": \"yes\"");
    }

    @Test
    void itsFolderIsPrivateAndGoneAfterwards() throws Exception {
        Path script = script("""
                ls -ld "$(dirname "$2")" | cut -c1-10 > "%1$s/rights"; dirname "$2" > "%1$s/where"
                printf 'row_id,score\\n0,1\\n1,2\\n2,3\\n' > "$4"
                """.formatted(folder));

        assertThat(score("sh " + script + " {train} {test} {columns} {out}", TWO)
                        .probabilities())
                .isFalse();

        assertThat(Files.readString(folder.resolve("rights")).strip()).isEqualTo("drwx------");
        assertThat(Path.of(Files.readString(folder.resolve("where")).strip())).doesNotExist();
    }

    @Test
    void severalClassesComeAsAColumnEach() throws Exception {
        Response three = new Response.Classes(new int[] {0, 1, 2}, List.of("p", "q", "r"), 0);
        Path script = script("""
                printf 'row_id,r,q,p\\n0,.1,.2,.7\\n1,.2,.3,.5\\n2,.6,.3,.1\\n' > "$1"
                """);

        Predictions predicted = score("sh " + script + " {out} {train} {test}", three);

        assertThat(predicted.outputs()[0]).containsExactly(0.7, 0.5, 0.1);
        assertThat(predicted.outputs()[2]).containsExactly(0.1, 0.2, 0.6);
    }

    @Test
    void aFailureShowsTheEndOfWhatWasPrinted() throws Exception {
        Path script = script("i=0; while [ $i -lt 50 ]; do echo line $i >&2; i=$((i+1)); done; exit 3\n");

        assertThatThrownBy(() -> score("sh " + script + " {train} {test} {out}", TWO))
                .isInstanceOfSatisfying(WatertightException.class, failure -> {
                    assertThat(failure.getMessage())
                            .contains("code 3")
                            .contains("line 49")
                            .doesNotContain("line 29\n");
                    assertThat(failure.explain()).contains("Maybe ");
                });
    }

    @Test
    void aCommandThatHangsIsEnded() throws Exception {
        Path script = script("sleep 600\n");
        Learner learner = new ExternalCommand("sh " + script + " {train} {test} {out}", Duration.ofMillis(200));

        assertThatThrownBy(() -> Sets.predict(Sets.fit(learner, FEATURES, TWO), FEATURES))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("was ended after");
    }

    @Test
    void scoresThatDoNotFitAreRefused() throws Exception {
        assertRefused("row_id,score\\n0,1\\n1,1\\n", "2 of 3 rows");
        assertRefused("row_id,score\\n0,1\\n1,1\\n1,1\\n2,1\\n", "row 1 twice");
        assertRefused("row_id,score\\n0,1\\n1,nan\\n2,1\\n", "'score' of row 1");
        assertRefused("row_id,score\\n0,1\\n7,1\\n2,1\\n", "'7'");
        assertRefused("id,score\\n0,1\\n", "'row_id'");
        assertRefused("", "empty");
    }

    @Test
    void aCommandThatDoesNotStartOrWritesNothingIsNamed() throws Exception {
        assertThatThrownBy(() -> score("no-such-program-here {train} {test} {out}", TWO))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("no-such-program-here");
        assertThatThrownBy(() -> score("sh -c true {train} {test} {out}", TWO))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("{out}");
        assertThatThrownBy(() -> new ExternalCommand("python fit.py {train} {out}", MINUTE))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("{test}");
    }

    @Test
    void wordsAreSplitAsAShellWouldButNothingIsExpanded() {
        assertThat(Words.of(" a  'b c' \"d 'e'\" f\\ g '' \"x\\\"y\" $HOME *;|"))
                .containsExactly("a", "b c", "d 'e'", "f g", "", "x\"y", "$HOME", "*;|");
        assertThatThrownBy(() -> Words.of("a 'b")).isInstanceOf(WatertightException.class);
        assertThatThrownBy(() -> Words.of("  ")).isInstanceOf(WatertightException.class);
    }

    private void assertRefused(String scores, String message) throws Exception {
        Path script = script("printf '" + scores + "' > \"$1\"\n");
        assertThatThrownBy(() -> score("sh " + script + " {out} {train} {test}", TWO))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining(message);
    }

    private Path script(String body) throws Exception {
        return Files.writeString(folder.resolve("fit.sh"), body);
    }

    private static Predictions score(String command, Response response) {
        return Sets.predict(Sets.fit(new ExternalCommand(command, MINUTE), FEATURES, response), FEATURES);
    }
}
