import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits generated tables by every kind of plan that is used on large ones: a fresh process of the launcher, from the file to the proved
 * assignment. Wall clock, processor time and the largest resident size, from the kernel's own account.
 */
public final class Splits {

    private static final String[][] PLANS = {
        {"random", "--plan", "random", "--allow-ignoring", "group", "--allow-ignoring", "time"},
        {"stratified", "--plan", "stratified", "--allow-ignoring", "group", "--allow-ignoring", "time"},
        {"group", "--plan", "group", "--allow-ignoring", "time"},
        {"stratified-group", "--plan", "stratified-group", "--allow-ignoring", "time"},
        {"time", "--plan", "time", "--horizon", "30d", "--allow-ignoring", "group"},
        {"group-time", "--plan", "group-time", "--horizon", "30d"},
    };

    private Splits() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("watertight-splits-");
        System.out.println("| plan | rows | wall s | processor s | peak memory MB | lines | file MB |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (int index = 1; index < arguments.length; index++) {
            long rows = Long.parseLong(arguments[index]);
            Path data = folder.resolve("events.parquet");
            generate(data, rows);
            for (String[] plan : PLANS) {
                measure(arguments[0], folder, data, rows, plan);
            }
            Files.delete(data);
        }
        Files.delete(folder);
    }

    /** Customers with a tenth as many identities as there are rows, skewed, over five years; the target is rare. */
    private static void generate(Path file, long rows) throws SQLException {
        String query = "SELECT (hash(i * 101) % 100 < 20 + 3 * (hash(i) % 7))::INT AS y,"
                + " 'customer ' || (hash(i * 7) % (1 + (hash(i * 3) % " + Math.max(1, rows / 10) + "))) AS customer,"
                + " TIMESTAMP '2020-01-01' + INTERVAL 1 MINUTE * (hash(i * 31) % 2628000)::BIGINT AS issued,"
                + " ((hash(i * 17) % 1000003) / 1000003.0)::DOUBLE AS amount, (hash(i * 13) % 5000)::INT AS count,"
                + " 'level ' || (hash(i * 11) % 25) AS level FROM range(" + rows + ") t(i)";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '2GB'");
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
        }
    }

    private static void measure(String launcher, Path folder, Path data, long rows, String[] plan)
            throws IOException, InterruptedException {
        Path output = folder.resolve("folds.parquet");
        Path printed = folder.resolve("printed.txt");
        List<String> command = new ArrayList<>(List.of(launcher, "split", data.toString(), "--target", "y", "--quiet"));
        command.addAll(List.of("--group", "customer", "--time", "issued", "--output", output.toString()));
        command.addAll(List.of(plan).subList(1, plan.length));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        double peak = 0;
        double processor = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, peakOf(process.pid()));
            processor = Math.max(processor, processorOf(process.pid()));
            Thread.sleep(50);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("the split " + plan[0] + " ended with " + process.exitValue());
        }
        System.out.printf(
                Locale.ENGLISH,
                "| %s | %,d | %.1f | %.1f | %.0f | %,d | %.1f |%n",
                plan[0], rows, seconds, processor, peak, lines(output), Files.size(output) / 1e6);
        Files.delete(output);
        Files.delete(printed);
    }

    private static long lines(Path file) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM read_parquet('" + file + "')")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

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

    /** User and system time so far; the kernel counts in hundredths of a second. */
    private static double processorOf(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
