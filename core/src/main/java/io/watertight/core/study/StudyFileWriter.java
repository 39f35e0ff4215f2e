package io.watertight.core.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a new study file: always the same order, a comment where a reader may wonder. */
public final class StudyFileWriter {

    /** YAML allows no longer key without ceremony; nobody types such a name anyway. */
    private static final int LONGEST_KEY = 900;

    private static final String HEAD = """
            # A study: what is predicted, from what, and when each column is known. Read by: watertight audit
            # A line marked "guess" is the program's, not yours: take its '#' away to declare it, or correct it.

            """;

    private final StudyNotes notes;
    private final StringBuilder out = new StringBuilder(HEAD);

    private StudyFileWriter(StudyNotes notes) {
        this.notes = notes;
    }

    /**
     * The text of a study file.
     *
     * @param dictionary path of the data dictionary; meanings are kept there, not in the study file
     */
    public static String write(Declaration declaration, Optional<String> dictionary, StudyNotes notes) {
        StudyFileWriter writer = new StudyFileWriter(notes);
        writer.what(declaration);
        writer.columns(declaration, dictionary);
        writer.decisions(declaration);
        return writer.out.toString();
    }

    private void what(Declaration study) {
        if (!study.name().isEmpty()) {
            line("name", YamlText.of(study.name()));
        }
        words("data", study.data());
        words("test", study.test());
        words("code", study.code());
        words("knowledge", study.knowledge());
        study.target().ifPresent(target -> line("target", YamlText.of(target)));
        study.positive().ifPresent(positive -> line("positive", YamlText.of(positive)));
        guesses("positive");
        study.task().ifPresent(task -> line("task", Words.of(task)));
        guesses("task");
        study.split().ifPresent(split -> line("split", YamlText.of(split)));
        keys("id", study.ids());
        keys("group", study.groups());
        keys("time", study.times());
        study.weight().ifPresent(weight -> line("weight", YamlText.of(weight)));
        study.predictAt().ifPresent(point -> line("predict-at", YamlText.of(point.toString())));
        guesses("predict-at");
        study.horizon().ifPresent(horizon -> line("horizon", YamlText.of(horizon.toString())));
        study.purpose().ifPresent(purpose -> line("purpose", Words.of(purpose)));
        guesses("purpose");
    }

    private void columns(Declaration study, Optional<String> dictionary) {
        words("features", study.features());
        words("ignore", study.ignored());
        dictionary.ifPresent(path -> line("dictionary", YamlText.of(path)));
        if (!study.knownAt().isEmpty()) {
            out.append("\n# When the value of each column is known: always | event | event+30d | a time column"
                    + " | after-outcome | unknown\nknown-at:\n");
            study.knownAt().forEach((column, known) -> entry("known-at", column, known.toString()));
        }
        if (!study.types().isEmpty()) {
            out.append("\n# How each column is read: number | text | time | boolean\ntypes:\n");
            new TreeMap<>(study.types()).forEach((column, type) -> entry("types", column, Words.of(type)));
        }
    }

    private void decisions(Declaration study) {
        if (!study.acceptances().isEmpty()) {
            out.append("\nacceptances:\n");
            study.acceptances()
                    .forEach(one -> acceptance(one)
                            .forEach(line -> out.append("  ").append(line).append('\n')));
        }
        if (!study.answers().isEmpty()) {
            out.append("\nanswers:\n");
            new TreeMap<>(study.answers()).forEach((question, answer) -> {
                Signature signature = study.signatures().getOrDefault(question, Signature.NONE);
                out.append("  ").append(YamlText.of(question)).append(": ");
                out.append(answer(answer, signature)).append('\n');
            });
        }
    }

    /** The lines of one acceptance as an item of a list. */
    static List<String> acceptance(Acceptance acceptance) {
        List<String> lines = new ArrayList<>();
        lines.add("- fingerprint: " + YamlText.of(acceptance.fingerprint()));
        lines.add("  because: " + YamlText.of(acceptance.because()));
        acceptance.by().ifPresent(by -> lines.add("  by: " + YamlText.of(by)));
        acceptance.until().ifPresent(until -> lines.add("  until: " + until));
        acceptance.on().ifPresent(day -> lines.add("  on: " + day));
        return lines;
    }

    /** An answer as a value on one line: the word alone where nobody signed it. */
    static String answer(String answer, Signature signature) {
        if (signature.equals(Signature.NONE)) {
            return YamlText.of(answer);
        }
        List<String> fields = new ArrayList<>(List.of("answer: " + YamlText.of(answer)));
        signature.by().ifPresent(by -> fields.add("by: " + YamlText.of(by)));
        signature.on().ifPresent(day -> fields.add("on: " + day));
        signature.question().ifPresent(question -> fields.add("question: " + YamlText.of(question)));
        if (!signature.columns().isEmpty()) {
            fields.add("columns: " + YamlText.list(signature.columns()));
        }
        return "{" + String.join(", ", fields) + "}";
    }

    private void keys(String name, List<Key> keys) {
        if (!keys.isEmpty()) {
            List<String> words = keys.stream()
                    .map(key -> key.columns().size() == 1
                            ? YamlText.of(key.columns().get(0))
                            : YamlText.list(key.columns()))
                    .toList();
            boolean bare = keys.size() == 1 && keys.get(0).columns().size() == 1;
            line(name, bare ? words.get(0) : "[" + String.join(", ", words) + "]");
        }
        guesses(name);
    }

    private void words(String name, List<String> words) {
        if (!words.isEmpty()) {
            line(name, YamlText.oneOrList(words));
        }
    }

    private void line(String key, String value) {
        out.append(key).append(": ").append(value).append(reason(key)).append('\n');
    }

    private void entry(String section, String key, String value) {
        if (key.length() > LONGEST_KEY) {
            out.append("  # a name of ").append(key.length()).append(" characters is left out here\n");
            return;
        }
        out.append("  ")
                .append(YamlText.of(key))
                .append(": ")
                .append(YamlText.of(value))
                .append(reason(section + "." + key))
                .append('\n');
    }

    private String reason(String key) {
        return Optional.ofNullable(notes.reasons().get(key))
                .map(text -> "   # " + YamlText.comment(text))
                .orElse("");
    }

    private void guesses(String about) {
        for (Guess guess : notes.guesses()) {
            if (guess.about().equals(about)) {
                out.append("# ").append(about).append(": ").append(YamlText.of(guess.value()));
                out.append("   # guess: ")
                        .append(YamlText.comment(guess.because()))
                        .append('\n');
            }
        }
    }
}
