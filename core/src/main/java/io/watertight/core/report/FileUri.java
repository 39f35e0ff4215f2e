package io.watertight.core.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A path as the relative reference of a URI (RFC 3986), so that a code host finds the file in its checkout. */
final class FileUri {

    private static final String UNRESERVED = "-._~/";

    private FileUri() {}

    /** Empty for standard input and patterns, which name no file. */
    static Optional<String> of(String path) {
        boolean file = !path.equals("-") && path.chars().noneMatch(character -> character == '*' || character == '?');
        return file && !path.isBlank() ? Optional.of(escaped(path.replace('\\', '/'))) : Optional.empty();
    }

    /** Whether the file has lines, by its name. */
    static boolean isText(String uri) {
        String name = uri.toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
    }

    /** Every byte of the UTF-8 text that is not unreserved as %XX. */
    static String escaped(String text) {
        StringBuilder uri = new StringBuilder();
        for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (part & 0xFF);
            boolean plain =
                    (character < 0x80 && Character.isLetterOrDigit(character)) || UNRESERVED.indexOf(character) >= 0;
            uri.append(plain ? String.valueOf(character) : String.format("%%%02X", (int) character));
        }
        return uri.toString();
    }
}
