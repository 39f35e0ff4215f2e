package io.watertight.code.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.code.Code;
import io.watertight.code.source.CodeCell;
import io.watertight.code.source.CodeFiles;
import io.watertight.core.WatertightException;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix.LineEdit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CodeEditsTest {

    @TempDir
    private Path folder;

    private CodeEdits plan(String name, String text, Finding... findings) {
        ReadFile file = ReadFile.of(Code.write(folder, name, text), name);
        return CodeEdits.of(List.of(findings), Map.of(name, file));
    }

    private String edited(String name, String text, LineEdit... edits) {
        CodeEdits plan = plan(name, text, Code.fixable("", edits));
        assertThat(plan.refused()).isEmpty();
        return plan.files().get(0).after();
    }

    private static LineEdit edit(String file, int cell, int first, int last, String... lines) {
        return new LineEdit(file, cell, first, last, List.of(lines));
    }

    @Test
    void linesOfAScriptAreReplacedInsertedAndDeleted() {
        String text = "a\nb\nc\nd\n";

        assertThat(edited("a.py", text, edit("a.py", 0, 2, 3, "x"))).isEqualTo("a\nx\nd\n");
        assertThat(edited("a.py", text, edit("a.py", 0, 1, 0, "x"))).isEqualTo("x\na\nb\nc\nd\n");
        assertThat(edited("a.py", text, edit("a.py", 0, 5, 4, "x"))).isEqualTo("a\nb\nc\nd\nx\n");
        assertThat(edited("a.py", text, edit("a.py", 0, 4, 4))).isEqualTo("a\nb\nc\n");
        assertThat(edited("a.py", text, edit("a.py", 0, 2, 2), edit("a.py", 0, 4, 3, "b")))
                .isEqualTo("a\nc\nb\nd\n");
    }

    @Test
    void theFileKeepsItsWayToEndLinesAndItsMark() {
        assertThat(edited("a.py", "a\r\nb\r\n", edit("a.py", 0, 2, 2, "x", "y")))
                .isEqualTo("a\r\nx\r\ny\r\n");
        assertThat(edited("a.py", "a\nb", edit("a.py", 0, 2, 2, "x"))).isEqualTo("a\nx");
        assertThat(edited("a.py", "a\nb", edit("a.py", 0, 3, 2, "x"))).isEqualTo("a\nb\nx");
        assertThat(edited("a.py", "\uFEFFa\nb\n", edit("a.py", 0, 1, 1, "é"))).isEqualTo("\uFEFFé\nb\n");
    }

    @Test
    void linesOfAChunkAreThoseOfTheDocument() {
        String text = "# Title\n\n```{python}\na\nb\n```\nText\n";

        assertThat(edited("a.qmd", text, edit("a.qmd", 0, 5, 5, "x")))
                .isEqualTo("# Title\n\n```{python}\na\nx\n```\nText\n");
    }

    @Test
    void textAroundTheChunksOfADocumentIsLeftAlone() {
        String text = "# Title\n\n```{python}\na\n```\n\n```{r}\nb\n```\n";

        assertThat(refusal("a.qmd", text, edit("a.qmd", 0, 1, 1, "x"))).contains("no plain Python: # Title");
        assertThat(refusal("a.qmd", text, edit("a.qmd", 0, 8, 8, "x"))).contains("no plain Python: b");
        assertThat(edited("a.qmd", text, edit("a.qmd", 0, 5, 4, "c"))).isEqualTo(text.replace("a\n```", "a\nc\n```"));
    }

    private static final String NOTEBOOK = """
            {
             "cells": [
              {"cell_type": "markdown", "source": ["# T\\u00e9\\n"]},
              {
               "cell_type": "code",
               "execution_count": 3,
               "outputs": [{"data": {"text/plain": ["\\"a\\"\\n"]}}],
               "source": [
                "a = 'é \\\\ \\"'\\n",
                "b = 1\\n",
                "c = 2"
               ]
              },
              {"cell_type": "code", "outputs": [ ], "source": "d = 'ü\\\\n'\\ne = \\"\\u20ac\\"\\nf"}
             ],
             "metadata": {"language_info": {"name": "python"}}, "nbformat": 4
            }
            """;

    @Test
    void onlyTheTouchedStringOfANotebookChanges() {
        assertThat(edited("n.ipynb", NOTEBOOK, edit("n.ipynb", 2, 2, 2, "b = \"ß\"")))
                .isEqualTo(NOTEBOOK.replace("\"b = 1\\n\"", "\"b = \\\"ß\\\"\\n\""));
        assertThat(edited("n.ipynb", NOTEBOOK, edit("n.ipynb", 2, 3, 3, "x", "y")))
                .isEqualTo(NOTEBOOK.replace("\"c = 2\"", "\"x\\n\",\n    \"y\""));
        assertThat(edited("n.ipynb", NOTEBOOK, edit("n.ipynb", 2, 2, 2)))
                .isEqualTo(NOTEBOOK.replace("\"b = 1\\n\",\n    ", ""));
        assertThat(edited("n.ipynb", NOTEBOOK, edit("n.ipynb", 2, 1, 0, "import x")))
                .isEqualTo(NOTEBOOK.replace("\"a = 'é", "\"import x\\n\",\n    \"a = 'é"));
        assertThat(edited("n.ipynb", NOTEBOOK, edit("n.ipynb", 2, 4, 3, "z")))
                .isEqualTo(NOTEBOOK.replace("\"c = 2\"", "\"c = 2\\n\",\n    \"z\""));
    }

    @Test
    void aSourceOfOneStringIsChangedWithinIt() {
        assertThat(edited("n.ipynb", NOTEBOOK, edit("n.ipynb", 3, 2, 2, "\tx")))
                .isEqualTo(NOTEBOOK.replace("\\ne = \\\"\\u20ac\\\"\\nf", "\\n\\tx\\nf"));
        assertThat(edited("n.ipynb", NOTEBOOK, edit("n.ipynb", 3, 4, 3, "g")))
                .isEqualTo(NOTEBOOK.replace("\\nf\"", "\\nf\\ng\""));
    }

    @Test
    void aNotebookWithOtherLineEndsKeepsThem() {
        String windows = NOTEBOOK.replace("\n", "\r\n");

        assertThat(edited("n.ipynb", windows, edit("n.ipynb", 2, 3, 3, "x", "y")))
                .isEqualTo(windows.replace("\"c = 2\"", "\"x\\n\",\r\n    \"y\""));
        String inside = NOTEBOOK.replace("b = 1\\n", "b = 1\\r\\n").replace("\\\"'\\n", "\\\"'\\r\\n");
        assertThat(edited("n.ipynb", inside, edit("n.ipynb", 2, 2, 2, "x")))
                .isEqualTo(inside.replace("b = 1\\r\\n", "x\\r\\n"));
    }

    @Test
    void aNotebookThatEscapesWhatIsNotAsciiGoesOnDoingSo() {
        String ascii = NOTEBOOK.replace("é", "\\u00e9").replace("ü", "\\u00fc");

        assertThat(edited("n.ipynb", ascii, edit("n.ipynb", 2, 2, 2, "b = 'ß😀'")))
                .contains("\"b = '\\u00df\\ud83d\\ude00'\\n\"");
    }

    @Test
    void anOldNotebookIsEditedToo() {
        String old = """
                {"worksheets": [{"cells": [{"cell_type": "code", "language": "python", "input": ["a\\n", "b"]}]}],
                 "nbformat": 3}
                """;

        assertThat(edited("n.ipynb", old, edit("n.ipynb", 1, 1, 1, "x"))).isEqualTo(old.replace("a\\n", "x\\n"));
    }

    /** Against lists of lines: whatever the edits, the code is what they say and all else is untouched. */
    @RepeatedTest(60)
    void randomEditsOfANotebookSayWhatTheyMean(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> lines = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int line = 0; line < count; line++) {
            lines.add("x" + line + " = '" + "é\\\"😀 ".repeat(random.nextInt(3)) + "'");
        }
        boolean ended = random.nextBoolean();
        String code = String.join("\n", lines) + (ended ? "\n" : "");
        String source = random.nextBoolean() ? json(code) : json(pieces(code, random));
        String text = "{\"cells\": [{\"cell_type\": \"code\", \"source\": " + source
                + ", \"outputs\": [\"x0\"]}], \"nbformat\": 4}";
        int first = 1 + random.nextInt(count + 1);
        int last = first - 1 + random.nextInt(count - first + 2);
        List<String> fresh = List.of("é = 1", "", "z = \"\\\\\"").subList(0, random.nextInt(4));

        String edited = edited("n.ipynb", text, new LineEdit("n.ipynb", 1, first, last, fresh));

        List<String> expected = new ArrayList<>(lines);
        expected.subList(first - 1, last).clear();
        expected.addAll(first - 1, fresh);
        var cell = JsonMapper.shared().readTree(edited).get("cells").get(0);
        String now = cell.get("source").isString()
                ? cell.get("source").asString()
                : cell.get("source").valueStream().map(part -> part.asString()).collect(Collectors.joining());
        // A blank line at the very end cannot be told from the end of the line before.
        assertThat(now.replaceFirst("\n+$", ""))
                .as(
                        "seed %d: %s with lines %d to %d as %s",
                        repetition.getCurrentRepetition(), source, first, last, fresh)
                .isEqualTo(String.join("\n", expected).replaceFirst("\n+$", ""));
        assertThat(edited).startsWith(text.substring(0, text.indexOf("source")));
        assertThat(edited).endsWith(", \"outputs\": [\"x0\"]}], \"nbformat\": 4}");
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    /** Mostly a line each, sometimes torn elsewhere. */
    private static List<String> pieces(String code, Random random) {
        List<String> pieces = new ArrayList<>(EditableText.split(code));
        if (random.nextInt(3) == 0) {
            String first = pieces.remove(0);
            int at = first.offsetByCodePoints(0, random.nextInt(first.codePointCount(0, first.length())));
            pieces.add(0, first.substring(at));
            pieces.add(0, first.substring(0, at));
        }
        return pieces;
    }

    @Test
    void ofTwoFindingsThatChangeTheSameLinesTheFirstWins() {
        Finding first = Code.fixable("1", edit("a.py", 0, 1, 2, "x"));
        Finding second = Code.fixable("2", edit("a.py", 0, 4, 4, "w"), edit("a.py", 0, 2, 3, "y"));
        Finding third = Code.fixable("3", edit("a.py", 0, 3, 3, "z"));

        CodeEdits plan = plan("a.py", "a\nb\nc\nd\n", first, second, third);

        assertThat(plan.made()).containsExactly(first, third);
        assertThat(plan.refused()).extracting(CodeEdits.Refused::finding).containsExactly(second);
        assertThat(plan.files().get(0).after()).isEqualTo("x\nz\nd\n");
    }

    @Test
    void theSameImportIsInsertedOnce() {
        Finding first = Code.fixable("1", edit("a.py", 0, 1, 0, "import p"), edit("a.py", 0, 1, 1, "x"));
        Finding second = Code.fixable("2", edit("a.py", 0, 1, 0, "import p"), edit("a.py", 0, 2, 2, "y"));
        Finding other = Code.fixable("3", edit("a.py", 0, 1, 0, "import q"));

        CodeEdits plan = plan("a.py", "a\nb\n", first, second, other);

        assertThat(plan.files().get(0).after()).isEqualTo("import p\nx\ny\n");
        assertThat(plan.refused()).extracting(CodeEdits.Refused::finding).containsExactly(other);
    }

    @Test
    void whatDoesNotFitTheFileIsRefusedAsAWhole() {
        assertThat(refusal("a.py", "a\n", edit("a.py", 0, 1, 1, "x"), edit("a.py", 0, 3, 3, "y")))
                .contains("no such lines");
        assertThat(refusal("a.py", "a\n", edit("a.py", 2, 1, 1, "x"))).contains("no such lines");
        assertThat(refusal("a.py", "a\n", edit("b.py", 0, 1, 1, "x"))).contains("b.py was not among");
        assertThat(refusal("n.ipynb", NOTEBOOK, edit("n.ipynb", 1, 1, 1, "x"))).contains("no such lines");
        assertThat(refusal("n.ipynb", NOTEBOOK.replace("b = 1", "!pip b"), edit("n.ipynb", 2, 2, 2, "x")))
                .contains("no plain Python: !pip b");
    }

    private String refusal(String name, String text, LineEdit... edits) {
        CodeEdits plan = plan(name, text, Code.fixable("", edits));
        assertThat(plan.files()).isEmpty();
        assertThat(plan.made()).isEmpty();
        return plan.refused().get(0).reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {"# coding: latin-1\nx = '\u00e9'\n"})
    void aFileInAnotherEncodingIsLeftAlone(String text) throws IOException {
        Path path = folder.resolve("a.py");
        Files.write(path, text.getBytes(StandardCharsets.ISO_8859_1));

        CodeEdits plan = CodeEdits.of(
                List.of(Code.fixable("", edit("a.py", 0, 2, 2, "x"))), Map.of("a.py", ReadFile.of(path, "a.py")));

        assertThat(plan.refused().get(0).reason()).contains("not UTF-8");
    }

    @Test
    void aFileThatWasChangedMeanwhileIsLeftAlone() throws IOException {
        Path path = Code.write(folder, "a.py", "a\n");
        ReadFile file = ReadFile.of(path, "a.py");
        Finding finding = Code.fixable("", edit("a.py", 0, 1, 1, "x"));
        CodeEdits early = CodeEdits.of(List.of(finding), Map.of("a.py", file));
        Files.writeString(path, "b\n");

        CodeEdits late = CodeEdits.of(List.of(finding), Map.of("a.py", file));

        assertThat(late.refused().get(0).reason()).contains("changed since it was read");
        EditedFile edited = early.files().get(0);
        assertThatThrownBy(edited::write)
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("a.py");
        assertThat(path).hasContent("b\n");
    }

    @Test
    void aFileIsReplacedInOneStepWithItsPermissionsAndThroughLinks() throws IOException {
        Path path = Code.write(folder, "real.py", "a\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x---"));
        Path link = Files.createSymbolicLink(folder.resolve("a.py"), path);

        CodeEdits.of(List.of(Code.fixable("", edit("a.py", 0, 1, 1, "é"))), Map.of("a.py", ReadFile.of(link, "a.py")))
                .files()
                .forEach(EditedFile::write);

        assertThat(Files.readString(path)).isEqualTo("é\n");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwxr-x---");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("a.py", "real.py");
        }
    }

    @Test
    void theEditedNotebookIsReadAsTheEditSays() throws IOException {
        CodeEdits plan = plan("n.ipynb", NOTEBOOK, Code.fixable("", edit("n.ipynb", 2, 1, 2, "q = 'ß'")));
        plan.files().get(0).write();

        List<CodeCell> cells =
                CodeFiles.read(folder.resolve("n.ipynb"), "n.ipynb").cells();

        assertThat(cells.get(0).lines()).isEqualTo(Arrays.asList("q = 'ß'", "c = 2"));
    }
}
