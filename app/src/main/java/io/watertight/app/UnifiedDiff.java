package io.watertight.app;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.watertight.code.fix.EditedFile;
import java.util.List;

/** The change of a file as {@code git apply} and {@code patch} read it. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    static String of(EditedFile file) {
        List<String> before = lines(file.before());
        List<String> after = lines(file.after());
        String name = file.file().name();
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                "a/" + name, "b/" + name, before, DiffUtils.diff(before, after), CONTEXT);
        return diff.isEmpty() ? "" : String.join("\n", diff) + "\n";
    }

    /** Without line feeds; a missing last one is written as other programs write it. */
    private static List<String> lines(String text) {
        String marked = text.isEmpty() || text.endsWith("\n") ? text : text + "\n\\ No newline at end of file\n";
        return List.of(marked.split("\n", -1))
                .subList(0, (int) marked.chars().filter(one -> one == '\n').count());
    }
}
