package io.watertight.ml.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.split.Assigned;
import io.watertight.core.split.Assignment;
import io.watertight.core.split.Deal;
import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitPlan.Chain;
import io.watertight.core.split.SplitPlan.DuplicateClusters;
import io.watertight.core.split.SplitPlan.DuplicateClusters.Grain;
import io.watertight.core.split.SplitPlan.Nested;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Key;
import io.watertight.core.study.Lag;
import io.watertight.core.study.Study;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.StudyData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine's SQL and the splitters in memory put every row in the same place. */
final class EngineAgreementTest {

    private static final String KEY = "site+patient";

    @TempDir
    Path folder;

    private static List<SplitPlan> plans() {
        Shape folds = new Shape.Folds(3, 2);
        Shape held = new Shape.HoldOut(200_000, 2);
        Chain chain = new Chain(
                "day", Shape.folds(3), Optional.empty(), Optional.of(Lag.parse("2d")), Optional.of(Lag.parse("1d")));
        Chain sliding =
                new Chain("day", Shape.folds(4), Optional.of(Lag.parse("20d")), Optional.empty(), Optional.empty());
        Chain last = new Chain("day", Shape.holdOut(0.3));
        return List.of(
                new SplitPlan.Random(folds),
                new SplitPlan.Random(held),
                new SplitPlan.Stratified(folds),
                new SplitPlan.Stratified(held),
                new SplitPlan.Group(KEY, false, folds),
                new SplitPlan.Group(KEY, true, held),
                new SplitPlan.Group("code", true, folds),
                new SplitPlan.LeaveOneOut(),
                new SplitPlan.LeaveOneGroupOut("code"),
                new SplitPlan.ForwardChaining(chain),
                new SplitPlan.ForwardChaining(sliding),
                new SplitPlan.ForwardChaining(last),
                new SplitPlan.GroupAndTime(KEY, chain),
                new SplitPlan.GroupAndTime("code", last),
                new SplitPlan.GroupAndTime(List.of(KEY, "code"), last),
                new SplitPlan.TwoWayGroup(KEY, "code", Shape.folds(2)),
                new SplitPlan.TwoWayGroup(KEY, "code", Shape.holdOut(0.25)),
                new SplitPlan.SpatialBlocks("x", "y", 1.5, 0, folds),
                new SplitPlan.SpatialBlocks("x", "y", 0.5, 0.7, Shape.holdOut(0.1)),
                new DuplicateClusters(List.of(new Grain("x", 0), new Grain("word", 0)), folds),
                new DuplicateClusters(List.of(new Grain("x", 0.5), new Grain("word", 0)), folds),
                Nested.inherit(new SplitPlan.Stratified(Shape.folds(3)), 2),
                Nested.inherit(new SplitPlan.Group(KEY, true, Shape.folds(2)), 3),
                Nested.inherit(new SplitPlan.GroupAndTime("code", last), 2),
                Nested.inherit(new DuplicateClusters(List.of(new Grain("x", 0.5), new Grain("word", 0)), folds), 2));
    }

    @ParameterizedTest
    @CsvSource({"1, label", "2, price"})
    void everyRowGoesWhereTheSplitterPutsIt(long seed, String target) throws IOException {
        Declaration declaration = Declaration.builder()
                .data(List.of(table(seed).toString()))
                .target(target)
                .groups(List.of(Key.of("site", "patient"), Key.of("code")))
                .times(List.of(Key.of("day")))
                .build();
        Audit.withDefaults(AuditOptions.DEFAULT, Progress.NONE).with(declaration, (view, table) -> {
            Dataset dataset = StudyData.of(view.sample(), view.study()).dataset();
            for (SplitPlan plan : plans()) {
                List<String> memory = inMemory(plan, dataset, seed);
                assertThat(inEngine(plan, view.study(), table, seed))
                        .as("seed %d, %s", seed, plan.describe())
                        .isEqualTo(memory);
            }
            return true;
        });
    }

    /** Words with separators and accents, missing parts of keys, fractions and large numbers as groups, missing places. */
    private Path table(long seed) throws IOException {
        Random random = new Random(seed);
        String[] sites = {"Köln", "1:a", "a,b", "日本", ""};
        String[] codes = {"1.5", "-2", "9007199254740993", "12345678901.25", "0", "-0.0", "7", ""};
        StringBuilder text = new StringBuilder("site,patient,code,day,x,y,word,label,price\n");
        for (int row = 0; row < 200; row++) {
            text.append('"').append(sites[random.nextInt(row < 8 ? 4 : 5)]).append("\",");
            text.append('p').append(random.nextInt(9)).append(',');
            text.append(codes[row < 8 ? row : random.nextInt(8)]).append(',');
            text.append(random.nextInt(20) == 0 ? "" : LocalDate.of(2024, 1, 1).plusDays(random.nextInt(90)))
                    .append(',');
            text.append(random.nextInt(20) == 0 ? "" : random.nextInt(40) / 4.0 - 3)
                    .append(',');
            text.append(random.nextInt(40) / 4.0 - 3).append(',');
            text.append("word ").append(random.nextInt(3)).append(',');
            text.append(random.nextInt(25) == 0 ? "" : random.nextInt(3) == 0 ? "yes" : "no")
                    .append(',');
            text.append(random.nextInt(25) == 0 ? "" : random.nextInt(1000) / 8.0)
                    .append('\n');
        }
        return Files.writeString(folder.resolve("table" + seed + ".csv"), text);
    }

    private static List<String> inMemory(SplitPlan plan, Dataset dataset, long seed) {
        List<String> lines = new ArrayList<>();
        for (Fold fold : Splitters.of(plan).split(dataset, seed)) {
            String head = fold.repeat() + "," + fold.number() + ",";
            add(lines, fold, head + (plan instanceof Nested ? "," : ""));
            if (plan instanceof Nested) {
                long inside = Deal.seedInside(seed, fold.repeat(), fold.number());
                Splitters.inside(plan, 2)
                        .split(fold.training(), inside)
                        .forEach(inner -> add(lines, inner, head + inner.number() + ","));
            }
        }
        return lines.stream().sorted().toList();
    }

    private static void add(List<String> lines, Fold fold, String head) {
        Arrays.stream(fold.training().rowIds()).forEach(id -> lines.add(id + "," + head + "train"));
        Arrays.stream(fold.evaluation().rowIds()).forEach(id -> lines.add(id + "," + head + "test"));
    }

    private List<String> inEngine(SplitPlan plan, Study study, Table table, long seed) {
        Path file = folder.resolve("folds.csv");
        Assigned assigned = table.assign(new Assignment(study, plan, seed, file, Map.of()));
        try {
            List<String> lines = Files.readAllLines(file);
            assertThat(lines.get(0)).startsWith("row_id,repeat,fold,");
            assertThat(assigned.lines()).isEqualTo(lines.size() - 1);
            assertThat(assigned.proof().holds()).isTrue();
            return lines.stream().skip(1).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
