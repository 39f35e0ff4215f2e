package io.watertight.engine.internal.read;

import io.watertight.core.WatertightException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Tells the format of an unpacked file by what it holds, whatever its name says. */
final class Sniffer {

    /** More control characters than this are no text. */
    private static final double MOST_CONTROLS = 0.1;

    private Sniffer() {}

    static Format format(InputFile file) {
        byte[] head = Heads.read(file);
        if (head.length == 0) {
            throw new WatertightException("'" + file.shown() + "' is empty", "check how it was written");
        }
        Optional<Signature> signature = Signature.of(head);
        if (signature.isPresent()) {
            return signature.get() == Signature.PARQUET ? Format.PARQUET : Format.EXCEL;
        }
        TextEncoding encoding = TextEncoding.of(head);
        String text = new String(
                head,
                encoding.mark(),
                head.length - encoding.mark(),
                encoding.isUtf8() ? StandardCharsets.ISO_8859_1 : encoding.charset());
        if (isBinary(text)) {
            throw new WatertightException(
                    "'" + file.shown() + "' holds bytes that are neither text nor a known table format",
                    "give a CSV, Parquet, JSON, ARFF or .xlsx file");
        }
        String start = text.stripLeading();
        if (start.isEmpty() && head.length < 1 << 16) {
            throw new WatertightException(
                    "'" + file.shown() + "' holds nothing but blanks", "check how it was written");
        }
        if (isJson(start)) {
            return Format.JSON;
        }
        return isArff(start) ? Format.ARFF : Format.DELIMITED;
    }

    private static boolean isBinary(String text) {
        long controls = text.chars()
                .filter(character -> character < ' '
                        && character != '\t'
                        && character != '\n'
                        && character != '\r'
                        && character != '\f'
                        && character != 0)
                .count();
        long nulls = text.chars().filter(character -> character == 0).count();
        return controls > MOST_CONTROLS * text.length() || nulls > text.length() / 2;
    }

    private static boolean isJson(String start) {
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return false;
        }
        String next = start.substring(1).stripLeading();
        if (start.startsWith("{")) {
            return next.startsWith("\"") || next.startsWith("}");
        }
        return next.startsWith("{") || next.startsWith("[") || next.startsWith("]");
    }

    private static boolean isArff(String start) {
        return start.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("%"))
                .findFirst()
                .filter(line -> line.toLowerCase(Locale.ROOT).matches("@relation(\\s.*)?"))
                .isPresent();
    }
}
