import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Audits generated tables of growing size in bounded memory and writes what each row costs: {@code results.csv} and {@code cost.svg} in the
 * given folder, a Markdown table to standard output. See README.md. A source file that {@code java} runs as it is.
 */
final class Scale {

    private static final int COLUMNS = 20;
    private static final String LEAKS = "target-copy,missingness,pure-subgroup,duplicates,near-duplicates";
    private static final Pattern STAGE = Pattern.compile("\"(read|profile|sample|propose|scan|models|judge)\"\\s*:\\s*([0-9.eE+-]+)");
    private static final Pattern CHECK = Pattern.compile("\"check\"\\s*:\\s*\"([a-z-]+)\"");
    private static final String HEADER = "rows,megabytes,generate_cpu_s,scan_s,audit_wall_s,audit_cpu_s,peak_mb,found,stages";

    private final Path launcher;
    private final Path folder;

    private Scale(Path launcher, Path folder) {
        this.launcher = launcher;
        this.folder = folder;
    }

    private record Run(double seconds, double cpu, double peak) {}

    private record Line(long rows, String text, double cpu, double wall) {}

    /** Arguments: the launcher, the folder of the results, then numbers of rows. */
    public static void main(String[] arguments) throws Exception {
        Path results = Path.of(arguments[1]);
        Optional<Path> kept = Optional.ofNullable(System.getenv("FOLDER")).map(Path::of);
        Path folder = kept.isPresent() ? Files.createDirectories(kept.get()) : Files.createTempDirectory("watertight-scale");
        Scale scale = new Scale(Path.of(arguments[0]).toAbsolutePath(), folder);
        TreeMap<Long, Line> lines = read(results.resolve("results.csv"));
        for (int index = 2; index < arguments.length; index++) {
            long rows = Long.parseLong(arguments[index]);
            lines.put(rows, scale.measure(rows, kept.isPresent()));
            write(results, lines);
        }
        System.out.println("| rows | file MB | generate CPU s | one scan s | audit s | audit CPU s | CPU s / million rows | peak MB | planted leaks found |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (Line line : lines.values()) {
            String[] f = line.text().split(",", 9);
            System.out.printf(
                    Locale.ENGLISH,
                    "| %,d | %s | %s | %s | %s | %s | %.2f | %s | %s |%n",
                    line.rows(), f[1], f[2], f[3], f[4], f[5], line.cpu() / line.rows() * 1e6, f[6], f[7]);
        }
    }

    private Line measure(long rows, boolean keep) throws Exception {
        Path file = folder.resolve("scale-" + rows + ".parquet");
        double generated = Double.NaN;
        if (!Files.exists(file)) {
            generated = run(List.of("generate", file.toString(), "--rows", "" + rows, "--columns", "" + COLUMNS,
                    "--leaks", LEAKS, "--memory", "4GB", "--quiet", "--force")).cpu();
        }
        double scan = scan(file);
        Path report = folder.resolve("report.json");
        Run audit = run(List.of("audit", file.toString(), "--target", "outcome", "--purpose", "rows", "--format", "json", "--output",
                report.toString(), "--memory", "4GB", "--quiet", "--fail-on", "never"));
        String json = Files.readString(report);
        StringBuilder stages = new StringBuilder();
        Matcher matcher = STAGE.matcher(json);
        while (matcher.find()) {
            stages.append(String.format(Locale.ENGLISH, "%s %.1f ", matcher.group(1), Double.parseDouble(matcher.group(2))));
        }
        String text = String.format(
                Locale.ENGLISH,
                "%d,%d,%.0f,%.1f,%.1f,%.1f,%.0f,%s,%s",
                rows, Files.size(file) / 1_000_000, generated, scan, audit.seconds(), audit.cpu(), audit.peak(), found(json),
                stages.toString().strip());
        if (!keep) {
            Files.delete(file);
            Files.deleteIfExists(Path.of(file + ".key.json"));
        }
        return parse(text);
    }

    private static String found(String json) {
        List<String> checks = new ArrayList<>();
        Matcher matcher = CHECK.matcher(json.substring(json.indexOf("\"findings\""), json.indexOf("\"questions\"")));
        while (matcher.find()) {
            checks.add(matcher.group(1));
        }
        List<String> planted = List.of("target-copy", "target-missingness", "pure-region", "duplicate-rows", "near-duplicate-rows");
        return planted.stream().filter(checks::contains).count() + " of " + planted.size();
    }

    private double scan(Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            List<String> terms = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("DESCRIBE SELECT * FROM read_parquet('" + file + "')")) {
                while (names.next()) {
                    String name = '"' + names.getString(1) + '"';
                    terms.add("count(" + name + "), min(" + name + "), max(" + name + "), approx_count_distinct(" + name + ")");
                }
            }
            double best = Double.MAX_VALUE;
            for (int repeat = 0; repeat < 2; repeat++) {
                long start = System.nanoTime();
                try (Statement one = connection.createStatement();
                        ResultSet row = one.executeQuery("SELECT " + String.join(", ", terms) + " FROM read_parquet('" + file + "')")) {
                    row.next();
                }
                best = Math.min(best, (System.nanoTime() - start) / 1e9);
            }
            return best;
        }
    }

    /** Processor time and the largest resident size come from the kernel's own account of the process, twenty times a second. */
    private Run run(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(words);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).inheritIO().start();
        double peak = 0;
        double cpu = 0;
        while (process.isAlive()) {
            Path account = Path.of("/proc/" + process.pid());
            try {
                String[] fields = Files.readString(account.resolve("stat")).replaceAll(".*\\) ", "").split(" ");
                cpu = Math.max(cpu, (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0);
                for (String line : Files.readAllLines(account.resolve("status"))) {
                    peak = line.startsWith("VmHWM") ? Math.max(peak, Double.parseDouble(line.replaceAll("\\D", "")) / 1024) : peak;
                }
            } catch (IOException gone) {
                break;
            }
            Thread.sleep(50);
        }
        if (process.waitFor() > 1) {
            throw new IllegalStateException(String.join(" ", words) + " ended with " + process.exitValue());
        }
        return new Run((System.nanoTime() - start) / 1e9, cpu, peak);
    }

    private static TreeMap<Long, Line> read(Path file) throws IOException {
        TreeMap<Long, Line> lines = new TreeMap<>();
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().skip(1).map(Scale::parse).forEach(line -> lines.put(line.rows(), line));
        }
        return lines;
    }

    private static Line parse(String text) {
        String[] fields = text.split(",", 9);
        return new Line(Long.parseLong(fields[0]), text, Double.parseDouble(fields[5]), Double.parseDouble(fields[4]));
    }

    private static void write(Path folder, TreeMap<Long, Line> lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(HEADER));
        lines.values().forEach(line -> all.add(line.text()));
        Files.write(folder.resolve("results.csv"), all);
        Files.writeString(folder.resolve("cost.svg"), plot(List.copyOf(lines.values())));
    }

    /** Microseconds of processor time for each row against rows, both on logarithmic axes: a flat line is linear cost. */
    private static String plot(List<Line> lines) {
        int width = 640;
        int height = 360;
        double left = Math.log10(lines.get(0).rows()) - 0.2;
        double right = Math.log10(lines.get(lines.size() - 1).rows()) + 0.2;
        double top = 2;
        double bottom = 0;
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height
                + "\" role=\"img\" aria-label=\"Processor time of an audit for each row, by number of rows\" font-family=\"sans-serif\" font-size=\"12\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
                + "<text x=\"20\" y=\"20\">Microseconds of processor time for each row (20 columns) of an audit, start of Java and models included</text>\n");
        for (int power = 0; power <= 2; power++) {
            double y = y(power, bottom, top, height);
            svg.append(String.format(Locale.ENGLISH, "<line x1=\"60\" x2=\"620\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/><text x=\"20\" y=\"%.1f\">%.0f</text>%n", y, y, y + 4, Math.pow(10, power)));
        }
        StringBuilder path = new StringBuilder();
        for (Line line : lines) {
            double cost = line.cpu() / line.rows() * 1e6;
            double x = 60 + 560 * (Math.log10(line.rows()) - left) / (right - left);
            double y = y(Math.log10(cost), bottom, top, height);
            path.append(String.format(Locale.ENGLISH, "%s%.1f,%.1f ", path.isEmpty() ? "M" : "L", x, y));
            svg.append(String.format(Locale.ENGLISH, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#0b6\"/><text x=\"%.1f\" y=\"%.1f\">%.1f</text>", x, y, x + 7, y - 7, cost));
            svg.append(String.format(Locale.ENGLISH, "<text x=\"%.1f\" y=\"345\" text-anchor=\"middle\">%,d rows</text>%n", x, line.rows()));
        }
        return svg.append("<path d=\"" + path.toString().strip() + "\" fill=\"none\" stroke=\"#0b6\" stroke-width=\"2\"/>\n</svg>\n").toString();
    }

    private static double y(double value, double bottom, double top, int height) {
        return 40 + (height - 80) * (1 - (value - bottom) / (top - bottom));
    }
}
