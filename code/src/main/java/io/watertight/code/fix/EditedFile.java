package io.watertight.code.fix;

import io.watertight.core.WatertightException;
import io.watertight.core.files.WholeFile;
import java.io.IOException;

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
            WholeFile.write(file.path(), after);
        } catch (IOException problem) {
            throw new WatertightException(
                    "The file " + file.name() + " cannot be written: " + WholeFile.why(problem) + ".",
                    "make room, or ask whom it belongs to",
                    problem);
        }
    }
}
