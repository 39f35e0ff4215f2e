package io.watertight.spark;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;

/** Files behind addresses, globs and folders of any file system that Spark's Hadoop knows, in a stable order. */
final class RemoteFiles {

    /** Text of at most this size is taken to this machine, so that it is read as it is everywhere else. */
    private static final long MOST_TEXT = 20_000_000_000L;

    private final Configuration configuration;
    private final List<FileStatus> files;

    private RemoteFiles(Configuration configuration, List<FileStatus> files) {
        this.configuration = configuration;
        this.files = files;
    }

    /** @throws WatertightException if there are none, or they cannot be listed */
    static RemoteFiles find(SparkSession session, List<String> arguments) {
        Configuration configuration = session.sparkContext().hadoopConfiguration();
        List<FileStatus> files = new ArrayList<>();
        for (String argument : arguments) {
            try {
                files.addAll(find(configuration, new Path(argument)));
            } catch (IOException | IllegalArgumentException failure) {
                throw new WatertightException(
                        "'" + argument + "' cannot be listed: " + failure.getMessage() + ".",
                        "check the address, and that Spark has what its file system needs: --packages, credentials",
                        failure);
            }
        }
        return new RemoteFiles(configuration, files);
    }

    private static List<FileStatus> find(Configuration configuration, Path place) throws IOException {
        FileSystem system = place.getFileSystem(configuration);
        FileStatus[] matches = system.globStatus(place);
        if (matches == null || matches.length == 0) {
            throw new WatertightException("there is nothing at '" + place + "'", "check the address");
        }
        List<FileStatus> found = new ArrayList<>();
        for (FileStatus match : matches) {
            RemoteIterator<LocatedFileStatus> all = system.listFiles(match.getPath(), true);
            while (all.hasNext()) {
                FileStatus file = all.next();
                if (isVisible(match.getPath(), file.getPath())) {
                    found.add(file);
                }
            }
        }
        if (found.isEmpty()) {
            throw new WatertightException("'" + place + "' holds no files", "check the address");
        }
        found.sort(Comparator.comparing(file -> file.getPath().toString()));
        return found;
    }

    /** What writers leave beside their data (_SUCCESS, _delta_log, .crc) is not visible. */
    private static boolean isVisible(Path root, Path file) {
        String below = file.toString().substring(root.toString().length());
        return Arrays.stream((file.getName() + below).split("/"))
                .noneMatch(step -> step.startsWith("_") || step.startsWith("."));
    }

    /** The ending of the first file, {@code parquet} if it has none. */
    String format() {
        String name = files.get(0).getPath().getName().toLowerCase(Locale.ROOT);
        if (name.endsWith(".orc")) {
            return "orc";
        }
        boolean text = List.of(
                        ".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".psv", ".gz", ".zst", ".zip", ".arff",
                        ".xlsx", ".data", ".tab")
                .stream()
                .anyMatch(name::endsWith);
        return text ? "text" : "parquet";
    }

    List<String> addresses() {
        return files.stream().map(file -> file.getPath().toString()).toList();
    }

    /** Copies to this machine. */
    List<java.nio.file.Path> fetch(java.nio.file.Path folder, Progress progress) {
        long bytes = files.stream().mapToLong(FileStatus::getLen).sum();
        if (bytes > MOST_TEXT) {
            throw new WatertightException(
                    "The text at " + files.get(0).getPath().getParent() + " has " + bytes / 1_000_000_000
                            + " GB. What its columns mean (delimiter, encoding, words for missing, forms of numbers and dates) is"
                            + " decided by all of its cells and read by one program, on one machine, up to "
                            + MOST_TEXT / 1_000_000_000
                            + " GB.",
                    "convert it to Parquet first, which is read in parallel from then on: spark.read().option(\"header\", true)"
                            + ".csv(TEXT).write().parquet(FOLDER)");
        }
        List<java.nio.file.Path> copies = new ArrayList<>();
        for (FileStatus file : files) {
            progress.stage("Taking " + file.getPath().getName(), 0);
            java.nio.file.Path copy = folder.resolve(
                    "text-" + copies.size() + "-" + file.getPath().getName());
            try {
                file.getPath()
                        .getFileSystem(configuration)
                        .copyToLocalFile(
                                file.getPath(), new Path(copy.toAbsolutePath().toUri()));
            } catch (IOException failure) {
                throw new WatertightException(
                        "'" + file.getPath() + "' cannot be read: " + failure.getMessage() + ".",
                        "check its permissions and the room in the folder for temporary files",
                        failure);
            }
            copies.add(copy);
        }
        return copies;
    }
}
