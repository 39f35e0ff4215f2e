package io.watertight.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks a person, one question at a time. An empty line leaves a question open; the end of the input leaves all that follow. */
final class Interview {

    private final BufferedReader in;
    private final PrintStream out;
    private boolean over;

    Interview(Shell shell) {
        this.in = new BufferedReader(new InputStreamReader(shell.in(), StandardCharsets.UTF_8));
        this.out = shell.out();
    }

    /** Yes, no, or nothing. */
    Optional<Boolean> yesOrNo(String question) {
        while (true) {
            Optional<String> answer = ask(question + " [yes/no, empty: leave open]");
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            switch (answer.get().toLowerCase(Locale.ROOT)) {
                case "y", "yes" -> {
                    return Optional.of(true);
                }
                case "n", "no" -> {
                    return Optional.of(false);
                }
                default -> out.println("  Please answer yes or no.");
            }
        }
    }

    /** One of the words, or nothing. */
    Optional<String> choice(String question, List<String> words) {
        while (true) {
            Optional<String> answer = ask(question + " [" + String.join(", ", words) + "; empty: leave open]");
            if (answer.isEmpty() || words.contains(answer.get())) {
                return answer;
            }
            out.println(Printable.of("  '" + answer.get() + "' is none of them."));
        }
    }

    private Optional<String> ask(String question) {
        if (over) {
            return Optional.empty();
        }
        out.print(Printable.of(question) + " ");
        out.flush();
        try {
            String line = in.readLine();
            over = line == null;
            return Optional.ofNullable(line).map(String::strip).filter(text -> !text.isEmpty());
        } catch (IOException closed) {
            over = true;
            return Optional.empty();
        }
    }
}
