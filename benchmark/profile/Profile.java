import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Puts together what one audit left: its report, DuckDB's profile of each query and the flight recording. Arguments: the folder with
 * report.json, queries.jsonl and audit.jfr; the folder for profile.md and flame.svg.
 *
 * <p>A query's processor time is the process's own while it ran, shared out to its operators by their timings; Java's stacks share what no query
 * took, by samples. Compiling and collecting garbage are in there, too.
 */
final class Profile {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Frames of the audit itself, below which stacks say something. */
    private static final String ROOT = "io.watertight.core.audit.";

    private static final int DEEPEST = 9;

    /** A box of the graph: a name, its seconds, and what they went into. */
    private static final class Box {
        private final Map<String, Box> inside = new TreeMap<>();
        private double seconds;

        void add(List<String> path, double more) {
            seconds += more;
            if (!path.isEmpty()) {
                inside.computeIfAbsent(path.get(0), name -> new Box()).add(path.subList(1, path.size()), more);
            }
        }

        int depth() {
            return 1 + inside.values().stream().mapToInt(Box::depth).max().orElse(0);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        JsonNode provenance = JSON.readTree(Files.readString(work.resolve("report.json"))).get("provenance");
        Map<String, Double> begins = new LinkedHashMap<>();
        double at = Instant.parse(provenance.get("started").asString()).toEpochMilli() / 1e3;
        for (Map.Entry<String, JsonNode> stage : provenance.get("stages").properties()) {
            begins.put(stage.getKey(), at);
            at += stage.getValue().asDouble();
        }
        Box all = new Box();
        StringBuilder table = new StringBuilder("| stage | query | processor s | where (DuckDB's operators) |\n| --- | --- | ---: | --- |\n");
        double queries = 0;
        for (String line : Files.readAllLines(work.resolve("queries.jsonl"))) {
            JsonNode query = JSON.readTree(line);
            double processor = query.get("processor").asDouble();
            queries += processor;
            double middle = query.get("ended").asDouble() - query.get("wall").asDouble() / 2;
            String stage = "read";
            for (Map.Entry<String, Double> begin : begins.entrySet()) {
                stage = middle >= begin.getValue() ? begin.getKey() : stage;
            }
            Map<String, Double> operators = new TreeMap<>();
            query.get("profile").path("operator").forEach(operator -> take(operator, operators));
            double timed = operators.values().stream().mapToDouble(Double::doubleValue).sum();
            String purpose = query.get("purpose").asString();
            List<String> words = new ArrayList<>();
            for (Map.Entry<String, Double> operator : operators.entrySet()) {
                double share = operator.getValue() / timed;
                all.add(List.of(stage, purpose, operator.getKey()), processor * share);
                if (share >= 0.05) {
                    words.add(String.format(Locale.ENGLISH, "%s %.0f%%", operator.getKey().toLowerCase(Locale.ROOT), 100 * share));
                }
            }
            if (timed == 0) {
                all.add(List.of(stage, purpose), processor);
            }
            if (processor >= 0.05) {
                table.append(String.format(Locale.ENGLISH, "| %s | %s | %.2f | %s |%n", stage, purpose, processor, String.join(", ", words)));
            }
        }
        double total = java(work.resolve("audit.jfr"), queries, all);
        table.append(String.format(Locale.ENGLISH, "| all | Java: checks, models, reports, its compiler and collector | %.2f | |%n", total - queries));
        table.append(String.format(Locale.ENGLISH, "| all | everything | %.2f | |%n", total));
        Files.writeString(output.resolve("profile.md"), table);
        Files.writeString(output.resolve("flame.svg"), svg(all));
        System.out.print(table);
    }

    private static void take(JsonNode operator, Map<String, Double> timings) {
        double timing = operator.path("timing").asDouble(0);
        if (timing > 0) {
            timings.merge(operator.path("type").asString(), timing, Double::sum);
        }
        operator.path("children").forEach(child -> take(child, timings));
    }

    /** Adds Java's stacks and gives the processor time of the whole process. */
    private static double java(Path recording, double queries, Box all) throws IOException {
        List<List<String>> stacks = new ArrayList<>();
        double total = 0;
        Instant last = null;
        for (RecordedEvent event : RecordingFile.readAllEvents(recording)) {
            String type = event.getEventType().getName();
            if (type.equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                stacks.add(path(event.getStackTrace().getFrames()));
            } else if (type.equals("jdk.CPULoad")) {
                Instant now = event.getStartTime();
                double seconds = last == null ? 1 : (now.toEpochMilli() - last.toEpochMilli()) / 1e3;
                double share = event.getFloat("jvmUser") + event.getFloat("jvmSystem");
                total += share * seconds * Runtime.getRuntime().availableProcessors();
                last = now;
            }
        }
        double rest = Math.max(0, total - queries);
        stacks.forEach(stack -> all.add(stack, rest / stacks.size()));
        return total;
    }

    private static List<String> path(List<RecordedFrame> frames) {
        List<String> names = new ArrayList<>();
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            names.add(type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethod().getName());
            if (type.startsWith(ROOT)) {
                break;
            }
        }
        names.removeIf(name -> name.contains("Lambda") || name.contains("Pipeline") || name.contains("lambda$") || name.matches("\\d.*"));
        names.add("Java");
        Collections.reverse(names);
        return names.subList(0, Math.min(DEEPEST, names.size()));
    }

    private static final int WIDTH = 1200;
    private static final int ROW = 18;

    private static String svg(Box all) {
        int height = ROW * (all.depth() + 1);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">%n",
                WIDTH, height));
        draw(svg, "audit", all, 0, 0, all.seconds);
        return svg.append("</svg>\n").toString();
    }

    private static void draw(StringBuilder svg, String name, Box box, double left, int depth, double total) {
        double width = box.seconds / total * WIDTH;
        if (width < 1) {
            return;
        }
        String text = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        int letters = (int) (width / 6);
        svg.append(String.format(
                Locale.ROOT,
                "<g><title>%s: %.2f s, %.1f%%</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"hsl(%d,65%%,72%%)\" "
                        + "stroke=\"white\"/>",
                text, box.seconds, 100 * box.seconds / total, left, depth * ROW, width, ROW, 10 + Math.floorMod(name.hashCode(), 45)));
        if (letters > 3) {
            String shown = name.length() <= letters ? text : name.substring(0, letters - 1).replace("<", "").replace("&", "") + "…";
            svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%s</text>", left + 2, depth * ROW + 13, shown));
        }
        svg.append("</g>\n");
        for (Map.Entry<String, Box> inside : box.inside.entrySet()) {
            draw(svg, inside.getKey(), inside.getValue(), left, depth + 1, total);
            left += inside.getValue().seconds / total * WIDTH;
        }
    }
}
