package io.watertight.code.source;

import io.watertight.core.WatertightException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads notebooks of Jupyter, format 3 and 4. */
final class NotebookReader {

    private static final Set<String> PYTHON =
            Set.of("", "python", "python3", "ipython", "ipython3", "pyspark", "xpython");

    private NotebookReader() {}

    static CodeFile read(String name, String json, List<String> notices) {
        NotebookJson notebook = NotebookJson.parse(name, json);
        int format = notebook.format();
        if (format < 3 || format > 4) {
            throw new WatertightException(
                    name + " is a notebook of format " + format + "; formats 3 and 4 are read.",
                    "`jupyter nbconvert --to notebook` brings it to format 4");
        }
        var collector = new CellCollector(name, notices);
        String language = notebook.language().toLowerCase(Locale.ROOT);
        if (!PYTHON.contains(language)) {
            notices.add(name + " is written in " + notebook.language() + "; no cell of it was read.");
            return collector.file(CodeFile.Form.NOTEBOOK);
        }
        int number = 0;
        for (NotebookJson.Cell cell : notebook.cells()) {
            number++;
            if (!cell.type().equals("code")) {
                continue;
            }
            if (PYTHON.contains(cell.language().toLowerCase(Locale.ROOT))) {
                collector.add(number, cell.source(), cell.executionCount(), true);
            } else {
                collector.skip(number, cell.language());
            }
        }
        return collector.file(CodeFile.Form.NOTEBOOK);
    }
}
