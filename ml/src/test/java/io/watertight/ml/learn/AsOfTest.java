package io.watertight.ml.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.PredictionPoint;
import io.watertight.core.study.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was not known in time is missing. Times are in hours here: 3,600 seconds each. */
final class AsOfTest {

    private static final double NONE = Double.NaN;

    private final ColumnBatch rows = new ColumnBatch(
            new long[] {0, 1, 2, 3, 4},
            new byte[5],
            Map.of(
                    "admitted",
                    hours(10, 10, 10, 10, NONE),
                    "reported",
                    hours(9, 10, 11, NONE, 9),
                    "lactate",
                    new NumberVector(new double[] {1, 2, NONE, 4, 5}),
                    "culture",
                    new CodeVector(new int[] {0, 1, 0, -1, 1}, List.of("clean", "grown"))),
            5);

    private static NumberVector hours(double... hours) {
        return new NumberVector(Arrays.stream(hours).map(hour -> hour * 3600).toArray());
    }

    private static Column feature(String name, ColumnType type, String knownAt) {
        return new Column(name, type, false, Role.FEATURE, false, KnownAt.parse(knownAt));
    }

    private AsOf asOf(String predictAt) {
        return new AsOf(rows, Optional.of(PredictionPoint.parse(predictAt)));
    }

    @Test
    void aValueIsMissingUnlessItWasKnownBeforeThePrediction() {
        AsOf known = asOf("admitted");

        Vector lactate = known.column(feature("lactate", ColumnType.NUMBER, "reported"));
        Vector culture = known.column(feature("culture", ColumnType.TEXT, "reported"));

        // Known an hour before; a tie; later (and missing anyway); nobody says when; nobody says for when.
        assertThat(((NumberVector) lactate).values()).containsExactly(1, NONE, NONE, NONE, NONE);
        assertThat(((CodeVector) culture).codes()).containsExactly(0, -1, -1, -1, -1);
        assertThat(known.hidden()).containsExactlyInAnyOrderEntriesOf(Map.of("lactate", 3, "culture", 3));
    }

    @Test
    void thePredictionMayBeDueLater() {
        Vector lactate = asOf("admitted+2h").column(feature("lactate", ColumnType.NUMBER, "reported"));

        assertThat(((NumberVector) lactate).values()).containsExactly(1, 2, NONE, NONE, NONE);
    }

    @Test
    void theTableItselfIsNotTouched() {
        asOf("admitted").column(feature("lactate", ColumnType.NUMBER, "reported"));

        assertThat(((NumberVector) rows.column("lactate")).values()).containsExactly(1, 2, NONE, 4, 5);
    }

    @Test
    void otherWaysToSayWhenAValueIsKnownTakeNothingOut() {
        AsOf known = asOf("admitted");
        for (String knownAt : List.of("always", "event", "unknown", "no-such-column")) {
            Vector lactate = known.column(feature("lactate", ColumnType.NUMBER, knownAt));
            assertThat(((NumberVector) lactate).values()).as(knownAt).containsExactly(1, 2, NONE, 4, 5);
        }
        assertThat(known.hidden()).isEmpty();
    }

    @Test
    void withoutAPredictionPointNothingIsTooLate() {
        AsOf known = new AsOf(rows, Optional.empty());

        Vector lactate = known.column(feature("lactate", ColumnType.NUMBER, "reported"));

        assertThat(((NumberVector) lactate).values()).containsExactly(1, 2, NONE, 4, 5);
    }
}
