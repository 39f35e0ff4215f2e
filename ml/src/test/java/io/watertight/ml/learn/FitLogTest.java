package io.watertight.ml.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.evaluate.FixedRows;
import io.watertight.ml.evaluate.TinyLearners;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log is kept small, and still names every row that a fit saw. */
final class FitLogTest {

    /** Takes the first rows, twice each. */
    private static final class Twice extends RowSampler {

        @Override
        public String name() {
            return "twice";
        }

        @Override
        protected Sample draw(TrainingSet training, FitContext context) {
            return these(training, new int[] {0, 0, 1, 1, 2, 2});
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyRowIsNamedWhateverTheIdsAndAsOftenAsItWasSeen(long seed) {
        Random random = new Random(seed);
        long[] ids = random.longs(0, Long.MAX_VALUE)
                .distinct()
                .limit(50 + random.nextInt(200))
                .toArray();
        double[] numbers = random.doubles(ids.length).toArray();
        Dataset dataset = Dataset.of(
                ids,
                new Features(ids.length, List.of(NumberBlock.of("x", numbers))),
                new Response.Numbers(random.doubles(ids.length).toArray()));
        Fold fold = new FixedRows(id -> id % 3 == 0).split(dataset, seed).get(0);
        FitContext context = FitContext.of(seed);

        TinyLearners.constant().fit(fold.training(), context);
        TinyLearners.constant().fit(new Twice().sample(fold.training(), context), context);
        fold.release();

        List<FitLog.Entry> entries = context.log().entries();
        long[] wanted = LongStream.of(ids).filter(id -> id % 3 != 0).sorted().toArray();
        assertThat(entries).hasSize(3).extracting(FitLog.Entry::step).contains("twice");
        assertThat(sorted(entries.get(0))).as("seed %d", seed).isEqualTo(wanted);
        assertThat(sorted(entries.get(1))).as("seed %d", seed).isEqualTo(wanted);
        long[] first = Arrays.copyOf(fold.training().rowIds(), 3);
        assertThat(entries.get(2).rowIds())
                .as("seed %d", seed)
                .containsExactlyInAnyOrder(first[0], first[0], first[1], first[1], first[2], first[2]);
    }

    private static long[] sorted(FitLog.Entry entry) {
        return LongStream.of(entry.rowIds()).sorted().toArray();
    }
}
