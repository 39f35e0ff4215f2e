import io.watertight.app.Main;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Audits every table of a corpus by both engines, in one process, and prints where they differ. */
final class Compare {

    /** Numbers of the evidence differ when they are further apart than this share of the larger one ... */
    private static final double TOLERANCE = 1e-6;

    /** ... and than this: what is left of a sum that should be nothing is noise on both engines. */
    private static final double NOTHING = 1e-9;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Compare() {}

    /** @param arguments the corpus, a folder for the reports, then names of tables; all if none is named */
    public static void main(String[] arguments) throws Exception {
        Path tables = Path.of(arguments[0], "tables");
        Path reports = Files.createDirectories(Path.of(arguments[1]));
        Set<String> wanted = new TreeSet<>(Arrays.asList(arguments).subList(2, arguments.length));
        List<Path> folders;
        try (Stream<Path> all = Files.list(tables)) {
            folders = all.filter(folder -> Files.exists(folder.resolve("key.json")))
                    .filter(folder -> wanted.isEmpty() || wanted.contains(folder.getFileName().toString()))
                    .sorted()
                    .toList();
        }
        int same = 0;
        System.out.printf("%-34s %9s %9s  %s%n", "table", "duckdb s", "spark s", "differences");
        for (Path folder : folders) {
            String name = folder.getFileName().toString();
            List<String> command = command(folder);
            Audit local = audit(command, reports.resolve(name + "-duckdb.json"), List.of("--engine", "duckdb"));
            Audit spark = audit(
                    command, reports.resolve(name + "-spark.json"), List.of("--engine", "spark", "--master", "local[2]"));
            List<String> differences = differences(local, spark);
            same += differences.isEmpty() ? 1 : 0;
            System.out.printf(
                    "%-34s %9.1f %9.1f  %s%n",
                    name, local.seconds(), spark.seconds(), differences.isEmpty() ? "none" : differences.size());
            differences.forEach(line -> System.out.println("    " + line));
            System.out.flush();
        }
        System.out.println(same + " of " + folders.size() + " tables alike");
        System.exit(same == folders.size() ? 0 : 1);
    }

    private static List<String> command(Path folder) throws Exception {
        JsonNode key = JSON.readTree(Files.readString(folder.resolve("key.json")));
        List<String> command = new ArrayList<>(List.of("audit", folder.resolve(text(key, "data")).toString()));
        add(command, "--test", text(key, "test").isEmpty() ? "" : folder.resolve(text(key, "test")).toString());
        add(command, "--target", text(key, "target"));
        add(command, "--positive", text(key, "positive"));
        for (String role : List.of("id", "group", "time", "split")) {
            JsonNode declared = key.path("declare").path(role);
            if (declared.isArray()) {
                declared.forEach(column -> add(command, "--" + role, column.asString()));
            } else if (declared.isString()) {
                add(command, "--" + role, declared.asString());
            }
        }
        String delimiter = text(key.path("read"), "delimiter");
        add(command, "--delimiter", delimiter.equals("\t") ? "\\t" : delimiter);
        if (key.path("read").path("header").isBoolean() && !key.path("read").path("header").asBoolean()) {
            command.add("--no-header");
        }
        return command;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? "" : value.asString();
    }

    private static void add(List<String> command, String option, String value) {
        if (!value.isEmpty()) {
            command.addAll(List.of(option, value));
        }
    }

    private record Audit(JsonNode report, double seconds, String complaint) {}

    private static Audit audit(List<String> command, Path report, List<String> engine) throws Exception {
        Files.deleteIfExists(report);
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--format", "json", "--output", report.toString(), "--quiet"));
        arguments.addAll(engine);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        long start = System.nanoTime();
        Main.run(arguments.toArray(String[]::new), InputStream.nullInputStream(), stream, stream, report.getParent(), false);
        double seconds = (System.nanoTime() - start) / 1e9;
        JsonNode read = Files.exists(report) ? JSON.readTree(Files.readString(report)) : JSON.createObjectNode();
        return new Audit(read, seconds, said.toString(StandardCharsets.UTF_8).strip());
    }

    private static List<String> differences(Audit local, Audit spark) {
        if (local.report().isEmpty() || spark.report().isEmpty()) {
            return List.of("no report: " + local.complaint() + " " + spark.complaint());
        }
        List<String> result = new ArrayList<>();
        Map<String, JsonNode> left = findings(local.report());
        Map<String, JsonNode> right = findings(spark.report());
        for (String finding : union(left.keySet(), right.keySet())) {
            if (!right.containsKey(finding)) {
                result.add("only duckdb: " + finding);
            } else if (!left.containsKey(finding)) {
                result.add("only spark: " + finding);
            } else {
                numbers("", left.get(finding).path("evidence"), right.get(finding).path("evidence"))
                        .forEach(line -> result.add("numbers: " + finding + ": " + line));
            }
        }
        Map<String, String> leftChecks = checks(local.report());
        Map<String, String> rightChecks = checks(spark.report());
        for (String check : union(leftChecks.keySet(), rightChecks.keySet())) {
            if (!String.valueOf(leftChecks.get(check)).equals(rightChecks.get(check))) {
                result.add("check " + check + ": " + leftChecks.get(check) + " / " + rightChecks.get(check));
            }
        }
        if (!local.report().path("verdict").equals(spark.report().path("verdict"))) {
            result.add("verdict: " + local.report().path("verdict") + " / " + spark.report().path("verdict"));
        }
        return result;
    }

    private static Set<String> union(Set<String> left, Set<String> right) {
        Set<String> all = new TreeSet<>(left);
        all.addAll(right);
        return all;
    }

    private static Map<String, JsonNode> findings(JsonNode report) {
        Map<String, JsonNode> result = new TreeMap<>();
        for (JsonNode finding : report.path("findings")) {
            result.put(
                    finding.path("check").asString() + " " + finding.path("columns") + " "
                            + finding.path("severity").asString() + " "
                            + finding.path("confidence").asString(),
                    finding);
        }
        return result;
    }

    private static Map<String, String> checks(JsonNode report) {
        Map<String, String> result = new HashMap<>();
        for (JsonNode check : report.path("checks")) {
            boolean failed = check.path("status").asString().equals("failed");
            result.put(
                    check.path("id").asString(),
                    check.path("status").asString() + (failed ? " " + check.path("reason").asString() : ""));
        }
        return result;
    }

    private static List<String> numbers(String path, JsonNode left, JsonNode right) {
        List<String> result = new ArrayList<>();
        if (left.isNumber() && right.isNumber()) {
            double one = left.asDouble();
            double other = right.asDouble();
            if (Math.abs(one - other) > NOTHING + TOLERANCE * Math.max(Math.abs(one), Math.abs(other))) {
                result.add(path + " " + one + " / " + other);
            }
        } else if (left.isObject() && right.isObject()) {
            for (String field : union(new TreeSet<>(left.propertyNames()), new TreeSet<>(right.propertyNames()))) {
                result.addAll(numbers(path + "." + field, left.path(field), right.path(field)));
            }
        } else if (left.isArray() && right.isArray() && left.size() == right.size()) {
            for (int index = 0; index < left.size(); index++) {
                result.addAll(numbers(path + "[" + index + "]", left.get(index), right.get(index)));
            }
        } else if (!left.equals(right)) {
            result.add(path + " " + left + " / " + right);
        }
        return result;
    }
}
