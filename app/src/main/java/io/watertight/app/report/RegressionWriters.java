package io.watertight.app.report;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The forms a regression sheet can be written in. */
public final class RegressionWriters {

    private RegressionWriters() {}

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
     * @param format one of {@link #formats()}
     * @param width of the terminal, for text
     * @param colored whether text may carry colours
     */
    public static void write(RegressionReport report, String format, int width, boolean colored, Appendable out)
            throws IOException {
        switch (format) {
            case "text" -> out.append(RegressionText.write(report, width, colored));
            case "json" -> out.append(RegressionJson.write(report));
            case "markdown" -> out.append(RegressionMarkdown.write(report));
            case "html" -> RegressionHtml.write(report, out);
            default -> throw new IllegalArgumentException("there is no format '" + format + "'");
        }
    }
}
