package io.watertight.app;

import io.watertight.core.WatertightException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How delimited text is read. */
final class ReadingOptions {

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "What separates fields, e.g. ';' or tab; by default found out.")
    @Nullable
    String delimiter;

    @Option(names = "--no-header", description = "The first line is data; columns are called c1, c2, ...")
    boolean noHeader;

    @Option(names = "--header", description = "The first line holds the names, whatever it looks like.")
    boolean header;

    Optional<Character> character() {
        if (delimiter == null) {
            return Optional.empty();
        }
        String character = switch (delimiter.toLowerCase(Locale.ROOT)) {
            case "\\t", "tab" -> "\t";
            case "comma" -> ",";
            case "semicolon" -> ";";
            case "pipe" -> "|";
            case "space" -> " ";
            default -> delimiter;
        };
        if (character.length() != 1 || "\"\r\n".contains(character)) {
            throw new WatertightException(
                    "--delimiter '" + delimiter + "' is not one character that can separate fields.",
                    "use a comma, ';', '|' or tab");
        }
        return Optional.of(character.charAt(0));
    }

    Optional<Boolean> isHeader() {
        if (header && noHeader) {
            throw new WatertightException("--header and --no-header contradict each other.", "leave one of them out");
        }
        return header ? Optional.of(true) : noHeader ? Optional.of(false) : Optional.empty();
    }
}
