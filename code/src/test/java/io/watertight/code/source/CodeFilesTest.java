package io.watertight.code.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.code.source.CodeFile.Form;
import io.watertight.core.WatertightException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CodeFilesTest {

    @TempDir
    Path folder;

    @Test
    void scriptIsOneCellWithoutANumber() {
        CodeFile file = read("a.py", "x = 1\n\ny = 2");

        assertThat(file.form()).isEqualTo(Form.SCRIPT);
        assertThat(file.cells()).singleElement().satisfies(cell -> {
            assertThat(cell.number()).isZero();
            assertThat(cell.lines()).containsExactly("x = 1", "", "y = 2");
            assertThat(cell.fileLines()).containsExactly(1, 2, 3);
        });
        assertThat(file.notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\ny\n", "x\ny", "x\r\ny\r\n", "x\ry\r", "x\ry", "\uFEFFx\ny"})
    void linesEndAsTheyLike(String text) {
        assertThat(read("a.py", text).cells().get(0).lines()).containsExactly("x", "y");
    }

    @Test
    void emptyScriptHasNoLines() {
        assertThat(read("a.py", "").cells().get(0).lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, '# -*- coding: cp1252 -*-'",
        "ISO-8859-1, '# vim: set fileencoding=latin-1 :'",
        "windows-1251, '# coding=windows-1251'",
        "UTF-8, '# coding: utf_8'",
        "GBK, '#coding:gbk'"
    })
    void declaredEncodingIsUsed(String charset, String declaration) {
        String letter = charset.equals("windows-1251") ? "ж" : charset.equals("GBK") ? "变" : "ü";
        CodeFile file = read(
                "a.py",
                ("#!/usr/bin/python\n" + declaration + "\nx = '" + letter + "'\n").getBytes(Charset.forName(charset)));

        assertThat(file.cells().get(0).line(3)).isEqualTo("x = '" + letter + "'");
        assertThat(file.notices()).isEmpty();
    }

    @Test
    void invalidBytesAreReadAsLatinWithANotice() {
        CodeFile file = read("a.py", "x = 'ü'\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(file.cells().get(0).lines()).containsExactly("x = 'ü'");
        assertThat(file.notices()).containsExactly("a.py is not valid UTF-8; it was read as Latin-1.");
    }

    @Test
    void unknownEncodingIsANotice() {
        assertThat(read("a.py", "# coding: klingon\nx").notices())
                .containsExactly("a.py declares the encoding klingon, which is not known; it was read as UTF-8.");
    }

    @Test
    void byteOrderMarkOfWindowsIsUnderstood() {
        assertThat(read("a.py", "\uFEFFx = 1\r\n".getBytes(StandardCharsets.UTF_16LE))
                        .cells()
                        .get(0)
                        .lines())
                .containsExactly("x = 1");
    }

    @Test
    void codeBelowTheTextOfAPercentCellIsReadAsPythonRunsIt() {
        CodeFile file = read("a.py", """
                # %% [markdown]
                # # Title

                from ours import judge as judge_model
                # %% [markdown]
                # Nothing but text.
                # %%
                judge_model(1)
                """);

        assertThat(file.cells()).extracting(CodeCell::number).containsExactly(1, 3);
    }

    @Test
    void percentCellsAreCountedWithTheirMarkdown() {
        CodeFile file = read("a.py", """
                # ---
                # jupyter:
                #   jupytext:
                # ---

                # %% [markdown]
                # # Title

                # %% Load
                x = 1
                !ls

                #%% [sql]
                # select 1
                # %%
                s = '''
                # %% not a cell
                '''
                if s:
                # %%
                    pass
                """);

        assertThat(file.form()).isEqualTo(Form.PERCENT_SCRIPT);
        assertThat(file.cells()).extracting(CodeCell::number).containsExactly(2, 4);
        assertThat(file.cells().get(0).lines()).containsExactly("# %% Load", "x = 1", "pass", "");
        assertThat(file.cells().get(0).fileLine(2)).isEqualTo(10);
        assertThat(file.cells().get(1).lines()).hasSize(7);
        assertThat(file.notices()).containsExactly("a.py cell 3 was not read: it is sql.");
    }

    @Test
    void codeBeforeTheFirstMarkerIsACell() {
        CodeFile file = read("a.py", "import a\n# %%\nb");

        assertThat(file.cells()).extracting(CodeCell::toString).containsExactly("a.py cell 1", "a.py cell 2");
    }

    @Test
    void databricksExportIsSplitAtItsCommands() {
        CodeFile file = read("a.py", """
                # Databricks notebook source
                # MAGIC %md
                # MAGIC # Title

                # COMMAND ----------

                # DBTITLE 1,Load
                df = spark.table("t")
                # COMMAND ----------

                # MAGIC %sql
                # MAGIC select 1

                # COMMAND ----------

                # MAGIC %run ./other

                # COMMAND ----------
                %pip install x
                y = 1
                """);

        assertThat(file.form()).isEqualTo(Form.DATABRICKS_SOURCE);
        assertThat(file.cells()).extracting(CodeCell::number).containsExactly(2, 5);
        assertThat(file.cells().get(0).fileLine(3)).isEqualTo(8);
        assertThat(file.cells().get(1).lines()).containsExactly("pass", "y = 1");
        assertThat(file.notices())
                .containsExactly(
                        "a.py cell 3 was not read: it is %sql.",
                        "a.py cell 4 runs ./other (%run), which is not read along.");
    }

    @ParameterizedTest
    @CsvSource({"a.qmd, QUARTO", "a.Rmd, R_MARKDOWN"})
    void chunksOfDocumentsAreCells(String name, Form form) {
        CodeFile file = read(name, """
                ---
                title: x
                ---
                ```{r setup}
                x <- 1
                ```
                ```python
                shown = "only"
                ```
                ```{python, echo=FALSE}
                a = 1
                ```
                ````{python}
                b = '''
                ```
                '''
                ````
                ```{python}
                #| eval: false
                c
                ```
                ~~~ {python}
                d
                """);

        assertThat(file.form()).isEqualTo(form);
        assertThat(file.cells()).extracting(CodeCell::number).containsExactly(2, 3, 5);
        assertThat(file.cells()).extracting(CodeCell::text).containsExactly("a = 1\n", "b = '''\n```\n'''\n", "d\n");
        assertThat(file.cells().get(0).fileLines()).containsExactly(11);
        assertThat(file.notices())
                .containsExactly(
                        name + " cell 1 was not read: it is {r}.",
                        name + " cell 4 was not read: it is a chunk with eval = FALSE.");
    }

    @Test
    void otherNamesMissingFilesAndFoldersAreRefused() throws IOException {
        Files.createDirectory(folder.resolve("d.py"));

        assertThat(CodeFiles.reads("a/B.IPYNB")).isTrue();
        assertThat(CodeFiles.reads("a.txt")).isFalse();
        assertThatThrownBy(() -> CodeFiles.read(folder.resolve("a.txt"), "a.txt"))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("a.txt is not read: its name does not end in .py");
        assertThatThrownBy(() -> CodeFiles.read(folder.resolve("no.py"), "sub\\no.py"))
                .isInstanceOf(WatertightException.class)
                .hasMessage("There is no file sub/no.py.");
        assertThatThrownBy(() -> CodeFiles.read(folder.resolve("d.py"), "d.py"))
                .isInstanceOf(WatertightException.class)
                .hasMessage("d.py is a folder.");
    }

    @Test
    void hugeFilesAreRefused() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("a.ipynb").toFile(), "rw")) {
            file.setLength(70L << 20);
        }
        assertThatThrownBy(() -> CodeFiles.read(folder.resolve("a.ipynb"), "a.ipynb"))
                .isInstanceOf(WatertightException.class)
                .hasMessage("a.ipynb is too large to be read as code: 70 MB, at most 64 MB.");
    }

    private CodeFile read(String name, String text) {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private CodeFile read(String name, byte[] bytes) {
        try {
            return CodeFiles.read(Files.write(folder.resolve(name), bytes), name);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
