package io.watertight.ml.ledger;

import io.watertight.core.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How this machine left its own chains. Not under version control: after another branch is checked out, it tells that a chain stands
 * elsewhere now, and it is the one witness against cutting the end of the only chain.
 */
final class LocalMemory {

    private static final String PREFIX = "ledger-";
    private static final Pattern LINE = Pattern.compile("([a-z0-9-]+) (\\d{1,9}) ([0-9a-f]{64})");

    private final Path file;

    private LocalMemory(Path file) {
        this.file = file;
    }

    static LocalMemory of(Path local, WriterIdentity writer) {
        return new LocalMemory(local.resolve(PREFIX + writer.id()));
    }

    /** What every writer who ever worked in this place remembers of its own chains. */
    static Map<String, Head> all(Path local) throws IOException {
        Map<String, Head> heads = new TreeMap<>();
        if (Files.isDirectory(local)) {
            try (Stream<Path> files = Files.list(local)) {
                files.filter(file -> String.valueOf(file.getFileName()).startsWith(PREFIX))
                        .sorted()
                        .forEach(file -> heads.putAll(new LocalMemory(file).heads()));
            }
        }
        return heads;
    }

    Map<String, Head> heads() {
        Map<String, Head> heads = new TreeMap<>();
        if (Files.isRegularFile(file)) {
            try {
                for (String line : Files.readAllLines(file)) {
                    Matcher matcher = LINE.matcher(line);
                    if (matcher.matches()) {
                        heads.put(matcher.group(1), new Head(Integer.parseInt(matcher.group(2)), matcher.group(3)));
                    }
                }
            } catch (IOException forgotten) {
                return Map.of();
            }
        }
        return heads;
    }

    void remember(String chain, Head head) throws IOException {
        Map<String, Head> heads = new TreeMap<>(heads());
        heads.put(chain, head);
        StringBuilder text = new StringBuilder();
        heads.forEach((name, last) -> text.append(name)
                .append(' ')
                .append(last.entries())
                .append(' ')
                .append(last.hash())
                .append('\n'));
        WholeFile.write(file, text);
    }
}
