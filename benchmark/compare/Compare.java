import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures a few ratios that hardly depend on the machine, prints them beside the recorded ones, and ends with 1 if one has grown by more than
 * a quarter. See README.md. Arguments: the launcher, the file of recorded ratios, then {@code --record} or {@code --tolerance X}.
 */
final class Compare {

    private static final int ROUNDS = 3;

    /** What {@code times} of the shell says of the processes it waited for: minutes and seconds, of the user and of the system. */
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([0-9.]+)s (\\d+)m([0-9.]+)s\\s*$");

    private final String launcher;
    private final Path folder;
    private final Map<String, Double> ratios = new LinkedHashMap<>();

    private Compare(String launcher, Path folder) {
        this.launcher = launcher;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> options = Arrays.asList(arguments).subList(2, arguments.length);
        Path recorded = Path.of(arguments[1]);
        double tolerance = options.contains("--tolerance") ? Double.parseDouble(options.get(options.indexOf("--tolerance") + 1)) : 1.25;
        Path folder = Files.createTempDirectory("watertight-compare");
        try {
            Compare compare = new Compare(arguments[0], folder);
            compare.startUp();
            compare.audit("parquet", 1_000_000, 30);
            compare.audit("csv", 300_000, 30);
            if (options.contains("--record")) {
                compare.record(recorded);
            } else if (compare.hasGrown(recorded, tolerance)) {
                System.exit(1);
            }
        } finally {
            for (File file : folder.toFile().listFiles()) {
                Files.deleteIfExists(file.toPath());
            }
            Files.deleteIfExists(folder);
        }
    }

    private record Cost(double processor, double megabytes) {}

    /** Against a Java that says its version: what no program in Java can go below. */
    private void startUp() throws Exception {
        Path file = folder.resolve("small.csv");
        run(launcher, "generate", file.toString(), "--rows", "1000", "--columns", "20", "--quiet");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        double[] least = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        for (int round = 0; round < 2 * ROUNDS; round++) {
            least[0] = Math.min(least[0], repeated(java, "-Xshare:auto", "-version"));
            least[1] = Math.min(least[1], repeated(launcher, "--version"));
            least[2] = Math.min(least[2], audit(file).processor);
        }
        ratios.put("--version / java -version (processor)", least[1] / least[0]);
        ratios.put("audit of csv 1000x20 / java -version (processor)", least[2] / least[0]);
    }

    private void audit(String format, long rows, int columns) throws Exception {
        Path file = folder.resolve("table." + format);
        run(launcher, "generate", file.toString(), "--rows", "" + rows, "--columns", "" + columns, "--quiet", "--force");
        double scan = Double.MAX_VALUE;
        double audit = Double.MAX_VALUE;
        double peak = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) { // in turn, so that what else the machine does meets both
            scan = Math.min(scan, scan(file, format));
            Cost cost = audit(file);
            audit = Math.min(audit, cost.processor);
            peak = Math.min(peak, cost.megabytes);
        }
        String table = format + " " + rows + "x" + columns;
        ratios.put("audit of " + table + " / one scan (processor)", audit / scan);
        ratios.put("peak memory of the audit of " + table + ", bytes a row", peak * (1 << 20) / rows);
        Files.delete(file);
    }

    private Cost audit(Path file) throws IOException, InterruptedException {
        return run(launcher, "audit", file.toString(), "--target", "outcome", "--purpose", "rows", "--format", "json", "--output",
                folder.resolve("report.json").toString(), "--quiet", "--fail-on", "never");
    }

    private static double scan(Path file, String format) throws Exception {
        com.sun.management.OperatingSystemMXBean machine =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            String from = " FROM read_" + format + "('" + file + "')";
            List<String> terms = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("DESCRIBE SELECT *" + from)) {
                while (names.next()) {
                    String name = '"' + names.getString(1) + '"';
                    String type = names.getString(2);
                    terms.add("count(" + name + "), min(" + name + "), max(" + name + "), approx_count_distinct(" + name + ")"
                            + (type.equals("DOUBLE") || type.endsWith("INT") || type.equals("INTEGER") ? ", avg(" + name + ")" : ""));
                }
            }
            long start = machine.getProcessCpuTime();
            try (Statement one = connection.createStatement();
                    ResultSet row = one.executeQuery("SELECT " + String.join(", ", terms) + from)) {
                row.next();
            }
            return (machine.getProcessCpuTime() - start) / 1e9;
        }
    }

    /** Seconds of a command too short for the kernel's clock, which ticks a hundred times a second. */
    private double repeated(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", "for i in 1 2 3 4 5 6 7 8 9 10; do \"$0\" \"$@\"; done"));
        words.addAll(Arrays.asList(command));
        return run(words.toArray(String[]::new)).processor / 10;
    }

    /** Processor time by the shell's account of its children; the largest resident size by the kernel's, looked at while it runs. */
    private Cost run(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", "\"$0\" \"$@\" >/dev/null 2>&1; code=$?; times; exit $code"));
        words.addAll(Arrays.asList(command));
        Path output = folder.resolve("times");
        Process process = new ProcessBuilder(words).redirectOutput(output.toFile()).start();
        double peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, process.descendants().mapToDouble(Compare::resident).max().orElse(0));
            Thread.sleep(20);
        }
        if (process.waitFor() > 1) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue());
        }
        Matcher matcher = TIMES.matcher(Files.readString(output).strip());
        if (!matcher.find()) {
            throw new IllegalStateException("sh does not tell the times of its children");
        }
        double minutes = Double.parseDouble(matcher.group(1)) + Double.parseDouble(matcher.group(3));
        return new Cost(60 * minutes + Double.parseDouble(matcher.group(2)) + Double.parseDouble(matcher.group(4)), peak);
    }

    private static double resident(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    private void record(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("measure,ratio"));
        ratios.forEach((measure, ratio) -> lines.add('"' + measure + "\"," + String.format(Locale.ROOT, "%.3g", ratio)));
        Files.write(file, lines);
        lines.forEach(System.out::println);
    }

    private boolean hasGrown(Path file, double tolerance) throws IOException {
        Map<String, Double> before = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("\"")) {
                before.put(line.substring(1, line.lastIndexOf('"')), Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)));
            }
        }
        boolean grown = false;
        System.out.println("| measure | now | recorded | now / recorded |");
        System.out.println("| --- | ---: | ---: | ---: |");
        for (Map.Entry<String, Double> one : ratios.entrySet()) {
            Double known = before.get(one.getKey());
            boolean worse = known != null && one.getValue() > tolerance * known;
            System.out.printf(
                    Locale.ENGLISH, "| %s | %.4g | %s | %s%s |%n",
                    one.getKey(), one.getValue(), known == null ? "-" : String.format(Locale.ENGLISH, "%.4g", known),
                    known == null ? "new" : String.format(Locale.ENGLISH, "%.2f", one.getValue() / known), worse ? " **grown**" : "");
            grown |= worse;
        }
        return grown;
    }
}
