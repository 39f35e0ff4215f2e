package io.watertight.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a sheet goes, in which form. */
final class SheetOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, json, markdown or html; several: comma-separated or repeated."
                    + " Without it: text here, and a web page in this folder.")
    List<String> formats = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "PATH",
            description = "A file for one format, a folder for several, '-' for standard output.")
    @Nullable
    String output;

    /** Settles the places before any work is done. */
    SheetOutput plan(String kind, List<String> data, Shell shell, boolean quiet) {
        String stem = ReportOutput.nameOf(data) + "-" + kind;
        return SheetOutput.of(formats, Optional.ofNullable(output), stem, data, shell, quiet);
    }
}
