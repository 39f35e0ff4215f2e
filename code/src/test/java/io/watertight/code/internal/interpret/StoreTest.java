package io.watertight.code.internal.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoreTest {

    private final Store<String, Integer> store = new Store<>();

    @Test
    void undoneBranchLeavesNoTraceAndTellsWhatItChanged() {
        store.put("kept", 1);
        store.put("changed", 2);
        int mark = store.mark();
        store.put("changed", 3);
        store.put("new", 4);
        store.remove("kept");

        Map<String, Optional<Integer>> changes = store.undoTo(mark);

        assertThat(now(store)).isEqualTo(Map.of("kept", 1, "changed", 2));
        assertThat(changes)
                .isEqualTo(Map.of("kept", Optional.empty(), "changed", Optional.of(3), "new", Optional.of(4)));
    }

    @Test
    void eitherBranchKeepsWhatOnlyOneKnowsAndJoinsWhatBothChanged() {
        store.put("both", 1);
        store.put("one", 1);
        store.put("removed in one", 1);

        store.applyEither(
                Map.of("both", Optional.of(10), "one", Optional.of(20), "removed in one", Optional.empty()),
                Map.of("both", Optional.of(100), "new", Optional.of(5)),
                Integer::sum);

        assertThat(now(store)).isEqualTo(Map.of("both", 110, "one", 21, "removed in one", 1, "new", 5));
    }

    @Test
    void equalValuesAreNotJoined() {
        store.applyEither(Map.of("same", Optional.of(7)), Map.of("same", Optional.of(7)), Integer::sum);

        assertThat(store.get("same")).contains(7);
    }

    /** The model copies everything at every mark. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void behavesLikeAMapThatIsCopied(long seed) {
        Random random = new Random(seed);
        Map<String, Integer> model = new HashMap<>();
        List<Map<String, Integer>> copies = new ArrayList<>();
        List<Integer> marks = new ArrayList<>();
        for (int step = 0; step < 2_000; step++) {
            String key = "k" + random.nextInt(12);
            switch (random.nextInt(6)) {
                case 0 -> {
                    marks.add(store.mark());
                    copies.add(new HashMap<>(model));
                }
                case 1 -> {
                    if (!marks.isEmpty()) {
                        int last = marks.size() - 1;
                        Map<String, Integer> after = new HashMap<>(model);
                        model = copies.remove(last);
                        Map<String, Optional<Integer>> changes = store.undoTo(marks.remove(last));
                        assertThat(now(store))
                                .as("undone, seed %d, step %d", seed, step)
                                .isEqualTo(model);
                        if (random.nextBoolean()) {
                            store.apply(changes);
                            model = after;
                        }
                    }
                }
                case 2 -> {
                    store.remove(key);
                    model.remove(key);
                }
                default -> {
                    store.put(key, step);
                    model.put(key, step);
                }
            }
            assertThat(now(store)).as("seed %d, step %d", seed, step).isEqualTo(model);
        }
    }

    private static Map<String, Integer> now(Store<String, Integer> store) {
        Map<String, Integer> all = new HashMap<>();
        store.keys().forEach(key -> all.put(key, store.get(key).orElseThrow()));
        return all;
    }
}
