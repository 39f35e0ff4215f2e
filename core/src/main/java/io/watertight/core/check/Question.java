package io.watertight.core.check;

import java.util.List;

/**
 * What a person must say to settle a suspicion.
 *
 * @param text the question, ending with a question mark
 * @param answers flags that answer it, e.g. {@code --known-at duration=after-outcome}
 * @param columns columns it is about
 * @param weight how much the answer would change; the most decisive come first
 */
public record Question(String text, List<String> answers, List<String> columns, double weight) {

    public Question {
        answers = List.copyOf(answers);
        columns = List.copyOf(columns);
    }

    /** Stable across runs. */
    public String fingerprint() {
        return Fingerprint.of(
                "question", String.join("\u0001", columns.stream().sorted().toList()), String.join(" ", answers));
    }

    /** The usual one: is this column known when the prediction is made? */
    public static Question known(List<String> columns, String text, double weight) {
        List<String> answers = columns.stream()
                .flatMap(column -> java.util.stream.Stream.of(
                        "--known-at " + quoted(column) + "=always", "--known-at " + quoted(column) + "=after-outcome"))
                .toList();
        return new Question(text, answers, columns, weight);
    }

    private static String quoted(String column) {
        return column.matches("[\\w.#-]+") ? column : "'" + column.replace("'", "'\\''") + "'";
    }
}
