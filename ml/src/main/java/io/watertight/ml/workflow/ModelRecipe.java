package io.watertight.ml.workflow;

import io.watertight.core.WatertightException;
import io.watertight.core.report.Json;
import io.watertight.core.study.Words;
import io.watertight.ml.learn.RawTrainingSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model by what makes it again, to the last bit: the learner, how its settings are chosen, the seed, and the training rows it was
 * settled on. Small enough for version control, and it cannot hide what a stored model was fitted on.
 *
 * @param kind family of the learner
 * @param tuning how its settings are chosen inside the training rows
 * @param innerFolds folds of that choice
 * @param seed of everything random
 * @param trainingRows number of training rows
 * @param trainingDigest of their ids and features, so that a fit on other rows is noticed
 */
public record ModelRecipe(
        LearnerKind kind, Tuning tuning, int innerFolds, long seed, int trainingRows, String trainingDigest) {

    private static final int VERSION = 1;

    /** The recipe of a learner on these training rows. */
    public static ModelRecipe of(LearnerKind kind, Tuning tuning, int innerFolds, long seed, RawTrainingSet training) {
        return new ModelRecipe(kind, tuning, innerFolds, seed, training.rows(), RowDigest.of(training));
    }

    /** What to ask of a workflow to get the learner. */
    EvaluationWish wish(int threads) {
        EvaluationWish usual = EvaluationWish.usual(seed, threads);
        return new EvaluationWish(
                usual.split(), innerFolds, List.of(kind), List.of(), List.of(), tuning, List.of(), seed, threads);
    }

    /** @throws WatertightException if these are other rows than those the recipe was settled on */
    void requireSame(RawTrainingSet training) {
        if (!RowDigest.of(training).equals(trainingDigest)) {
            throw new WatertightException(
                    "The model was settled on " + trainingRows + " training rows, and these " + training.rows()
                            + " are not the same.",
                    "the training data, the ignored columns or --rows changed since: evaluate again");
        }
    }

    /** SHA-256 of all that makes the model: 64 lower-case hexadecimal digits. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** As it is kept in a file. */
    public String text() {
        ObjectNode node = Json.object();
        node.put("version", VERSION);
        node.put("learner", Words.of(kind));
        node.put("tune", Words.of(tuning));
        node.put("innerFolds", innerFolds);
        node.put("seed", seed);
        ObjectNode training = node.putObject("training");
        training.put("rows", trainingRows);
        training.put("digest", trainingDigest);
        return Json.write(node);
    }

    /** @throws WatertightException if the file cannot be read or holds no recipe */
    public static ModelRecipe read(Path file) {
        JsonNode node;
        try {
            node = JsonMapper.builder().build().readTree(Files.readString(file));
        } catch (IOException | JacksonException problem) {
            throw new WatertightException(
                    "The model " + file + " cannot be read.",
                    "write one with: watertight evaluate ... --save-model FILE",
                    problem);
        }
        if (node.path("version").asInt(0) != VERSION) {
            throw new WatertightException(
                    "The model " + file + " is not of version " + VERSION + ".",
                    "it was written by another Watertight, or is no model at all");
        }
        return new ModelRecipe(
                Words.read(LearnerKind.class, node.path("learner").asString(""), "learner in " + file),
                Words.read(Tuning.class, node.path("tune").asString(""), "tune in " + file),
                node.path("innerFolds").asInt(3),
                node.path("seed").asLong(0),
                node.path("training").path("rows").asInt(0),
                node.path("training").path("digest").asString(""));
    }
}
