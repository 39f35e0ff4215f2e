package io.watertight.core.check;

import java.util.List;
import java.util.stream.Collectors;

/** A change that can be shown as a diff and applied. */
public sealed interface Fix {

    /** What to do, in a few words. */
    String summary();

    /**
     * An edit of {@code study.yml}: values added to a list or set at a path.
     *
     * @param summary what to do
     * @param path dotted path in the study file, e.g. {@code ignore}, {@code group}, {@code purpose}
     * @param values values to add (a list) or the one value to set
     */
    record ConfigEdit(String summary, String path, List<String> values) implements Fix {
        public ConfigEdit {
            values = List.copyOf(values);
        }
    }

    /**
     * Something to be done outside the study file: drop repeated rows, fit a scaler again.
     *
     * @param summary what to do
     */
    record Advice(String summary) implements Fix {}

    /**
     * An edit of source files.
     *
     * @param summary what to do
     * @param edits replacements of whole lines that do not overlap, to be made together or not at all
     */
    record CodeEdit(String summary, List<LineEdit> edits) implements Fix {
        public CodeEdit {
            edits = List.copyOf(edits);
        }
    }

    /**
     * Whole lines of a file or cell and what they become.
     *
     * @param file the file
     * @param cell the notebook cell, from 1; 0 for a plain file
     * @param firstLine the first line to be replaced, from 1, within the cell if there is one
     * @param lastLine the last line to be replaced; one less than the first to insert before it
     * @param replacement the lines instead, without line ends
     */
    record LineEdit(String file, int cell, int firstLine, int lastLine, List<String> replacement) {
        public LineEdit {
            replacement = List.copyOf(replacement);
        }
    }

    /** Leave columns out of the model. */
    static Fix leaveOut(List<String> columns) {
        String what = columns.size() == 1 ? "leave it out" : columns.size() == 2 ? "leave both out" : "leave them out";
        return new ConfigEdit(what, "ignore", columns);
    }

    /** Keep rows of one entity in one part. */
    static Fix keepTogether(List<String> columns) {
        return new ConfigEdit(
                "keep rows of one " + columns.stream().collect(Collectors.joining("+")) + " in one part",
                "group",
                List.of(String.join("+", columns)));
    }

    /** Split in time. */
    static Fix splitByTime(String column) {
        return new ConfigEdit("train on the past, test on what comes later", "time", List.of(column));
    }
}
