package io.watertight.app;

import io.watertight.app.report.Sheet;
import io.watertight.app.report.SheetWriters;
import io.watertight.core.WatertightException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes a sheet where it was asked for. */
record SheetOutput(OutputPlan plan, Shell shell, boolean quiet) {

    /**
     * Settles the places before any work is done.
     *
     * @param formats as asked for, comma-separated or repeated
     * @param output a file, a folder or {@code -}
     * @param stem name of the files without their endings
     * @param data what is read: never written to
     */
    static SheetOutput of(
            List<String> formats, Optional<String> output, String stem, List<String> data, Shell shell, boolean quiet) {
        List<String> wanted = formats.stream()
                .flatMap(text -> List.of(text.split(",", -1)).stream())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return new SheetOutput(OutputPlan.of(SheetWriters.formats(), wanted, output, stem, data, shell), shell, quiet);
    }

    void write(Sheet sheet, Supplier<String> json) {
        for (Map.Entry<String, Path> file : plan.files().entrySet()) {
            try {
                OutputPlan.save(file.getValue(), rendered(sheet, json, file.getKey(), false), shell);
            } catch (WatertightException unwritable) {
                if (!plan.unasked()) {
                    throw unwritable;
                }
                shell.note(unwritable.explain()); // nobody asked for the page: the text alone will do
                continue;
            }
            if (!quiet) {
                shell.note("Written: " + file.getValue());
            }
        }
        plan.standard().ifPresent(format -> {
            shell.out().print(rendered(sheet, json, format, shell.color()));
            shell.out().flush();
        });
    }

    private String rendered(Sheet sheet, Supplier<String> json, String format, boolean colored) {
        StringBuilder text = new StringBuilder();
        try {
            SheetWriters.write(sheet, json, format, shell.width(), colored, text);
        } catch (IOException impossible) {
            throw new IllegalStateException("a StringBuilder does not fail", impossible);
        }
        return text.toString();
    }
}
