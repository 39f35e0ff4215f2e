package io.watertight.core.audit;

import io.watertight.core.study.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What identifies the inputs of a run: name, size and time of change. */
final class Inputs {

    private Inputs() {}

    static List<String> describe(Declaration declaration) {
        List<String> result = new ArrayList<>();
        for (String location : declaration.data()) {
            result.add(describe(location));
        }
        for (String location : declaration.test()) {
            result.add(describe(location));
        }
        return result;
    }

    private static String describe(String location) {
        try {
            Path path = Path.of(location);
            if (Files.isRegularFile(path)) {
                return path.getFileName() + ", " + Files.size(path) + " bytes, changed "
                        + Files.getLastModifiedTime(path).toInstant();
            }
        } catch (IOException | InvalidPathException unreadable) {
            return location;
        }
        return location;
    }
}
