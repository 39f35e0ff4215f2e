package io.watertight.engine.internal.read;

import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Finds the files behind paths, globs, folders and {@code -}, in a stable order. */
final class InputFiles {

    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]+://.*", Pattern.DOTALL);
    private static final Pattern GLOB = Pattern.compile("[*?\\[{]");
    private static final Set<String> DATA_ENDINGS = Set.of(
            "arff", "csv", "data", "gz", "json", "jsonl", "ndjson", "parquet", "pq", "psv", "tab", "tsv", "txt", "xlsx",
            "zip", "zst");

    private final InputStream standardInput;
    private final Path privateFolder;

    InputFiles(InputStream standardInput, Path privateFolder) {
        this.standardInput = standardInput;
        this.privateFolder = privateFolder;
    }

    /** All files that the arguments name; at least one. */
    List<InputFile> find(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new WatertightException("no data was named", "give a file, a folder, or - for standard input");
        }
        List<InputFile> files = new ArrayList<>();
        for (String argument : arguments) {
            files.addAll(find(argument));
        }
        return files;
    }

    private List<InputFile> find(String argument) {
        if (argument.equals("-")) {
            return List.of(spooled());
        }
        if (ADDRESS.matcher(argument).matches()) {
            throw new WatertightException(
                    "'" + argument + "' is an address, and this engine reads files of this machine alone",
                    "download it first and give the file, or add --engine spark, which reads hdfs://, s3a:// and table:NAME");
        }
        Path path = pathOf(argument);
        if (Files.isDirectory(path)) {
            return inFolder(argument, path);
        }
        if (Files.exists(path)) {
            return List.of(readable(new InputFile(argument, path)));
        }
        if (GLOB.matcher(argument).find()) {
            return matching(argument);
        }
        throw missing(argument, path);
    }

    private static Path pathOf(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException invalid) {
            throw new WatertightException(
                    "'" + argument + "' is not a path: " + invalid.getReason(), "check the spelling", invalid);
        }
    }

    private InputFile spooled() {
        Path file = privateFolder.resolve("standard-input");
        try {
            Files.copy(standardInput, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new WatertightException(
                    "standard input could not be read: " + failure.getMessage(),
                    "save the data as a file first",
                    failure);
        }
        return new InputFile("standard input", file);
    }

    private static InputFile readable(InputFile file) {
        if (!Files.isReadable(file.path())) {
            throw new WatertightException(
                    "'" + file.shown() + "' may not be read by this user", "change its permissions with chmod u+r");
        }
        if (!Files.isRegularFile(file.path())) {
            throw new WatertightException(
                    "'" + file.shown() + "' is not a regular file", "pipe it in and give - as the file");
        }
        return file;
    }

    private static List<InputFile> inFolder(String argument, Path folder) {
        List<Path> all = walk(folder, argument);
        List<Path> data = all.stream().filter(InputFiles::endsLikeData).toList();
        List<Path> chosen = data.isEmpty() ? all : data;
        if (chosen.isEmpty()) {
            throw new WatertightException(
                    "the folder '" + argument + "' has no data files",
                    "give the folder that holds the .csv or .parquet files");
        }
        return chosen.stream()
                .map(path -> readable(new InputFile(path.toString(), path)))
                .toList();
    }

    private static List<InputFile> matching(String glob) {
        int wild = 0;
        while (!GLOB.matcher(glob.substring(wild, wild + 1)).matches()) {
            wild++;
        }
        int lastSlash = glob.lastIndexOf('/', wild);
        String prefix = lastSlash < 0 ? "" : glob.substring(0, lastSlash + 1);
        Path folder = Path.of(prefix.isEmpty() ? "." : prefix);
        PathMatcher matcher;
        try {
            matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob.substring(lastSlash + 1));
        } catch (PatternSyntaxException wrong) {
            throw new WatertightException(
                    "'" + glob + "' is neither a file nor a pattern: " + wrong.getDescription(),
                    "quote the pattern, e.g. 'data/*.csv'",
                    wrong);
        }
        List<InputFile> files = (Files.isDirectory(folder) ? walk(folder, glob) : List.<Path>of())
                .stream()
                        .filter(path -> matcher.matches(folder.relativize(path)))
                        .map(path -> readable(new InputFile(path.toString(), path)))
                        .toList();
        if (files.isEmpty()) {
            throw new WatertightException(
                    "no file matches '" + glob + "'",
                    "check the folder, or quote the pattern so that the shell leaves it alone");
        }
        return files;
    }

    /** The visible files below a folder, sorted by path; what writers leave beside their data (_SUCCESS, .crc) is not visible. */
    private static List<Path> walk(Path folder, String argument) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> isVisible(folder.relativize(path)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException failure) {
            throw new WatertightException(
                    "the folder of '" + argument + "' cannot be listed: " + failure.getMessage(),
                    "check its permissions",
                    failure);
        }
    }

    private static boolean isVisible(Path relative) {
        for (Path step : relative) {
            String name = step.toString();
            if (name.startsWith(".") || name.startsWith("_")) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsLikeData(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return DATA_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static WatertightException missing(String argument, Path path) {
        Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path.toAbsolutePath());
        if (!Files.isDirectory(folder)) {
            return new WatertightException(
                    "there is no file '" + argument + "': its folder does not exist", "check the path " + folder);
        }
        List<String> neighbours = List.of();
        try (Stream<Path> paths = Files.list(folder)) {
            neighbours = paths.map(neighbour -> String.valueOf(neighbour.getFileName()))
                    .sorted()
                    .limit(1000)
                    .toList();
        } catch (IOException unlisted) {
            // A folder that cannot be listed only costs the hint.
        }
        String remedy = Spelling.nearest(String.valueOf(path.getFileName()), neighbours)
                .map(nearest -> "you meant '" + nearest + "'")
                .orElse("check the path, it was looked for in " + folder);
        return new WatertightException("there is no file '" + argument + "'", remedy);
    }
}
