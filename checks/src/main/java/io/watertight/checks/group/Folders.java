package io.watertight.checks.group;

import io.watertight.checks.support.EntityNames;
import io.watertight.checks.support.EntityNames.Likeness;
import io.watertight.checks.support.IdentityEffect;
import io.watertight.checks.support.Responses;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.CodeVector;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Part;
import io.watertight.core.study.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folders of a column of paths, such as {@code site_a/patient_3/image.png}, as names of entities: each file is another one, the
 * folder is not.
 *
 * @param column the column of paths
 * @param likeness what the folders' names say
 * @param groups folders in the sample
 * @param rows rows with a path
 * @param straddling share of the rows (with a split: of the test rows) whose folder has others (with a split: training rows)
 * @param effect what a folder says about the target
 */
record Folders(String column, Likeness likeness, long groups, long rows, double straddling, IdentityEffect effect) {

    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    /** Nearly all values are paths. */
    private static final double PATHS = 0.95;

    private static final int FEWEST_GROUPS = 20;
    private static final double LEAST_ROWS_A_GROUP = 1.2;

    /** Larger folders are batches, unless their name is that of an entity. */
    private static final double MOST_ROWS_A_NAMELESS_GROUP = 30;

    private static final double LEAST_EFFECT = 0.05;
    private static final double LEAST_Z = 5;

    boolean predicts() {
        return effect.share() >= LEAST_EFFECT && effect.z() >= LEAST_Z;
    }

    /** Folders that name entities by their own name, or whose identity predicts the target. */
    static List<Folders> find(StudyView view) {
        return view.study().columns().stream()
                .filter(column ->
                        column.type() == ColumnType.TEXT && view.sample().has(column.name()))
                .filter(column -> column.role() == Role.FEATURE || column.role() == Role.ID)
                .flatMap(column -> of(view, column).stream())
                .filter(one -> one.likeness() == Likeness.ENTITY || one.predicts())
                .toList();
    }

    /** The deepest folders that hold several files. */
    private static Optional<Folders> of(StudyView view, Column column) {
        if (!(view.sample().column(column.name()) instanceof CodeVector paths)) {
            return Optional.empty();
        }
        List<String> names = paths.dictionary();
        long separated = names.stream()
                .filter(name -> SEPARATOR.matcher(name).find() && !name.contains("://"))
                .count();
        if (names.isEmpty() || separated < PATHS * names.size()) {
            return Optional.empty();
        }
        for (int up = 1; up <= 3; up++) {
            CodeVector folders = folders(paths, up);
            double groups = folders.dictionary().size();
            double rows = folders.size() - (double) folders.missing();
            if (groups < FEWEST_GROUPS) {
                return Optional.empty();
            }
            if (rows >= LEAST_ROWS_A_GROUP * groups) {
                Likeness likeness = likeness(folders.dictionary());
                if (likeness != Likeness.ENTITY && rows > MOST_ROWS_A_NAMELESS_GROUP * groups) {
                    return Optional.empty();
                }
                return Optional.of(new Folders(
                        column.name(),
                        likeness,
                        folders.dictionary().size(),
                        (long) rows,
                        straddling(view, folders),
                        IdentityEffect.of(folders, Responses.of(view))));
            }
        }
        return Optional.empty();
    }

    private static CodeVector folders(CodeVector paths, int up) {
        Map<String, Integer> index = new HashMap<>();
        List<String> folders = new ArrayList<>();
        int[] byPath = new int[paths.dictionary().size()];
        for (int code = 0; code < byPath.length; code++) {
            String folder = folder(paths.dictionary().get(code), up);
            byPath[code] = folder.isEmpty()
                    ? -1
                    : index.computeIfAbsent(folder, name -> {
                        folders.add(name);
                        return folders.size() - 1;
                    });
        }
        int[] codes = new int[paths.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = paths.isMissing(row) ? -1 : byPath[paths.codes()[row]];
        }
        return new CodeVector(codes, folders);
    }

    private static String folder(String path, int up) {
        int end = path.length();
        for (int step = 0; step < up && end >= 0; step++) {
            end = Math.max(path.lastIndexOf('/', end - 1), path.lastIndexOf('\\', end - 1));
        }
        return path.substring(0, Math.max(0, end));
    }

    /** What most folders are called but for their number. */
    private static Likeness likeness(List<String> folders) {
        long entities = folders.stream()
                .map(folder -> SEPARATOR.split(folder, -1))
                .map(parts -> parts[parts.length - 1].replaceAll("[\\W_]*\\d+$", ""))
                .filter(stem -> EntityNames.of(stem) == Likeness.ENTITY)
                .count();
        return entities >= PATHS * folders.size() ? Likeness.ENTITY : Likeness.NONE;
    }

    private static double straddling(StudyView view, CodeVector folders) {
        long[][] counts = new long[folders.dictionary().size()][2];
        for (int row = 0; row < folders.size(); row++) {
            if (!folders.isMissing(row)) {
                counts[folders.codes()[row]][view.sample().part(row) == Part.TEST ? 1 : 0]++;
            }
        }
        boolean split = view.profile().rows(Part.TEST) > 0;
        double all = 0;
        double shared = 0;
        for (long[] count : counts) {
            all += split ? count[1] : count[0];
            shared += split ? (count[0] > 0 ? count[1] : 0) : count[0] > 1 ? count[0] : 0;
        }
        return all == 0 ? 0 : shared / all;
    }
}
