package io.watertight.code.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotebookReaderTest {

    @Test
    void linesKnowTheirPlaceInTheJsonText() {
        CodeFile file = read("""
                {
                 "cells": [
                  {"cell_type": "markdown", "source": ["# Title"]},
                  {
                   "cell_type": "code",
                   "execution_count": 7,
                   "metadata": {},
                   "outputs": [{"text": ["x = 1\\n"]}],
                   "source": [
                    "x = 1\\n",
                    "\\n",
                    "%matplotlib inline\\n",
                    "y = 'ü😀'"
                   ]
                  },
                  {"cell_type": "raw", "source": "raw"},
                  {"source": "a = 1\\nb = 2\\n",
                   "cell_type": "code", "execution_count": null}
                 ],
                 "metadata": {"language_info": {"name": "python"}},
                 "nbformat": 4, "nbformat_minor": 5
                }
                """);

        assertThat(file.form()).isEqualTo(CodeFile.Form.NOTEBOOK);
        assertThat(file.cells()).extracting(CodeCell::number).containsExactly(2, 4);
        CodeCell first = file.cells().get(0);
        assertThat(first.lines()).containsExactly("x = 1", "", "pass", "y = 'ü😀'");
        assertThat(first.fileLines()).containsExactly(10, 11, 12, 13);
        assertThat(first.executionCount()).isEqualTo(7);
        CodeCell second = file.cells().get(1);
        assertThat(second.lines()).containsExactly("a = 1", "b = 2");
        assertThat(second.fileLines()).containsExactly(17, 17);
        assertThat(second.executionCount()).isZero();
        assertThat(file.notices()).isEmpty();
    }

    @Test
    void stringsMayHoldPartsOfLinesAndSeveral() {
        CodeFile file = read(
                "{\"cells\":[{\"cell_type\":\"code\",\"source\":[\n\"a\",\n\" = 1\\r\\nb\\n\",\n\"\",\n\"c\\rd\"]}]}");

        assertThat(file.cells().get(0).lines()).containsExactly("a = 1", "b", "c", "d");
        assertThat(file.cells().get(0).fileLines()).containsExactly(2, 3, 5, 5);
    }

    @Test
    void formatThreeHasWorksheets() {
        CodeFile file = read("""
                {"metadata": {"name": "x"}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [
                 {"cells": [
                  {"cell_type": "heading", "level": 1, "source": ["t"]},
                  {"cell_type": "code", "input": ["a = 1"], "language": "python", "prompt_number": 3}]},
                 {"metadata": {}, "cells": [
                  {"cell_type": "code", "input": "b", "language": "python"}]}]}
                """);

        assertThat(file.cells()).extracting(CodeCell::number).containsExactly(2, 3);
        assertThat(file.cells()).extracting(CodeCell::text).containsExactly("a = 1\n", "b\n");
        assertThat(file.cells()).extracting(CodeCell::executionCount).containsExactly(3, 0);
    }

    @Test
    void cellsOfOtherLanguagesAreNotices() {
        CodeFile file = read("""
                {"cells": [{"cell_type": "code", "source": "%%bash\\nls"}, {"cell_type": "code", "source": "%run a.py"}]}
                """);

        assertThat(file.cells()).extracting(CodeCell::number).containsExactly(2);
        assertThat(file.notices())
                .containsExactly(
                        "n.ipynb cell 1 was not read: it is %%bash.",
                        "n.ipynb cell 2 runs a.py (%run), which is not read along.");
    }

    @ParameterizedTest
    @CsvSource({"R, r", "julia, julia", "scala, scala"})
    void notebooksOfOtherLanguagesHaveNoCells(String name, String language) {
        CodeFile file =
                read("{\"cells\": [{\"cell_type\": \"code\", \"source\": \"x <- 1\"}], \"metadata\": {\"kernelspec\":"
                        + " {\"language\": \"" + language + "\"}, \"language_info\": {\"name\": \"" + name + "\"}}}");

        assertThat(file.cells()).isEmpty();
        assertThat(file.notices()).containsExactly("n.ipynb is written in " + name + "; no cell of it was read.");
    }

    @Test
    void emptyNotebookIsFine() {
        CodeFile file = read("{\"cells\": [], \"metadata\": {}, \"nbformat\": 4}");

        assertThat(file.cells()).isEmpty();
        assertThat(file.notices()).isEmpty();
    }

    @Test
    void oddShapesAreSkipped() {
        CodeFile file = read("""
                {"cells": [1, null, [], {}, {"cell_type": 3, "source": {"a": [1]}}, {"cell_type": "code"},
                 {"cell_type": "code", "source": [1, ["x"], "a"], "execution_count": "3"},
                 {"cell_type": "code", "source": null, "execution_count": 99999999999999999999}],
                 "metadata": [], "nbformat": "4", "more": {"cells": [{}]}}
                """);

        assertThat(file.cells()).extracting(CodeCell::text).containsExactly("\n", "a\n", "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"cells": [], "nbformat": 2} | n.ipynb is a notebook of format 2; formats 3 and 4 are read.
            {"cells": [], "nbformat": 5} | n.ipynb is a notebook of format 5; formats 3 and 4 are read.
            {"a": 1} | n.ipynb is not a notebook: it has no cells.
            [] | n.ipynb is not a notebook: it is no JSON object.
            {"cells": [ | n.ipynb is not a notebook: its JSON text breaks off or is wrong in line 1.
            <<<<<<< HEAD | n.ipynb is not a notebook: its JSON text breaks off or is wrong in line 1.
            """)
    void whatIsNoNotebookIsRefused(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(WatertightException.class)
                .hasMessage(message);
    }

    @Test
    void emptyFileAndDeepJsonAreRefused() {
        assertThatThrownBy(() -> read("")).hasMessage("n.ipynb is not a notebook: it is empty.");
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(WatertightException.class);
        assertThatThrownBy(() -> read("{\"cells\":" + "[{\"a\":".repeat(100_000)))
                .isInstanceOf(WatertightException.class);
    }

    @Test
    void everyCutOfANotebookIsReadOrRefused() {
        String json =
                "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"a\\n\", \"b\"]}], \"metadata\": {}, \"nbformat\": 4}";
        for (int cut = 0; cut < json.length(); cut++) {
            String part = json.substring(0, cut);
            assertThatThrownBy(() -> read(part)).isInstanceOf(WatertightException.class);
        }
        assertThat(read(json).cells()).hasSize(1);
    }

    private static CodeFile read(String json) {
        return NotebookReader.read("n.ipynb", json, new ArrayList<>());
    }
}
