package io.watertight.code.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file as text: decoded by its byte order mark, its declaration (PEP 263), or as UTF-8. */
record SourceText(String text) {

    private static final Pattern DECLARATION =
            Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)", Pattern.MULTILINE);

    /** @param notices gets a sentence when the bytes are not what they are declared to be */
    static SourceText decode(byte[] bytes, String name, List<String> notices) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8, name, notices);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE, name, notices);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE, name, notices);
        }
        return decode(bytes, 0, declared(bytes, name, notices).orElse(StandardCharsets.UTF_8), name, notices);
    }

    /** The lines, whatever ends them; an end after the last one begins no further line. */
    List<String> lines() {
        return lines(text);
    }

    static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\n' || character == '\r') {
                lines.add(text.substring(start, i));
                if (character == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    private static SourceText decode(byte[] bytes, int mark, Charset charset, String name, List<String> notices) {
        var content = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        try {
            return new SourceText(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(content.duplicate())
                    .toString());
        } catch (CharacterCodingException broken) {
            notices.add(name + " is not valid " + charset.name() + "; it was read as Latin-1.");
            return new SourceText(
                    StandardCharsets.ISO_8859_1.decode(content.duplicate()).toString());
        }
    }

    private static Optional<Charset> declared(byte[] bytes, String name, List<String> notices) {
        String start = new String(bytes, 0, Math.min(bytes.length, 400), StandardCharsets.ISO_8859_1);
        List<String> lines = lines(start);
        Matcher matcher = DECLARATION.matcher(String.join("\n", lines.subList(0, Math.min(2, lines.size()))));
        if (!matcher.find()) {
            return Optional.empty();
        }
        // Python writes "latin-1" and "utf_8_sig" where Java knows "latin1" and "utf-8".
        String charset = matcher.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
        if (charset.startsWith("utf-8") || charset.startsWith("utf8")) {
            return Optional.empty();
        }
        if (charset.startsWith("latin-1") || charset.startsWith("iso-latin-1") || charset.startsWith("iso-8859-1-")) {
            return Optional.of(StandardCharsets.ISO_8859_1);
        }
        try {
            return Optional.of(Charset.forName(charset));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            notices.add(name + " declares the encoding " + charset + ", which is not known; it was read as UTF-8.");
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
