package io.watertight.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StudyFileTest {

    private static final Path PATH = Path.of("study.yml");

    private static Declaration parse(String text) {
        return StudyFile.parse(PATH, text).declaration();
    }

    @Test
    void everyKeyOfAStudyIsRead() {
        Declaration study = parse("""
                name: Credit cards
                data: [train-*.csv, more.csv]
                test: test.csv
                code: [train.py, src]
                knowledge: libraries.yml
                target: card
                positive: yes
                task: binary
                split: part
                id: application
                group: [[site, patient], clinic]
                time: issued
                weight: w
                predict-at: issued+24h
                horizon: 30d
                purpose: future
                features: [age, income]
                ignore: ["lab_*", notes]
                known-at:
                  age: always
                  "bill*": after-outcome
                  score: event+2d
                  status: updated
                types: {zip: text, age: number}
                acceptances:
                  - fingerprint: 0123456789ab
                    because: the bureau confirmed it
                    by: Ada
                    until: 2027-01-31
                  - {fingerprint: ba9876543210, because: small}
                answers:
                  "00ff00ff00ff": yes
                """);

        assertThat(study.name()).isEqualTo("Credit cards");
        assertThat(study.data()).containsExactly("train-*.csv", "more.csv");
        assertThat(study.test()).containsExactly("test.csv");
        assertThat(study.code()).containsExactly("train.py", "src");
        assertThat(study.knowledge()).containsExactly("libraries.yml");
        assertThat(study.target()).contains("card");
        assertThat(study.positive()).contains("yes");
        assertThat(study.task()).contains(Task.BINARY);
        assertThat(study.split()).contains("part");
        assertThat(study.ids()).containsExactly(Key.of("application"));
        assertThat(study.groups()).containsExactly(Key.of("site", "patient"), Key.of("clinic"));
        assertThat(study.times()).containsExactly(Key.of("issued"));
        assertThat(study.weight()).contains("w");
        assertThat(study.predictAt()).contains(PredictionPoint.parse("issued+24h"));
        assertThat(study.horizon()).contains(Lag.parse("30d"));
        assertThat(study.purpose()).contains(Purpose.FUTURE);
        assertThat(study.features()).containsExactly("age", "income");
        assertThat(study.ignored()).containsExactly("lab_*", "notes");
        assertThat(study.knownAt().keySet()).containsExactly("age", "bill*", "score", "status");
        assertThat(study.knownAt("bill_total")).isEqualTo(KnownAt.AFTER_OUTCOME);
        assertThat(study.knownAt("status").column()).contains("updated");
        assertThat(study.types()).isEqualTo(Map.of("zip", ColumnType.TEXT, "age", ColumnType.NUMBER));
        assertThat(study.acceptances())
                .containsExactly(
                        new Acceptance(
                                "0123456789ab",
                                "the bureau confirmed it",
                                Optional.of("Ada"),
                                Optional.of(LocalDate.of(2027, 1, 31))),
                        new Acceptance("ba9876543210", "small", Optional.empty(), Optional.empty()));
        assertThat(study.answers()).isEqualTo(Map.of("00ff00ff00ff", "yes"));
    }

    @Test
    void knownAtMayBeAListWithReasonsAndLaterEntriesWin() {
        Declaration study = parse("""
                known-at:
                  - {columns: [a, b], known-at: always, because: collected at the desk}
                  - columns: b
                    known-at: after-outcome
                """);

        assertThat(study.knownAt("a")).isEqualTo(KnownAt.ALWAYS);
        assertThat(study.knownAt("b")).isEqualTo(KnownAt.AFTER_OUTCOME);
    }

    @Test
    void keysWithoutAValueSayNothing() {
        assertThat(parse("target:\ndata: null\nknown-at:\n")).isEqualTo(parse(""));
    }

    @Test
    void numbersAndWordsOfOtherLanguagesStayAsTheyAreWritten() {
        Declaration study = parse("target: 017\npositive: 1.50\nignore: [no, NULL_COUNT, \"null\", 1e5, 0x1F, on]");

        assertThat(study.target()).contains("017");
        assertThat(study.positive()).contains("1.50");
        assertThat(study.ignored()).containsExactly("no", "NULL_COUNT", "null", "1e5", "0x1F", "on");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    data: a.csv~taget: y                        | line 2 | taget     | you mean 'target'
                    data: a.csv~data: b.csv                     | line 2 | data      | remove one
                    target: [a, b]                              | line 1 | target    | write target: VALUE
                    data: {a: b}                                | line 1 | data      | write data: VALUE
                    task: binry                                 | line 1 | binry     | you mean 'binary'
                    data: x~~purpose: somewhere                 | line 3 | somewhere | rows, groups, future
                    horizon: soon                               | line 1 | soon      | write a number
                    types: {a: nmber}                           | line 1 | nmber     | you mean 'number'
                    types: [a]                                  | line 1 | types     | COLUMN: VALUE
                    known-at: always                            | line 1 | known-at  | COLUMN: VALUE
                    known-at:~  a: event+x                      | line 2 | x         | write a number
                    known-at:~  - {column: a, known-at: always} | line 2 | column    | you mean 'columns'
                    known-at:~  - {columns: a}                  | line 2 | known-at  | add known-at
                    acceptances: [x]                            | line 1 | fingerprint | write it as
                    acceptances: x                              | line 1 | acceptances | fingerprint
                    acceptances:~  - fingerprint: a             | line 2 | because   | add because
                    acceptances:~  - {fingerprint: a, because: ' '} | line 2 | reason | why
                    acceptances:~  - {fingerprint: a, because: b, until: soon} | line 2 | soon | 2027-01-31
                    answers: [x]                                | line 1 | answers   | COLUMN: VALUE
                    - a                                         | line 1 | a list    | begin with
                    data: *x                                    | line 1 | anchors   | double quotes
                    data: &x [a]                                | line 1 | anchors   | double quotes
                    data: x~---~data: y                         | line   | second document | remove
                    data: [[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]] | line 1 | nested | bracket
                    data: "x                                    | line   | study.yml | quotes
                    data: a: b                                  | line 1 | study.yml | quotes
                    """)
    void whatAStudyCannotSayIsRefusedWithLineAndRemedy(String text, String line, String named, String remedy) {
        assertThatThrownBy(() -> parse(text.replace('~', '\n')))
                .isInstanceOfSatisfying(WatertightException.class, problem -> {
                    assertThat(problem).hasMessageContaining("study.yml").hasMessageContaining(line);
                    assertThat(problem.explain()).contains(named).contains(remedy);
                });
    }

    @Test
    void pathsAreRelativeToTheFolderOfTheStudyAndTheDictionaryIsRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("study.yml");
        Files.writeString(
                file,
                "data: [a.csv, /b.csv, '-', 's3://bucket/c']\ncode: src\nknowledge: k.yml\ndictionary: words.csv\nknown-at: {age: event}\n");
        Files.writeString(
                folder.resolve("words.csv"), "Column,Meaning,known_at\nage,years,always\nbill,euros,after-outcome\n");

        Declaration study = StudyFile.read(file).located();

        assertThat(study.data()).containsExactly(folder.resolve("a.csv").toString(), "/b.csv", "-", "s3://bucket/c");
        assertThat(study.code()).containsExactly(folder.resolve("src").toString());
        assertThat(study.knowledge()).containsExactly(folder.resolve("k.yml").toString());
        assertThat(study.meanings()).isEqualTo(Map.of("age", "years", "bill", "euros"));
        assertThat(study.knownAt("age")).isEqualTo(KnownAt.EVENT); // the study has the last word
        assertThat(study.knownAt("bill")).isEqualTo(KnownAt.AFTER_OUTCOME);
    }

    @Test
    void filesThatCannotBeReadAreNamed(@TempDir Path folder) throws IOException {
        Path latin = folder.resolve("latin.yml");
        Files.write(latin, "target: größe\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> StudyFile.read(folder.resolve("none.yml"))).hasMessageContaining("none.yml");
        assertThatThrownBy(() -> StudyFile.read(latin)).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> StudyFile.read(folder)).hasMessageContaining("cannot be read");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKey() {
        assertThat(parse("\uFEFFtarget: y\n").target()).contains("y");
    }

    @Test
    void saveReplacesTheFileAndLeavesNothingElse(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deep").resolve("study.yml");

        StudyFile.parse(file, "target: y\n").save();
        StudyFile.read(file).set("purpose", "future").save();

        assertThat(file).hasContent("target: y\npurpose: future\n");
        try (var files = Files.list(folder.resolve("deep"))) {
            assertThat(files.toList()).isEqualTo(List.of(file));
        }
    }
}
