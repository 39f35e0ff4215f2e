package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Engines;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.engine.TableRequest;
import io.watertight.ml.workflow.TestScores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Scores that some tool wrote into a table. */
final class ScoreFile {

    private ScoreFile() {}

    /** @throws WatertightException if there is no column of scores, or it holds no numbers */
    static TestScores read(Shell shell, String file, AuditOptions options, Progress progress) {
        Engine engine = Engines.find(Optional.empty());
        TableRequest request = new TableRequest(
                shell.locations(List.of(file)),
                List.of(),
                Optional.empty(),
                Map.of(),
                options.delimiter(),
                options.header(),
                options.resources());
        try (Table table = shell.cancellation().watch(engine).open(request, progress)) {
            List<String> names = table.columns().stream().map(TableColumn::name).toList();
            String score = names.contains("score") ? "score" : only(names, file);
            ColumnBatch batch = table.scan(names, Integer.MAX_VALUE, 0);
            double[] scores = numbers(batch, score, file);
            return names.contains("row") && !score.equals("row")
                    ? TestScores.byRow(numbers(batch, "row", file), scores)
                    : TestScores.inOrder(scores);
        }
    }

    private static String only(List<String> names, String file) {
        OptionalInt single = names.size() == 1 ? OptionalInt.of(0) : OptionalInt.empty();
        if (single.isEmpty()) {
            throw new WatertightException(
                    "There is no column 'score' in " + file + ", only "
                            + String.join(", ", names.subList(0, Math.min(10, names.size()))) + ".",
                    "call the column with the scores 'score'");
        }
        return names.get(0);
    }

    private static double[] numbers(ColumnBatch batch, String column, String file) {
        if (batch.column(column) instanceof NumberVector numbers) {
            return numbers.values();
        }
        throw new WatertightException(
                "The column '" + column + "' of " + file + " holds words.",
                "write numbers: probabilities or predictions");
    }
}
