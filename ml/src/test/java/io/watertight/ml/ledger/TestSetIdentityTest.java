package io.watertight.ml.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.RowSource;
import io.watertight.core.data.Vector;
import io.watertight.core.study.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TestSetIdentityTest {

    @RepeatedTest(20)
    void orderOfRowsAndColumnsDoesNotCount(RepetitionInfo info) {
        long seed = info.getCurrentRepetition();
        Random random = new Random(seed);
        TestSets table = TestSets.loans(1 + random.nextInt(3000), seed);
        List<String> columns = new ArrayList<>(table.columns());
        Collections.shuffle(columns, random);

        TestSetIdentity copy = table.select(columns).shuffled(seed).identity();

        assertThat(copy).as("seed %d", seed).isEqualTo(table.identity()).hasSameHashCodeAs(table.identity());
        assertThat(copy.digest()).matches("[0-9a-f]{64}");
        assertThat(copy.rows()).isEqualTo(table.rows().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2_000, 9_000, 1_000_000})
    void columnsMayComeAFewAtATime(long mostCells) {
        TestSets table = TestSets.loans(1000, 4);
        ColumnBatch whole = table.batch(0);
        byte[] parts = new byte[whole.rows()];
        for (int row = 0; row < parts.length; row++) {
            parts[row] = (byte) (row % 3 == 0 ? Part.TEST : Part.TRAIN).ordinal();
        }
        ColumnBatch parted = new ColumnBatch(whole.rowIds(), parts, whole.columns(), whole.totalRows());
        List<Integer> widths = new ArrayList<>();
        RowSource source = (names, most, seed) -> {
            widths.add(names.size());
            Map<String, Vector> some = new LinkedHashMap<>();
            names.forEach(name -> some.put(name, whole.column(name)));
            return new ColumnBatch(whole.rowIds(), parts, some, whole.totalRows());
        };
        List<String> keys = List.of("purpose");
        List<String> columns = table.without("purpose").columns();

        TestSetIdentity streamed = new TestSetSketcher(columns, keys)
                .add(source, whole.rows(), Part.TEST, mostCells)
                .identity();

        assertThat(streamed)
                .isEqualTo(new TestSetSketcher(columns, keys)
                        .add(parted, Part.TEST)
                        .identity());
        assertThat(streamed.rows()).isEqualTo(334);
        assertThat(widths).allMatch(width -> width <= Math.max(1, mostCells / 1000));
        assertThat(widths.stream().mapToInt(Integer::intValue).sum()).isEqualTo(8);
    }

    @Test
    void repeatedRowsMakeAnotherSet() {
        TestSets table = TestSets.loans(100, 1);

        TestSetIdentity doubled = table.with(table.range(0, 1)).identity();

        assertThat(doubled).isNotEqualTo(table.identity());
        assertThat(doubled.overlap(table.identity()).containment()).isEqualTo(1);
    }

    @Test
    void whatAProgramPrintsDifferentlyIsTheSameValue() {
        TestSets table = TestSets.loans(500, 2);
        TestSets resaved = table.map("amount", value -> (Object) (double) (float) (double) (Double) value)
                .map("accounts", value -> (Object) (0.0 + (Double) value))
                .map("grade", value -> " " + value + " ");

        TestSetIdentity identity = resaved.identity();

        // A float keeps seven digits, an identity six: a few amounts lie on an edge.
        assertThat(identity.overlap(table.identity()).containment()).isGreaterThan(0.95);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 200, 900})
    void editsOfAFewCellsAreSeenThrough(int cells) {
        TestSets table = TestSets.loans(2000, 3);

        Overlap overlap = table.edited(cells, 4).identity().overlap(table.identity());

        assertThat(overlap.isHalf()).isTrue();
        assertThat(overlap.containment()).isGreaterThanOrEqualTo(1 - cells / 2000.0 - 1e-9);
        assertThat(overlap.standardError()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount", "rating", "grade", "home", "purpose", "accounts", "ratio", "default"})
    void aColumnDroppedAddedOrConvertedIsSeenThrough(String column) {
        TestSets table = TestSets.loans(3000, 5);
        TestSetIdentity before = table.identity();
        TestSetIdentity dropped = table.without(column).shuffled(6).identity();
        TestSetIdentity converted = table.map(
                        column, value -> value instanceof Double number ? number * 1.7 + 3 : value + "!")
                .identity();

        assertThat(dropped.overlap(before).isHalf()).as("dropped").isTrue();
        assertThat(before.overlap(dropped).isHalf()).as("added").isTrue();
        assertThat(converted.overlap(before).isHalf()).as("converted").isTrue();
    }

    @Test
    void halfOfAnEarlierSetIsRecognisedAndATenthIsNot() {
        TestSets table = TestSets.loans(40_000, 7);
        TestSetIdentity first = table.range(0, 20_000).identity();

        Overlap sixTenths = table.range(8_000, 28_000).identity().overlap(first);
        Overlap fourTenths = table.range(12_000, 32_000).identity().overlap(first);
        Overlap none = table.range(20_000, 40_000).identity().overlap(first);
        Overlap part = table.range(5_000, 10_000).identity().overlap(first);

        assertThat(sixTenths.isHalf()).isTrue();
        assertThat(sixTenths.containment()).isBetween(0.6 - 0.05, 0.6 + 0.05);
        assertThat(sixTenths.standardError()).isBetween(0.005, 0.02);
        assertThat(fourTenths.isHalf()).isFalse();
        assertThat(none.isHalf()).isFalse();
        assertThat(none.containment()).isLessThan(0.01);
        assertThat(part.isHalf()).as("a quarter of the rows, all of them known").isTrue();
    }

    @RepeatedTest(20)
    void strangersFromTheSamePopulationStayStrangers(RepetitionInfo info) {
        long seed = 100 + info.getCurrentRepetition();
        TestSets table = TestSets.loans(2 * 1500, seed);

        Overlap overlap =
                table.range(0, 1500).identity().overlap(table.range(1500, 3000).identity());

        assertThat(overlap.isHalf()).as("seed %d: %s", seed, overlap).isFalse();
    }

    @Test
    void aCounterOrATimeStampThatStrangersShareIsNoOverlap() {
        TestSets left = numbered(TestSets.loans(1000, 8));
        TestSets right = numbered(TestSets.loans(1000, 9));

        assertThat(left.identity().overlap(right.identity()).isHalf()).isFalse();
        assertThat(left.select(List.of("counter", "default", "home"))
                        .identity()
                        .overlap(right.select(List.of("counter", "default", "home"))
                                .identity())
                        .isHalf())
                .as("narrow tables")
                .isFalse();
    }

    private static TestSets numbered(TestSets table) {
        List<String> columns = new ArrayList<>(table.columns());
        columns.add("counter");
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            List<Object> cells = new ArrayList<>(row);
            cells.add((double) rows.size());
            rows.add(cells);
        }
        return new TestSets(columns, rows);
    }

    @Test
    void rowsOfFewCategoriesAreKnownOnlyAsAWhole() {
        TestSets left = TestSets.loans(1000, 10).select(List.of("grade", "home", "default"));
        TestSets right = TestSets.loans(1000, 11).select(List.of("grade", "home", "default"));

        assertThat(left.identity().tellsRowsApart()).isFalse();
        assertThat(left.identity().overlap(right.identity()).isHalf()).isFalse();
        assertThat(left.shuffled(12).identity().overlap(left.identity()).isHalf())
                .isTrue();
    }

    @Test
    void keysMakeRowsOfFewCategoriesKnown() {
        TestSets left = numbered(TestSets.loans(1000, 13).select(List.of("grade", "home", "default")));
        TestSets right = numbered(TestSets.loans(1000, 14).select(List.of("grade", "home", "default")));
        List<String> keys = List.of("counter");

        assertThat(left.edited(30, 15)
                        .identity(keys)
                        .overlap(left.identity(keys))
                        .isHalf())
                .isTrue();
        assertThat(right.identity(keys).overlap(left.identity(keys)).isHalf()).isFalse();
        assertThat(left.identity(keys))
                .as("keys are no part of the digest")
                .isEqualTo(left.without("counter").identity());
    }

    @RepeatedTest(10)
    void estimatesStayWithinTheirErrors(RepetitionInfo info) {
        long seed = 200 + info.getCurrentRepetition();
        Random random = new Random(seed);
        int sketchable = 4000 + random.nextInt(20_000);
        TestSets table = TestSets.loans(2 * sketchable, seed);
        TestSets left = table.range(0, sketchable);
        int from = random.nextInt(sketchable);
        TestSets right = table.range(from, from + 2000 + random.nextInt(sketchable - 2000));

        Overlap overlap = right.identity().overlap(left.identity());

        Set<List<Object>> all = new HashSet<>(left.rows());
        long shared = right.rows().stream().filter(all::contains).count();
        double containment =
                (double) shared / Math.min(left.rows().size(), right.rows().size());
        double jaccard = (double) shared / (left.rows().size() + right.rows().size() - shared);
        // Near a half, the best of several views may be told, which lies a little high.
        assertThat(overlap.containment())
                .as("seed %d, %s", seed, overlap)
                .isBetween(
                        containment - 4 * overlap.standardError(),
                        containment
                                + 4 * overlap.standardError()
                                + (overlap.basis().equals("all columns") ? 0 : 0.1));
        assertThat(overlap.jaccard()).isBetween(jaccard - 0.08, jaccard + 0.08);
    }

    @Test
    void aSetWithoutRowsIsNone() {
        TestSetSketcher sketcher = new TestSetSketcher(List.of("a"), List.of());

        assertThatThrownBy(sketcher::identity)
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("no rows");
        assertThatThrownBy(() -> new TestSetSketcher(List.of("a"), List.of("a")))
                .hasMessageContaining("[a]");
        assertThatThrownBy(() -> sketcher.add(TestSets.loans(3, 1).batch(0))).hasMessageContaining("'a'");
    }

    @Test
    void identitiesSurviveTheirSpelling() {
        TestSetIdentity identity = TestSets.loans(5000, 16).identity();

        TestSetIdentity again = IdentityJson.read(IdentityJson.write(identity));

        assertThat(again).isEqualTo(identity);
        assertThat(again.rows()).isEqualTo(5000);
        assertThat(IdentityJson.write(again)).isEqualTo(IdentityJson.write(identity));
        assertThat(IdentityJson.write(identity).toString().length())
                .as("stands in version control")
                .isLessThan(60_000);
    }
}
