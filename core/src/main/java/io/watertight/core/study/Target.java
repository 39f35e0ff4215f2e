package io.watertight.core.study;

import java.util.List;

/**
 * The column to predict.
 *
 * @param column its name
 * @param task the kind of prediction
 * @param taskGuessed whether the program inferred the task
 * @param classes canonical text of each class, most frequent last for two classes unless declared; empty for regression
 * @param positive index of the positive class for a binary task, 0 otherwise
 */
public record Target(String column, Task task, boolean taskGuessed, List<String> classes, int positive) {

    public Target {
        classes = List.copyOf(classes);
    }

    /** The positive class of a binary task. */
    public String positiveClass() {
        return classes.get(positive);
    }
}
