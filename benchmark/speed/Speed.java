import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times whole audits of generated tables against one full scan of the same file by the same engine on the same machine: count, minimum,
 * maximum, average and approximate distinct count of every column. Prints a Markdown table; see README.md for the command.
 *
 * <p>A source file that {@code java} runs as it is, so that a benchmark needs no build of its own.
 */
final class Speed {

    private static final Pattern STAGE = Pattern.compile("\"(read|profile|sample|propose|scan|models|judge)\"\\s*:\\s*([0-9.eE+-]+)");

    private final Path launcher;
    private final Path folder;

    private Speed(Path launcher, Path folder) {
        this.launcher = launcher;
        this.folder = folder;
    }

    /** Arguments: the launcher, then cases such as {@code parquet:10000000x30} and {@code csv:1000000x50}. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("watertight-speed");
        try {
            Speed speed = new Speed(Path.of(arguments[0]).toAbsolutePath(), folder);
            System.out.println("| table | file MB | one scan s | audit s | audit / scan | of processor time | peak memory MB | models s | stages s |");
            System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
            for (String one : Arrays.asList(arguments).subList(1, arguments.length)) {
                speed.run(one);
            }
        } finally {
            try (var files = Files.list(folder)) {
                files.map(Path::toFile).forEach(File::delete);
            }
            Files.deleteIfExists(folder);
        }
    }

    private void run(String text) throws Exception {
        String format = text.substring(0, text.indexOf(':'));
        long rows = Long.parseLong(text.substring(text.indexOf(':') + 1, text.indexOf('x')));
        int columns = Integer.parseInt(text.substring(text.indexOf('x') + 1));
        Path file = folder.resolve("table-" + rows + "x" + columns + "." + format);
        generate(file, rows, columns, format);
        Cost scan = new Cost(Double.MAX_VALUE, Double.MAX_VALUE);
        for (int repeat = 0; repeat < 3; repeat++) {
            scan = scan.least(scan(file, columns, format));
        }
        Run audit = audit(file);
        System.out.printf(
                Locale.ENGLISH,
                "| %s %,d x %d | %.0f | %.2f | %.1f | %.1f | %.1f | %.0f | %s | %s |%n",
                format, rows, columns, Files.size(file) / 1e6, scan.seconds, audit.seconds, audit.seconds / scan.seconds,
                audit.processor / scan.processor, audit.peakMegabytes,
                audit.models, audit.stages);
        Files.delete(file);
    }

    /** Mixed types in turn: decimals, whole numbers, words, dates, booleans, gaps, a skewed count; the target depends on three. */
    private static void generate(Path file, long rows, int columns, String format) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int column = 1; column < columns; column++) {
            parts.add(switch (column % 10) {
                case 0 -> "(hash(i * 31 + " + column + ") % 365)::INT + DATE '2020-01-01' AS date_" + column;
                case 1, 2, 3 -> "((hash(i * 17 + " + column + ") % 1000003) / 1000003.0 + 0.1 * (hash(i) % 7))::DOUBLE AS amount_" + column;
                case 4, 5 -> "(hash(i * 13 + " + column + ") % 5000)::INT AS count_" + column;
                case 6 -> "'level ' || (hash(i * 11 + " + column + ") % 25) AS level_" + column;
                case 7 -> "'code ' || (hash(i * 7 + " + column + ") % 20000) AS code_" + column;
                case 8 -> "hash(i * 5 + " + column + ") % 3 = 0 AS flag_" + column;
                default -> "CASE WHEN hash(i * 3 + " + column + ") % 4 > 0 THEN (hash(i * 19 + " + column + ") % 10007) / 7.0 END AS lab_"
                        + column;
            });
        }
        String query = "SELECT (hash(i * 101) % 100 < 20 + 3 * (hash(i) % 7))::INT AS y, " + String.join(", ", parts) + " FROM range("
                + rows + ") t(i)";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '2GB'");
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT " + format + (format.equals("csv") ? ", HEADER)" : ")"));
        }
    }

    /** By the clock, and of all processors. */
    private record Cost(double seconds, double processor) {

        Cost least(Cost other) {
            return new Cost(Math.min(seconds, other.seconds), Math.min(processor, other.processor));
        }
    }

    private static Cost scan(Path file, int columns, String format) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement describe = connection.createStatement()) {
            String from = format.equals("csv") ? "read_csv('" + file + "')" : "read_parquet('" + file + "')";
            List<String> terms = new ArrayList<>();
            try (ResultSet names = describe.executeQuery("DESCRIBE SELECT * FROM " + from)) {
                while (names.next()) {
                    String name = '"' + names.getString(1) + '"';
                    String type = names.getString(2);
                    boolean number = type.equals("DOUBLE") || type.endsWith("INT") || type.equals("INTEGER") || type.startsWith("DECIMAL");
                    terms.add("count(" + name + "), min(" + name + "), max(" + name + "), approx_count_distinct(" + name + ")"
                            + (number ? ", sum(" + name + "), avg(" + name + ")" : ""));
                }
            }
            OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            long start = System.nanoTime();
            long used = machine.getProcessCpuTime();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT " + String.join(", ", terms) + " FROM " + from)) {
                row.next();
            }
            return new Cost((System.nanoTime() - start) / 1e9, (machine.getProcessCpuTime() - used) / 1e9);
        }
    }

    private record Run(double seconds, double processor, double peakMegabytes, String models, String stages) {}

    private Run audit(Path file) throws IOException, InterruptedException {
        Path report = folder.resolve("report.json");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        launcher.toString(), "audit", file.toString(), "--target", "y", "--format", "json", "--output",
                        report.toString(), "--quiet")
                .inheritIO()
                .start();
        double peak = 0;
        double processor = 0;
        while (process.isAlive()) {
            processor = Math.max(processor, processorOf(process.pid()));
            peak = Math.max(peak, peakOf(process.pid()));
            Thread.sleep(50);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() > 1) {
            throw new IllegalStateException("the audit of " + file + " ended with " + process.exitValue());
        }
        StringBuilder stages = new StringBuilder();
        String models = "";
        Matcher matcher = STAGE.matcher(Files.readString(report));
        while (matcher.find()) {
            String seconds1 = String.format(Locale.ENGLISH, "%.1f", Double.parseDouble(matcher.group(2)));
            stages.append(matcher.group(1)).append(' ').append(seconds1).append(", ");
            models = matcher.group(1).equals("models") ? seconds1 : models;
        }
        return new Run(seconds, processor, peak, models, stages.toString().replaceAll(", $", ""));
    }

    /** Seconds of all processors so far, of the user and of the system. */
    private static double processorOf(long pid) {
        try {
            String[] fields = Files.readString(Path.of("/proc/" + pid + "/stat")).replaceAll(".*\\) ", "").split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** The largest resident size so far, from the kernel's own account. */
    private static double peakOf(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
