package io.watertight.core.report;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a report is written. Start from {@link #DEFAULT}.
 *
 * @param showValues whether cell values may be written; SARIF and JUnit never write them
 * @param width columns of the terminal; other formats do not wrap
 * @param color whether the terminal shows colours
 * @param page where the web page of this report was written, for the terminal's last line
 * @param exitCode the exit code of the command, for the terminal's last line
 */
public record ReportOptions(boolean showValues, int width, boolean color, Optional<String> page, OptionalInt exitCode) {

    /** Narrower than this, wrapped text is harder to read than text that the terminal breaks. */
    private static final int LEAST_WIDTH = 50;

    /** Lines longer than this are tiring to read, however wide the terminal is. */
    private static final int MOST_WIDTH = 120;

    public static final ReportOptions DEFAULT =
            new ReportOptions(false, 100, false, Optional.empty(), OptionalInt.empty());

    public ReportOptions {
        width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width));
    }

    public ReportOptions withShowValues(boolean allowed) {
        return new ReportOptions(allowed, width, color, page, exitCode);
    }

    public ReportOptions withWidth(int columns) {
        return new ReportOptions(showValues, columns, color, page, exitCode);
    }

    public ReportOptions withColor(boolean colored) {
        return new ReportOptions(showValues, width, colored, page, exitCode);
    }

    public ReportOptions withPage(String location) {
        return new ReportOptions(showValues, width, color, Optional.of(location), exitCode);
    }

    public ReportOptions withExitCode(int code) {
        return new ReportOptions(showValues, width, color, page, OptionalInt.of(code));
    }
}
