package io.watertight.checks.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentityEffectTest {

    private static IdentityEffect effect(double[] keys, double[] target) {
        int rows = keys.length;
        ColumnBatch batch = new ColumnBatch(
                IntStream.range(0, rows).asLongStream().toArray(),
                new byte[rows],
                Map.of("key", new NumberVector(keys)),
                rows);
        return IdentityEffect.of(batch, "key", new Responses(List.of(target)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void groupsOfTheirOwnHaveTheirShareOfVariance(long seed) {
        Random random = new Random(seed);
        double[] own = random.doubles(400).map(value -> random.nextGaussian()).toArray();
        double[] keys = IntStream.range(0, 2000).mapToDouble(row -> row % 400).toArray();
        double[] target = IntStream.range(0, 2000)
                .mapToDouble(row -> own[row % 400] + random.nextGaussian())
                .toArray();
        IdentityEffect effect = effect(keys, target);
        assertThat(effect.share()).as("seed %d", seed).isBetween(0.35, 0.65);
        assertThat(effect.z()).isGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aSmoothRelationIsNoIdentity(long seed) {
        Random random = new Random(seed);
        double[] ages = random.ints(3000, 18, 80).asDoubleStream().toArray();
        double[] target = IntStream.range(0, ages.length)
                .mapToDouble(row -> ages[row] / 20 + random.nextGaussian())
                .toArray();
        assertThat(effect(ages, target).share()).as("seed %d", seed).isLessThan(0.03);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void keysAtRandomSayNothing(long seed) {
        Random random = new Random(seed);
        double[] keys = random.ints(2000, 0, 500).asDoubleStream().toArray();
        double[] target = random.doubles(2000).map(value -> value < 0.1 ? 1 : 0).toArray();
        assertThat(effect(keys, target).z()).as("seed %d", seed).isLessThan(5);
    }

    @Test
    void aConstantTargetAndTooFewGroupsSayNothing() {
        double[] keys = IntStream.range(0, 40).mapToDouble(row -> row % 4).toArray();
        assertThat(effect(keys, new double[40])).isEqualTo(IdentityEffect.NONE);
    }
}
