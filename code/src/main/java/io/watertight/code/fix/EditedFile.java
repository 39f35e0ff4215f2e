package io.watertight.code.fix;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file before and after the edits.
 *
 * @param file as it was read
 * @param before its text
 * @param after its text with the edits
 */
public record EditedFile(ReadFile file, String before, String after) {

    /**
     * Puts the new text in the place of the old one, in one step: whoever reads the file meanwhile sees one or the other.
     *
     * @throws WatertightException if the file was changed since it was read, or cannot be written
     */
    public void write() {
        if (!ReadFile.hash(ReadFile.bytes(file.path())).equals(file.hash())) {
            throw new WatertightException(
                    "The file " + file.name() + " was changed since it was read; it is left as it is.",
                    "run the command again");
        }
        try {
            Path target = file.path().toRealPath();
            Path draft = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
            try {
                // A copy first, so that the draft has the permissions of the file.
                Files.copy(target, draft, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                Files.write(draft, after.getBytes(StandardCharsets.UTF_8));
                move(draft, target);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException problem) {
            throw new WatertightException(
                    "The file " + file.name() + " cannot be written.", "you may not write there", problem);
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
