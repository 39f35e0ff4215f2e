package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A command run in this process, as a person would see it. */
public record Run(List<String> command, int code, String out, String err) {

    public static Run in(Path folder, String... command) {
        return answering("", false, folder, command);
    }

    /** At a terminal, with these lines typed. */
    static Run typing(String lines, Path folder, String... command) {
        return answering(lines, true, folder, command);
    }

    private static Run answering(String lines, boolean terminal, Path folder, String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                command,
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder,
                terminal);
        return new Run(
                List.of(command), code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    public Run exits(int expected) {
        assertThat(code)
                .as("exit code of %s%nout: %s%nerr: %s", command, out, err)
                .isEqualTo(expected);
        return this;
    }

    /** Wrong use or bad data: exit code 2, a sentence, a remedy, no trace of Java. */
    public Run complains(String... words) {
        exits(2);
        assertThat(err.strip().lines().reduce((first, last) -> last).orElse(""))
                .as("last line of: %s", err)
                .startsWith("Maybe ")
                .endsWith(".");
        assertThat(err).doesNotContain("Exception").doesNotContain("\tat ");
        List.of(words).forEach(word -> assertThat(err).contains(word));
        return this;
    }

    public Run says(String... words) {
        assertThat(out).contains(words);
        return this;
    }

    public Run omits(String... words) {
        assertThat(out).doesNotContain(words);
        return this;
    }

    public Run notes(String... words) {
        assertThat(err).contains(words);
        return this;
    }
}
