package io.watertight.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Progress;
import io.watertight.core.split.Assigned;
import io.watertight.core.split.Assignment;
import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitPlan.Chain;
import io.watertight.core.split.SplitPlan.DuplicateClusters;
import io.watertight.core.split.SplitPlan.DuplicateClusters.Grain;
import io.watertight.core.split.SplitPlan.Nested;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Key;
import io.watertight.core.study.Lag;
import io.watertight.engine.duckdb.DuckDbEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both engines write the same file, line by line. */
final class SplitAgreementTest {

    private static final String KEY = "site+patient";

    @TempDir
    private Path folder;

    private static List<SplitPlan> plans() {
        Shape folds = new Shape.Folds(3, 2);
        Shape held = new Shape.HoldOut(200_000, 2);
        Chain chain = new Chain(
                "day", Shape.folds(3), Optional.empty(), Optional.of(Lag.parse("2d")), Optional.of(Lag.parse("1d")));
        return List.of(
                new SplitPlan.Random(held),
                new SplitPlan.Stratified(folds),
                new SplitPlan.Group(KEY, true, held),
                new SplitPlan.LeaveOneGroupOut("code"),
                new SplitPlan.ForwardChaining(chain),
                new SplitPlan.ForwardChaining(
                        new Chain("stage", Shape.folds(2), Optional.empty(), Optional.empty(), Optional.empty())),
                new SplitPlan.GroupAndTime(KEY, chain),
                new SplitPlan.TwoWayGroup(KEY, "code", Shape.holdOut(0.25)),
                new SplitPlan.SpatialBlocks("x", "y", 0.5, 0.7, Shape.holdOut(0.1)),
                new DuplicateClusters(List.of(new Grain("x", 0.5), new Grain("word", 0)), Shape.folds(2)),
                Nested.inherit(new SplitPlan.Stratified(Shape.folds(2)), 2));
    }

    @Test
    void bothEnginesWriteTheSameLines() throws IOException {
        Path table = table(3);
        List<List<String>> local = files(new DuckDbEngine(), table, ".csv", "label");
        List<List<String>> spark = files(new SparkEngine(), table, ".csv", "label");
        for (int plan = 0; plan < local.size(); plan++) {
            assertThat(spark.get(plan)).as(plans().get(plan).describe()).isEqualTo(local.get(plan));
        }
    }

    private List<List<String>> files(Engine engine, Path table, String ending, String target) {
        Declaration declaration = Declaration.builder()
                .data(List.of(table.toString()))
                .target(target)
                .groups(List.of(Key.of("site", "patient"), Key.of("code")))
                .times(List.of(Key.of("day")))
                .build();
        return Audit.with(engine, AuditOptions.DEFAULT, Progress.NONE).with(declaration, (view, open) -> {
            List<List<String>> result = new ArrayList<>();
            for (SplitPlan plan : plans()) {
                Path file = folder.resolve(engine.name() + ending);
                Assigned assigned = open.assign(new Assignment(view.study(), plan, 11, file, Map.of("plan", "x")));
                assertThat(assigned.proof().holds()).as(plan.describe()).isTrue();
                try {
                    result.add(Files.readAllLines(file));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
            return result;
        });
    }

    /** Words with separators and accents, missing parts of keys, fractions and large numbers as groups, missing places. */
    private Path table(long seed) throws IOException {
        Random random = new Random(seed);
        String[] sites = {"Köln", "1:a", "a,b", "日本", "back\\slash", ""};
        String[] codes = {"1.5", "-2", "9007199254740993", "12345678901.25", "0", "-0.0", "7", ""};
        StringBuilder text = new StringBuilder("site,patient,code,day,x,y,word,stage,label\n");
        for (int row = 0; row < 120; row++) {
            text.append('"').append(sites[random.nextInt(row < 8 ? 4 : 6)]).append("\",");
            text.append('p').append(random.nextInt(9)).append(',');
            text.append(codes[row < 8 ? row : random.nextInt(8)]).append(',');
            text.append(random.nextInt(20) == 0 ? "" : LocalDate.of(2024, 1, 1).plusDays(random.nextInt(90)))
                    .append(',');
            text.append(random.nextInt(20) == 0 ? "" : random.nextInt(40) / 4.0 - 3)
                    .append(',');
            text.append(random.nextInt(40) / 4.0 - 3).append(',');
            text.append("word ").append(random.nextInt(3)).append(',');
            text.append(random.nextInt(30) == 0 ? "" : "stage " + (char) ('a' + random.nextInt(20)))
                    .append(',');
            text.append(random.nextInt(25) == 0 ? "" : random.nextInt(3) == 0 ? "yes" : "no")
                    .append('\n');
        }
        return Files.writeString(folder.resolve("table.csv"), text);
    }
}
