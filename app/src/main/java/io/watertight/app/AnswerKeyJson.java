package io.watertight.app;

import io.watertight.core.report.Json;
import io.watertight.core.study.Words;
import io.watertight.engine.generate.AnswerKey;
import io.watertight.engine.generate.AnswerKey.Planted;
import io.watertight.engine.generate.TableRecipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is known of a generated table, as JSON. */
final class AnswerKeyJson {

    private AnswerKeyJson() {}

    static String write(AnswerKey key, Path file, Optional<Path> test) {
        TableRecipe recipe = key.recipe();
        ObjectNode root = Json.object();
        root.put("version", 1);
        root.put("file", file.getFileName().toString());
        test.ifPresent(path -> root.put("test", path.getFileName().toString()));
        root.put("rows", recipe.rows());
        root.put("testRows", recipe.testRows());
        root.put("columns", recipe.columns());
        root.put("seed", recipe.seed());
        root.put("task", Words.of(recipe.task()));
        root.put("target", key.target());
        key.declarations().forEach(root::put);
        root.set("audit", Json.strings(audit(key, file, test)));
        ArrayNode leaks = root.putArray("leaks");
        key.leaks().forEach(planted -> leaks.add(leak(planted, recipe)));
        ArrayNode honest = root.putArray("honest");
        key.honest().forEach((column, weight) -> {
            ObjectNode entry = honest.addObject();
            entry.put("column", column);
            entry.put("weight", weight);
        });
        return Json.write(root);
    }

    /** The audit that is to find what was planted. */
    static List<String> audit(AnswerKey key, Path file, Optional<Path> test) {
        List<String> words = new ArrayList<>(List.of("audit", file.getFileName().toString(), "--target", key.target()));
        test.ifPresent(path -> words.addAll(List.of("--test", path.getFileName().toString())));
        key.declarations().forEach((option, value) -> words.addAll(List.of("--" + option, value)));
        return words;
    }

    private static ObjectNode leak(Planted planted, TableRecipe recipe) {
        ObjectNode entry = Json.object();
        entry.put("leak", planted.leak().name());
        entry.put("tells", planted.leak().tells());
        entry.set("columns", Json.strings(planted.columns()));
        entry.set(
                "checks",
                Json.strings(planted.leak().checks(recipe).stream().sorted().toList()));
        if (planted.rows() + planted.testRows() > 0) {
            entry.put("affectedRows", planted.rows());
            entry.put("affectedTestRows", planted.testRows());
            ArrayNode examples = entry.putArray("exampleRows");
            planted.examples().forEach(row -> examples.add((long) row));
        }
        return entry;
    }
}
