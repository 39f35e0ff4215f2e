package io.watertight.app.report;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The forms a sheet can be written in. */
public final class SheetWriters {

    private SheetWriters() {}

    /** Formats by name, with the ending of their files. */
    public static Map<String, String> formats() {
        Map<String, String> formats = new LinkedHashMap<>();
        formats.put("text", "txt");
        formats.put("json", "json");
        formats.put("markdown", "md");
        formats.put("html", "html");
        return Collections.unmodifiableMap(formats);
    }

    /**
     * Writes a sheet.
     *
     * @param json the same result for programs, with all its digits
     * @param format one of {@link #formats()}
     * @param width of the terminal, for text
     * @param colored whether text may carry colours
     */
    public static void write(
            Sheet sheet, Supplier<String> json, String format, int width, boolean colored, Appendable out)
            throws IOException {
        switch (format) {
            case "text" -> out.append(SheetText.write(sheet, width, colored));
            case "json" -> out.append(json.get());
            case "markdown" -> out.append(SheetMarkdown.write(sheet));
            case "html" -> SheetHtml.write(sheet, out);
            default -> throw new IllegalArgumentException("there is no format '" + format + "'");
        }
    }
}
