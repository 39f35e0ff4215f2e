package io.watertight.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program as a process of its own.
 *
 * @param folder the working folder
 * @param temporary where it puts temporary files
 * @param before words before the program, such as {@code setpriv}; the last may be a shell line that ends in {@code exec "$@"}
 */
record Program(Path folder, Path temporary, List<String> before) {

    static Program in(Path folder) throws IOException {
        return new Program(folder, Files.createDirectories(folder.resolve("tmp")), List.of());
    }

    Program after(String... words) {
        return new Program(folder, temporary, List.of(words));
    }

    Program withTemporary(Path place) {
        return new Program(folder, place, before);
    }

    /**
     * What a process did.
     *
     * @param code its exit code
     * @param said both its outputs
     */
    record Ended(int code, String said) {}

    Process start(String... command) throws IOException {
        List<String> words = new ArrayList<>(before);
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.addAll(List.of(command));
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    Ended run(String... command) throws IOException, InterruptedException {
        Process process = start(command);
        try {
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                throw new IllegalStateException("does not end: " + String.join(" ", command));
            }
            return new Ended(process.exitValue(), Files.readString(folder.resolve("said")));
        } finally {
            process.destroyForcibly();
        }
    }
}
