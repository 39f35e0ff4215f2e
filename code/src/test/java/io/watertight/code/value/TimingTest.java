package io.watertight.code.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TimingTest {

    private static final Timing CLOSE = Timing.of("close");

    @Test
    void aShiftReadsEarlierRowsAndShiftsAddUp() {
        assertThat(CLOSE.shifted(1).newest()).isEqualTo(-1);
        assertThat(CLOSE.shifted(1).shifted(-3)).isEqualTo(CLOSE.shifted(-2));
    }

    @Test
    void aWindowReachesBackAndNoFurtherThanRowsGo() {
        Timing window = CLOSE.spread(Timing.FAR, 0).spread(Timing.FAR, 0);
        assertThat(window.oldest()).isEqualTo(-Timing.FAR);
        assertThat(window.newest()).isZero();
    }

    @Test
    void whatIsKnownBeforehandChangesNothing() {
        assertThat(CLOSE.shifted(2).and(Timing.NOTHING)).isEqualTo(CLOSE.shifted(2));
        assertThat(Timing.NOTHING.and(CLOSE.shifted(2))).isEqualTo(CLOSE.shifted(2));
        assertThat(Timing.NOTHING.shifted(1)).isEqualTo(Timing.NOTHING);
    }

    @Test
    void bothTogetherReachFromTheOldestToTheNewest() {
        Timing both = CLOSE.shifted(2).and(Timing.of("volume").shifted(-1));
        assertThat(both.oldest()).isEqualTo(-2);
        assertThat(both.newest()).isEqualTo(1);
        assertThat(both.reads()).isEqualTo(Set.of("close", "volume"));
    }

    @Test
    void aColumnAndItsOwnEarlierRowMakeAChange() {
        assertThat(CLOSE.isLagOf(CLOSE.shifted(1))).isTrue();
        assertThat(CLOSE.isLagOf(CLOSE)).isFalse();
        assertThat(CLOSE.isLagOf(Timing.of("open").shifted(1))).isFalse();
        assertThat(CLOSE.isLagOf(CLOSE.spread(5, 0))).isFalse();
    }

    @Test
    void whatIsDecidedIsNoChange() {
        Timing change = CLOSE.spread(1, 0).asChange(true);
        assertThat(change.change()).isTrue();
        assertThat(change.asDecided().change()).isFalse();
        assertThat(change.asDecided().asChange(true).decided()).isFalse();
    }

    @Test
    void columnsAreSharedByNameOrBecauseTheyHaveNone() {
        assertThat(CLOSE.sharesColumns(CLOSE.shifted(1))).isTrue();
        assertThat(CLOSE.sharesColumns(Timing.of("mood"))).isFalse();
        assertThat(CLOSE.sharesColumns(Timing.NOTHING.ofAll())).isTrue();
        assertThat(CLOSE.sharesColumns(Timing.NOTHING)).isFalse();
    }
}
