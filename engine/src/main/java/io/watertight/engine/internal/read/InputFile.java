package io.watertight.engine.internal.read;

import java.nio.file.Path;

/**
 * A file to read.
 *
 * @param shown what the user calls it, for messages
 * @param path where its bytes are: the file itself or an unpacked copy in the private folder
 */
record InputFile(String shown, Path path) {

    InputFile at(Path other) {
        return new InputFile(shown, other);
    }
}
