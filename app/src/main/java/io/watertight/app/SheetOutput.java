package io.watertight.app;

import io.watertight.app.report.Sheet;
import io.watertight.app.report.SheetWriters;
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
        List<String> wanted = WordList.of(formats).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return new SheetOutput(OutputPlan.of(SheetWriters.formats(), wanted, output, stem, data, shell), shell, quiet);
    }

    void write(Sheet sheet, Supplier<String> json) {
        for (Map.Entry<String, Path> file : plan.files().entrySet()) {
            boolean isWritten =
                    plan.write(file.getValue(), out -> render(sheet, json, file.getKey(), false, out), shell);
            if (isWritten && !quiet) {
                shell.note("Written: " + file.getValue());
            }
        }
        plan.standard().ifPresent(format -> {
            StringBuilder text = new StringBuilder();
            try {
                render(sheet, json, format, shell.color(), text);
            } catch (IOException impossible) {
                throw new IllegalStateException("a StringBuilder does not fail", impossible);
            }
            shell.out().print(text);
            shell.out().flush();
        });
    }

    private void render(Sheet sheet, Supplier<String> json, String format, boolean colored, Appendable out)
            throws IOException {
        SheetWriters.write(sheet, json, format, shell.width(), colored, out);
    }
}
