package io.watertight.engine.sql;

import io.watertight.core.data.PartProfile;
import io.watertight.core.data.Shingles;
import io.watertight.core.statistic.NearRepetition;
import io.watertight.core.statistic.NearRepetition.Cells;
import io.watertight.core.statistic.NearRepetition.Grain;
import io.watertight.core.statistic.NearRepetition.Texts;
import io.watertight.engine.sql.Projection.Named;
import io.watertight.engine.sql.SqlColumn.Storage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How rows come to lie in blocks, of which near rows share one: sets of columns for rows, of which a pair that differs in d columns agrees
 * in one of d + 1 as a whole; bands of minhashes for texts.
 */
final class NearBlocks {

    private final Inquiry inquiry;
    private final NearRepetition question;

    NearBlocks(Inquiry inquiry, NearRepetition question) {
        this.inquiry = inquiry;
        this.question = question;
    }

    /** Number of blockings. */
    int count() {
        if (question.likeness() instanceof Cells cells) {
            return cells.differing(question.similarity()) == 0 ? 0 : 1 + cells.differing(question.similarity());
        }
        return Shingles.BANDS;
    }

    static String block(int index) {
        return "block" + index;
    }

    /** A condition: the block is one of those looked at. */
    Optional<String> chosen(String block) {
        return question.oneIn() == 1
                ? Optional.empty()
                : Optional.of(inquiry.source().dialect().anyHash(List.of(block)) + " % " + question.oneIn() + " = 0");
    }

    /** Of a pair: the first block that both share is one of those looked at, so that each pair is met with the same chance. */
    Optional<String> firstSharedChosen(String left, String right) {
        return question.oneIn() == 1
                ? Optional.empty()
                : Optional.of(IntStream.range(0, count())
                        .mapToObj(index -> {
                            String one = left + "." + block(index);
                            return "WHEN " + one + " = " + right + "." + block(index) + " THEN "
                                    + chosen(one).orElseThrow();
                        })
                        .collect(Collectors.joining(" ", "CASE ", " END")));
    }

    /** A query for each row's id and blocks. */
    String blocks() {
        Projection projection = inquiry.projection();
        Named rowId = projection.rowId();
        if (question.likeness() instanceof Cells cells) {
            List<String> hashes = new ArrayList<>();
            List<List<Grain>> dealt = deal(cells.columns(), count());
            for (int block = 0; block < dealt.size(); block++) {
                Named[] values = dealt.get(block).stream()
                        .map(grain -> cell(projection, grain))
                        .toArray(Named[]::new);
                List<String> names = List.of(values).stream().map(Named::name).toList();
                hashes.add(projection.derived(projection.dialect().anyHash(names), values) + " AS " + block(block));
            }
            return chosenOf(
                    "SELECT " + rowId + " AS id, " + String.join(", ", hashes) + " FROM " + projection.from("TRUE"));
        }
        Named text = projection.value(((Texts) question.likeness()).column());
        Named bands = projection.derived(projection.dialect().textBands(text.name()), text);
        List<String> words = IntStream.range(0, count())
                .mapToObj(band -> "split_part(" + bands + ", ' ', " + (band + 1) + ") AS " + block(band))
                .toList();
        return chosenOf("SELECT " + rowId + " AS id, " + String.join(", ", words) + " FROM " + projection.from("TRUE")
                + " WHERE " + bands + " <> ''");
    }

    /** Rows of which no block is looked at are not kept. */
    private String chosenOf(String all) {
        return question.oneIn() == 1
                ? all
                : "SELECT * FROM (" + all + ") AS blocked WHERE "
                        + IntStream.range(0, count())
                                .mapToObj(index -> chosen(block(index)).orElseThrow())
                                .collect(Collectors.joining(" OR "));
    }

    /** Columns so dealt that every set tells rows apart about as well as any other. */
    private List<List<Grain>> deal(List<Grain> columns, int sets) {
        List<List<Grain>> dealt = new ArrayList<>();
        IntStream.range(0, sets).forEach(set -> dealt.add(new ArrayList<>()));
        double[] bits = new double[sets];
        columns.stream()
                .sorted(Comparator.<Grain>comparingDouble(grain -> -bits(grain)).thenComparing(Grain::column))
                .forEach(grain -> {
                    int poorest = 0;
                    for (int set = 1; set < sets; set++) {
                        poorest = bits[set] < bits[poorest] ? set : poorest;
                    }
                    dealt.get(poorest).add(grain);
                    bits[poorest] += bits(grain);
                });
        return dealt;
    }

    /** How much a column tells, at most. */
    private double bits(Grain grain) {
        if (inquiry.profile().isEmpty()) {
            return 1;
        }
        PartProfile profile = inquiry.profile().get().column(grain.column()).all();
        double cells = grain.width() > 0 ? (profile.maximum() - profile.minimum()) / grain.width() : Double.MAX_VALUE;
        return Math.log(1 + Math.min(Math.max(1, profile.distinct()), Double.isNaN(cells) ? 1 : cells));
    }

    /** What two rows must share to agree in a column: NULL where the value is missing. */
    static Named cell(Projection projection, Grain grain) {
        Dialect dialect = projection.dialect();
        if (grain.width() > 0) {
            Named number = projection.finite(projection.number(grain.column()));
            return projection.derived(
                    dialect.wholeOrNull("floor(" + number + " / " + dialect.number(grain.width()) + " + 0.5e0)"),
                    number);
        }
        Named value = projection.value(grain.column());
        Storage storage = projection.source().column(grain.column()).storage();
        if (storage != Storage.FLOATING) {
            return value;
        }
        Named finite = projection.finite(value);
        // Adding zero makes one zero of both.
        return projection.derived(finite + " + 0e0", finite);
    }
}
