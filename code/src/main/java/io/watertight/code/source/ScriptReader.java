package io.watertight.code.source;

import io.watertight.code.internal.text.LexicalState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads scripts: whole, in cells after {@code # %%}, or as Databricks exports its notebooks. */
final class ScriptReader {

    private static final Pattern PERCENT = Pattern.compile("#\\s?%%(?!%)\\s*(.*)");
    private static final Pattern KIND = Pattern.compile(".*\\[(\\w+)\\].*");
    private static final String DATABRICKS = "# Databricks notebook source";
    private static final Pattern COMMAND = Pattern.compile("# COMMAND -{5,}\\s*");
    private static final Pattern MAGIC = Pattern.compile("# MAGIC %(\\w+)\\s*(.*)");

    private ScriptReader() {}

    static CodeFile read(String name, List<String> lines, List<String> notices) {
        var collector = new CellCollector(name, notices);
        if (!lines.isEmpty() && lines.get(0).startsWith(DATABRICKS)) {
            databricks(lines, collector);
            return collector.file(CodeFile.Form.DATABRICKS_SOURCE);
        }
        List<Integer> markers = markers(lines);
        if (markers.isEmpty()) {
            collector.add(0, CellLines.of(lines, 0, lines.size()), 0, false);
            return collector.file(CodeFile.Form.SCRIPT);
        }
        percent(lines, markers, collector);
        return collector.file(CodeFile.Form.PERCENT_SCRIPT);
    }

    private static void percent(List<String> lines, List<Integer> markers, CellCollector collector) {
        int number = 0;
        int first = markers.get(0);
        if (hasCode(lines.subList(0, first))) {
            collector.add(++number, CellLines.of(lines, 0, first), 0, true);
        }
        for (int i = 0; i < markers.size(); i++) {
            int marker = markers.get(i);
            int end = i + 1 < markers.size() ? markers.get(i + 1) : lines.size();
            number++;
            Matcher kind = KIND.matcher(lines.get(marker));
            String language = kind.matches() ? kind.group(1) : "";
            switch (language) {
                // Python runs whatever in a cell of text is no comment, as below a paragraph that ends without a
                // marker.
                case "markdown", "md", "raw" -> {
                    if (hasCode(lines.subList(marker, end))) {
                        collector.add(number, CellLines.of(lines, marker, end), 0, true);
                    }
                }
                case "sql", "bash", "html", "javascript", "R", "r", "julia" -> collector.skip(number, language);
                default -> collector.add(number, CellLines.of(lines, marker, end), 0, true);
            }
        }
    }

    /** The lines (from 0) that begin a cell: not those within a string, nor between a block and its body. */
    private static List<Integer> markers(List<String> lines) {
        var markers = new ArrayList<Integer>();
        var state = new LexicalState();
        for (int line = 0; line < lines.size(); line++) {
            if (state.atStart() && PERCENT.matcher(lines.get(line)).matches() && !insideBlock(lines, line)) {
                markers.add(line);
            }
            state.read(lines.get(line));
        }
        return markers;
    }

    private static boolean insideBlock(List<String> lines, int marker) {
        for (int line = marker + 1; line < lines.size(); line++) {
            String text = lines.get(line);
            if (!text.isBlank() && !text.startsWith("#")) {
                return Character.isWhitespace(text.charAt(0)) && !text.strip().startsWith("#");
            }
        }
        return false;
    }

    private static boolean hasCode(List<String> lines) {
        return lines.stream().map(String::strip).anyMatch(line -> !line.isEmpty() && !line.startsWith("#"));
    }

    private static void databricks(List<String> lines, CellCollector collector) {
        int number = 0;
        int start = 1;
        for (int line = 1; line <= lines.size(); line++) {
            if (line == lines.size() || COMMAND.matcher(lines.get(line)).matches()) {
                number++;
                databricksCell(lines, start, line, number, collector);
                start = line + 1;
            }
        }
    }

    private static void databricksCell(List<String> lines, int start, int end, int number, CellCollector collector) {
        List<String> cell = lines.subList(Math.min(start, end), end);
        if (hasCode(cell)) {
            collector.add(number, CellLines.of(lines, start, end), 0, true);
        }
        for (String line : cell) {
            Matcher magic = MAGIC.matcher(line);
            if (magic.matches()) {
                switch (magic.group(1)) {
                    case "sql", "scala", "r", "sh", "fs" -> collector.skip(number, "%" + magic.group(1));
                    case "run" -> collector.runs(number, magic.group(2).strip());
                    default -> {}
                }
            }
        }
    }
}
