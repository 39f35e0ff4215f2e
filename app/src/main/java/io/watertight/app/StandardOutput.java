package io.watertight.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The process's standard output, which remembers what it could not write: a print stream swallows that, and a report cut off by a full disk
 * would pass for a whole one. A reader who left early (a closed pipe) has what it wanted.
 */
final class StandardOutput extends FilterOutputStream {

    private Optional<String> failure = Optional.empty();

    StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    StandardOutput(OutputStream out) {
        super(out);
    }

    /** Why something is missing, in the system's words. */
    Optional<String> failure() {
        return failure;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException problem) {
            String reason = String.valueOf(problem.getMessage());
            if (failure.isEmpty() && !reason.contains("Broken pipe") && !reason.contains("Stream closed")) {
                failure = Optional.of(reason);
            }
            throw problem;
        }
    }
}
