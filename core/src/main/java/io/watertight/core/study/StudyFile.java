package io.watertight.core.study;

import io.watertight.core.WatertightException;
import io.watertight.core.files.WholeFile;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A study kept in a file: what people declare and decide, with the comments they wrote. Immutable; a change gives a new one, in
 * which only the lines concerned differ.
 */
public final class StudyFile {

    /** The name of a study's file in its folder. */
    public static final String NAME = "study.yml";

    private final Path path;
    private final String text;
    private final StudyFileReader.Contents contents;

    private StudyFile(Path path, String text) {
        this.path = path;
        this.text = text;
        this.contents = StudyFileReader.read(plain(text), String.valueOf(path.getFileName()));
    }

    /** @throws WatertightException if the file cannot be read, or says something that a study cannot say */
    public static StudyFile read(Path path) {
        return new StudyFile(path, contentOf(path, "study file"));
    }

    /**
     * A study from its text.
     *
     * @param path where it lies or will lie; paths in it are relative to its folder
     * @throws WatertightException if the text says something that a study cannot say
     */
    public static StudyFile parse(Path path, String text) {
        return new StudyFile(path, text);
    }

    private static String contentOf(Path path, String what) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException problem) {
            throw new WatertightException("There is no " + what + " " + path + ".", "check the path", problem);
        } catch (MalformedInputException problem) {
            throw new WatertightException("The " + what + " " + path + " is not UTF-8.", "save it as UTF-8", problem);
        } catch (IOException problem) {
            throw new WatertightException(
                    "The " + what + " " + path + " cannot be read.", "it is a folder, or you may not read it", problem);
        }
    }

    public Path path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** What the file says, word by word. */
    public Declaration declaration() {
        return contents.declaration();
    }

    /** The path of the data dictionary, as written. */
    public Optional<String> dictionary() {
        return contents.dictionary();
    }

    /**
     * What the file says, with its paths made relative to the working folder and its data dictionary read.
     *
     * @throws WatertightException if the data dictionary cannot be read
     */
    public Declaration located() {
        Declaration located = declaration().toBuilder()
                .data(located(declaration().data()))
                .test(located(declaration().test()))
                .code(located(declaration().code()))
                .knowledge(located(declaration().knowledge()))
                .build();
        return dictionary()
                .map(name -> dictionary(Path.of(located(name))).addTo(located))
                .orElse(located);
    }

    /** @throws WatertightException if the file cannot be read or is no data dictionary */
    public static DataDictionary dictionary(Path path) {
        return DataDictionary.parse(contentOf(path, "data dictionary"), path.toString());
    }

    private List<String> located(List<String> locations) {
        return locations.stream().map(this::located).toList();
    }

    private String located(String location) {
        Path folder = path.getParent();
        if (folder == null || location.equals("-") || location.contains("://")) {
            return location;
        }
        try {
            return Path.of(location).isAbsolute()
                    ? location
                    : folder.resolve(location).toString();
        } catch (InvalidPathException strange) {
            return folder + "/" + location;
        }
    }

    /** This study with a finding that somebody answers for; an earlier acceptance of it stays. */
    public StudyFile accept(Acceptance acceptance) {
        StudyFileEditor edited =
                new StudyFileEditor(text).append("acceptances", StudyFileWriter.acceptance(acceptance));
        return changed(
                "acceptances",
                edited,
                study -> study.acceptances().size()
                                == declaration().acceptances().size() + 1
                        && study.acceptances().contains(acceptance));
    }

    /** This study with the answer to a question; an earlier answer is replaced. */
    public StudyFile answer(String question, String answer) {
        StudyFileEditor edited = new StudyFileEditor(text).put("answers", question, answer);
        return changed("answers", edited, study -> answer.equals(study.answers().get(question)));
    }

    /** This study with the answer to a question, and who gave it; an earlier answer is replaced. */
    public StudyFile answer(String question, String answer, Signature signature) {
        String value = StudyFileWriter.answer(answer, signature);
        StudyFileEditor edited = new StudyFileEditor(text).putAsIs("answers", question, value);
        return changed(
                "answers",
                edited,
                study -> answer.equals(study.answers().get(question))
                        && signature.equals(study.signatures().getOrDefault(question, Signature.NONE)));
    }

    /** This study with the time at which a column is known; an earlier entry of that column is replaced. */
    public StudyFile know(String column, KnownAt knownAt) {
        StudyFileEditor edited = new StudyFileEditor(text).put("known-at", column, knownAt.toString());
        return changed(
                "known-at",
                edited,
                study -> study.knownAt(column).equals(knownAt)
                        && study.knownAt().size() >= declaration().knownAt().size());
    }

    /**
     * This study with one value such as {@code purpose}; an earlier value is replaced.
     *
     * @throws WatertightException if there is no such key, or the value is none of its
     */
    public StudyFile set(String key, String value) {
        StudyFileReader.read(key + ": " + YamlText.of(value), "the new value"); // complains in its own words
        return changed(key, new StudyFileEditor(text).set(key, value), study -> true);
    }

    /** This study with one more of what may be several, such as a {@code group}. */
    public StudyFile add(String key, String value) {
        List<String> item = List.of("- " + YamlText.of(value));
        Object before = without("").getOrDefault(key, List.of());
        int count = before instanceof List<?> list ? list.size() : before.equals("") ? 0 : 1;
        return count == 0 ? set(key, value) : changed(key, new StudyFileEditor(text).append(key, item), study -> true);
    }

    /** Nothing but the section may differ, and the section must say what was wanted. */
    private StudyFile changed(String section, StudyFileEditor edited, Predicate<Declaration> wanted) {
        try {
            StudyFile result = new StudyFile(path, edited.text());
            if (wanted.test(result.declaration()) && result.without(section).equals(without(section))) {
                return result;
            }
        } catch (WatertightException unfit) {
            throw notEditable(section, edited);
        }
        throw notEditable(section, edited);
    }

    private WatertightException notEditable(String section, StudyFileEditor edited) {
        return new WatertightException(
                "The section '" + section + "' of " + path + " is written in a way that cannot be edited here.",
                "add this by hand:" + System.lineSeparator() + edited.wanted());
    }

    private Map<String, Object> without(String section) {
        Map<String, Object> result = new HashMap<>();
        if (YamlReader.read(plain(text), path.toString()) instanceof YamlNode.Entries entries) {
            entries.entries()
                    .forEach(entry -> result.put(entry.key(), entry.value().plain()));
        }
        result.remove(section);
        return result;
    }

    private static String plain(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Writes the file in one step: a reader sees the old or the new one, never half of it. */
    public void save() {
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        try {
            Files.createDirectories(folder);
            WholeFile.write(absolute, text);
        } catch (IOException problem) {
            throw new WatertightException(
                    path + " cannot be written.", "you may not write in " + folder + ", or the disk is full", problem);
        }
    }
}
