package io.watertight.engine.generate;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.Progress;
import io.watertight.core.study.Task;
import io.watertight.engine.duckdb.TableWriter;
import io.watertight.engine.generate.AnswerKey.Planted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes tables of a recipe. Rows stream from the engine to the disk, so memory does not grow with them. For one thread. */
public final class TableGenerator {

    /** The column to predict. */
    public static final String TARGET = "outcome";

    private static final String ID = "id";

    /** With fewer, no honest model could be made. */
    private static final int FEWEST_HONEST = 6;

    private static final int EXAMPLES = 10;

    private final TableRecipe recipe;
    private final TableWriter writer;
    private final Sketch sketch;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final List<Planting> plantings = new ArrayList<>();
    private final HonestColumns honest;

    private record Planting(Leak leak, List<String> columns, String rows) {}

    /** @throws WatertightException if the leaks leave too few columns for honest features */
    public TableGenerator(TableRecipe recipe, TableWriter writer) {
        this.recipe = recipe;
        this.writer = writer;
        this.sketch = new Sketch(recipe, writer.dialect());
        for (Leak leak : recipe.leaks()) {
            List<String> before = List.copyOf(sketch.columns().keySet());
            leak.plant(sketch);
            List<String> added = sketch.columns().keySet().stream()
                    .filter(name -> !before.contains(name))
                    .toList();
            plantings.add(new Planting(leak, added, sketch.takeAffected()));
        }
        int left = recipe.columns() - sketch.columns().size() - 2;
        if (left < FEWEST_HONEST) {
            throw new WatertightException(
                    recipe.columns() + " columns are too few for "
                            + recipe.leaks().size() + " leaks, the target, an id and honest features.",
                    "ask for --columns " + (recipe.columns() + FEWEST_HONEST - left) + " or more");
        }
        this.honest = new HonestColumns(sketch, left);
        columns.put(ID, "'r' || lpad(CAST(i AS VARCHAR), 10, '0')");
        List<Map.Entry<String, String>> features = List.copyOf(honest.columns().entrySet());
        features.subList(0, left / 2).forEach(column -> columns.put(column.getKey(), column.getValue()));
        columns.putAll(sketch.columns());
        features.subList(left / 2, left).forEach(column -> columns.put(column.getKey(), column.getValue()));
        columns.put(TARGET, target());
    }

    private String target() {
        return switch (recipe.task()) {
            case BINARY, REGRESSION -> "y";
            case MULTICLASS -> "list_value('low', 'middle', 'high')[1 + y]";
        };
    }

    /** Writes the table, or its test table. */
    public void write(boolean test, Path file, String format, Progress progress) {
        long from = test ? recipe.rows() : 0;
        long to = test ? recipe.allRows() : recipe.rows();
        String list = columns.entrySet().stream()
                .map(column -> column.getValue() + " AS " + writer.dialect().quoted(column.getKey()))
                .collect(Collectors.joining(", "));
        String query = "SELECT " + list + " FROM (" + sketch.rows(from, to) + ")";
        for (Map.Entry<String, String> fact : facts().entrySet()) {
            query = query.replace(fact.getKey(), fact.getValue());
        }
        progress.stage("Writing " + file.getFileName(), to - from);
        writer.write("writing a generated table", query, columns.size(), file, format, progress);
    }

    private Map<String, String> facts() {
        Map<String, String> answers = new LinkedHashMap<>();
        sketch.facts().forEach((place, query) -> {
            String all = query.replace("@rows", "(" + sketch.rows(0, recipe.allRows()) + ")");
            answers.put(
                    place,
                    writer.rows("computing a statistic of all rows", all, 1)
                            .get(0)
                            .get(0));
        });
        return answers;
    }

    /** What is known of the tables. */
    public AnswerKey key() {
        return new AnswerKey(
                recipe,
                TARGET,
                sketch.declarations(),
                plantings.stream().map(this::planted).toList(),
                honest.weights());
    }

    private Planted planted(Planting planting) {
        if (planting.rows().isEmpty()) {
            return new Planted(planting.leak(), planting.columns(), 0, 0, List.of());
        }
        String query = "SELECT CAST(count(*) FILTER (WHERE i < " + recipe.rows() + ") AS VARCHAR), "
                + "CAST(count(*) FILTER (WHERE i >= " + recipe.rows() + ") AS VARCHAR), "
                + "coalesce(array_to_string(list_sort(min(i, " + EXAMPLES + ")), ' '), '') FROM ("
                + sketch.rows(0, recipe.allRows()) + ") WHERE " + planting.rows();
        List<String> counts =
                writer.rows("counting the rows of a planted leak", query, 3).get(0);
        List<Long> examples = counts.get(2).isEmpty()
                ? List.of()
                : List.of(counts.get(2).split(" ")).stream().map(Long::valueOf).toList();
        return new Planted(
                planting.leak(),
                planting.columns(),
                Long.parseLong(counts.get(0)),
                Long.parseLong(counts.get(1)),
                examples);
    }

    /** Names of the classes, in the order of the number behind the target; empty for a number. */
    public static List<String> classes(Task task) {
        return switch (task) {
            case BINARY -> List.of("0", "1");
            case MULTICLASS -> List.of("low", "middle", "high");
            case REGRESSION -> List.of();
        };
    }
}
