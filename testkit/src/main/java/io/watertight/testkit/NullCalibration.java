package io.watertight.testkit;

import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.FalsePositiveRate;
import io.watertight.core.check.Finding;
import io.watertight.core.engine.Progress;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.DeclarationBuilder;
import io.watertight.core.study.Task;
import io.watertight.testkit.NullTables.NullTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Audits tables in which nothing leaks with every check on the class path, and counts what is found all the same. Each table is
 * audited with its split and without.
 */
public final class NullCalibration {

    /** What one check did over all audits. */
    private static final class Count {
        private int audits;
        private int accused;
        private final Map<String, Integer> findings = new TreeMap<>();
        private final List<String> failures = new ArrayList<>();
    }

    private final Map<String, Count> counts = new TreeMap<>();
    private final AuditOptions options;
    private int audits;
    private int notValid;

    /** All checks on the class path. */
    public NullCalibration() {
        this(Set.of());
    }

    /** These checks only, all if there are none. */
    public NullCalibration(Set<String> only) {
        AuditOptions all = AuditOptions.DEFAULT;
        options = new AuditOptions(
                only,
                all.skip(),
                all.budget(),
                all.seed(),
                all.sampleRows(),
                all.resources(),
                all.delimiter(),
                all.header());
    }

    /** Adds the audits of one table. */
    public void add(long seed, int mostRows) {
        NullTable table = NullTables.of(seed, mostRows);
        try {
            Path folder = Files.createTempDirectory("watertight-null");
            try {
                Path file = SqlTable.write(table.query(), folder.resolve("table.parquet"));
                add(audit(file, table, declaration -> declaration.split("half")));
                add(audit(file, table, declaration -> declaration.ignored(List.of("half"))));
            } finally {
                SqlTable.deleteFolder(folder);
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private AuditReport audit(Path file, NullTable table, java.util.function.UnaryOperator<DeclarationBuilder> split) {
        DeclarationBuilder declaration = Declaration.builder()
                .name("null")
                .data(List.of(file.toString()))
                .target("y")
                .task(Task.valueOf(table.task().toUpperCase(Locale.ROOT)));
        return Audit.withDefaults(options, Progress.NONE)
                .run(split.apply(declaration).build());
    }

    private void add(AuditReport report) {
        audits++;
        boolean decisive = false;
        for (CheckResult result : report.checks()) {
            if (!options.only().isEmpty() && !options.only().contains(result.id())) {
                continue;
            }
            Count count = counts.computeIfAbsent(result.id(), id -> new Count());
            count.audits += result.status() == CheckStatus.SKIPPED ? 0 : 1;
            count.accused += result.status() == CheckStatus.FOUND ? 1 : 0;
            if (result.status() == CheckStatus.FAILED) {
                count.failures.add(result.reason());
            }
            for (Finding finding : result.findings()) {
                count.findings.merge(lower(finding.severity()) + " " + lower(finding.confidence()), 1, Integer::sum);
                decisive |= finding.isDecisive();
            }
        }
        notValid += decisive ? 1 : 0;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Audits with an error that is proven or high: each is a false verdict. */
    public int notValid() {
        return notValid;
    }

    /** Reasons of checks that failed, by check. */
    public List<String> failures() {
        return counts.entrySet().stream()
                .flatMap(entry -> entry.getValue().failures.stream().map(reason -> entry.getKey() + ": " + reason))
                .toList();
    }

    /** What was measured, by check. */
    public Map<String, FalsePositiveRate> rates() {
        Map<String, FalsePositiveRate> rates = new TreeMap<>();
        counts.forEach((id, count) -> rates.put(
                id,
                new FalsePositiveRate(
                        count.audits,
                        count.accused,
                        count.findings.entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + entry.getValue())
                                .collect(Collectors.joining("; ")))));
        return rates;
    }

    /** A Markdown table of {@link #rates()}, and how many audits ended in a false verdict. */
    public String markdown() {
        return table(rates())
                + String.format(
                        Locale.ENGLISH,
                        "%n%d audits, %d of them with an error of high or proven confidence.%n",
                        audits,
                        notValid);
    }

    private static String table(Map<String, FalsePositiveRate> rates) {
        StringBuilder text = new StringBuilder(
                        "| check | audits | with a finding | rate | at most (95 %) | findings by severity and confidence |\n")
                .append("| --- | ---: | ---: | ---: | ---: | --- |\n");
        rates.forEach((id, rate) -> text.append(
                rate.audits() == 0
                        ? String.format("| %s | 0 | 0 | - | - | needs a declaration that these tables lack |%n", id)
                        : String.format(
                                Locale.ENGLISH,
                                "| %s | %d | %d | %.2f%% | %.2f%% | %s |%n",
                                id,
                                rate.audits(),
                                rate.found(),
                                100 * rate.rate(),
                                100 * rate.upperBound(),
                                rate.kinds())));
        return text.toString();
    }

    /** Puts the figures into a file of all figures; those of checks that were not measured now stay as they are. */
    void write(Path file) throws IOException {
        Map<String, FalsePositiveRate> all = new TreeMap<>();
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(line -> FalsePositiveRate.parse(line, all));
        }
        all.putAll(rates());
        List<String> lines = new ArrayList<>(List.of(FalsePositiveRate.HEADER));
        all.forEach((id, rate) -> lines.add(id + "," + rate.audits() + "," + rate.found() + "," + rate.kinds()));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }

    /**
     * Arguments: number of tables (200), first seed (1), most rows (20000), ids of checks (all). The system property
     * {@code results} names the file of all figures.
     */
    public static void main(String[] arguments) throws IOException {
        int tables = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        int mostRows = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20_000;
        Set<String> only = arguments.length > 3 ? Set.of(Arrays.copyOfRange(arguments, 3, arguments.length)) : Set.of();
        NullCalibration calibration = new NullCalibration(only);
        for (long seed = first; seed < first + tables; seed++) {
            calibration.add(seed, mostRows);
            if ((seed - first) % 20 == 19) {
                System.err.println((seed - first + 1) + " of " + tables + " tables");
            }
        }
        System.out.printf(
                Locale.ENGLISH,
                "Seeds %d to %d, 100 to %,d rows, 5 to 60 features, each with and without a split.%n%n",
                first,
                first + tables - 1,
                mostRows);
        System.out.print(calibration.markdown());
        String results = System.getProperty("results", "");
        if (!results.isEmpty()) {
            calibration.write(Path.of(results));
        }
        calibration.failures().forEach(reason -> System.err.println("FAILED " + reason));
    }
}
