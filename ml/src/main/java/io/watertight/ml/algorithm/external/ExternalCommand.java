package io.watertight.ml.algorithm.external;

import io.watertight.core.WatertightException;
import io.watertight.core.files.PrivateFolder;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * A learner of the user's own: a command that gets the training rows and the rows to score, and writes scores. In it, {@code {train}},
 * {@code {test}}, {@code {columns}} and {@code {out}} stand for files in a private folder that is deleted afterwards:
 *
 * <ul>
 *   <li>train: CSV with {@code row_id}, the features and the target; test: CSV with {@code row_id} and the features, <em>no target</em>,
 *   <li>columns: JSON with the names of all these, the task and the classes,
 *   <li>out: where the command puts a CSV with {@code row_id} and {@code score}: the probability of the positive class, or the number;
 *       for several classes or labels one column each, named after it.
 * </ul>
 *
 * <p>No shell takes part: the command is split into words, with quotes. The command runs whenever rows are scored, so its model holds the
 * training rows; scoring twice runs it twice. {@code {seed}} stands for the fit's seed. Whether a row's score depends on the rows beside
 * it is up to the command. Weights are not passed on.
 */
public final class ExternalCommand extends Algorithm {

    private static final int TAIL = 20;

    private final String command;
    private final List<String> words;
    private final Duration limit;

    /**
     * A command.
     *
     * @param command with {@code {train}}, {@code {test}} and {@code {out}} at least
     * @param limit after which it is ended
     */
    public ExternalCommand(String command, Duration limit) {
        this.command = command;
        this.words = Words.of(command);
        this.limit = limit;
        for (String place : List.of("{train}", "{test}", "{out}")) {
            if (!command.contains(place)) {
                throw new WatertightException(
                        "The command '" + command + "' does not say where " + place + " goes.",
                        "write it like 'python fit.py {train} {test} {columns} {out}'");
            }
        }
    }

    @Override
    public String name() {
        return "command " + words.get(0) + (words.size() > 1 && !words.get(1).contains("{") ? " " + words.get(1) : "");
    }

    @Override
    protected Model train(TrainingSet training, FitContext context) {
        return new Scored(training, context.seed());
    }

    private final class Scored extends Model {

        private final TrainingSet training;
        private final long seed;

        Scored(TrainingSet training, long seed) {
            this.training = training;
            this.seed = seed;
        }

        @Override
        protected Predictions score(Features features) {
            Exchange exchange = new Exchange(training.features(), training.response());
            try (PrivateFolder made = PrivateFolder.create()) {
                Path folder = made.path();
                exchange.writeTraining(folder.resolve("train.csv"), training.rowIds());
                exchange.writeTest(folder.resolve("test.csv"), features);
                exchange.writeColumns(folder.resolve("columns.json"));
                run(folder, seed);
                double[][] scores =
                        ScoreTable.read(folder.resolve("out.csv"), exchange.id(), exchange.scores(), features.rows());
                return new Predictions(scores, isProbable(scores));
            }
        }

        /** Scores between 0 and 1 are taken for probabilities; anything else orders rows. */
        private boolean isProbable(double[][] scores) {
            if (training.response() instanceof Response.Numbers) {
                return false;
            }
            for (double[] output : scores) {
                for (double score : output) {
                    if (score < 0 || score > 1) {
                        return false;
                    }
                }
            }
            return true;
        }

        @Override
        public long parameters() {
            return -1;
        }
    }

    private void run(Path folder, long seed) {
        List<String> filled = words.stream()
                .map(word -> word.replace("{train}", folder.resolve("train.csv").toString())
                        .replace("{test}", folder.resolve("test.csv").toString())
                        .replace("{columns}", folder.resolve("columns.json").toString())
                        .replace("{out}", folder.resolve("out.csv").toString())
                        .replace("{seed}", Long.toString(Math.floorMod(seed, 1L << 31))))
                .toList();
        Path errors = folder.resolve("errors.txt");
        Process process;
        try {
            process = new ProcessBuilder(filled)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(errors.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(
                            folder.resolve("columns.json").toFile()))
                    .start();
        } catch (IOException failure) {
            throw new WatertightException(
                    "The command '" + command + "' does not start: " + failure.getMessage(),
                    "check that '" + words.get(0) + "' is installed and on the PATH",
                    failure);
        }
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new WatertightException(
                        "The command '" + command + "' was ended after " + limit.toSeconds() + " seconds."
                                + tail(errors),
                        "give it more time, or fewer rows");
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a command was fitting");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new WatertightException(
                    "The command '" + command + "' ended with code " + process.exitValue() + "." + tail(errors),
                    "run it by hand on small files of the same form to see why");
        }
    }

    private static String tail(Path errors) {
        try {
            List<String> lines = Files.readAllLines(errors);
            List<String> last = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
            return last.isEmpty()
                    ? " It printed no error."
                    : " It printed:" + System.lineSeparator() + String.join(System.lineSeparator(), last);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
