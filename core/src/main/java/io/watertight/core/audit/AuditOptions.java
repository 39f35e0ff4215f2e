package io.watertight.core.audit;

import io.watertight.core.engine.Resources;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How an audit runs; what it is about is in the declaration. Start from {@link #DEFAULT}.
 *
 * @param only ids of the checks to run, all if empty
 * @param skip ids of checks left out
 * @param budget about how long the second scan may take
 * @param seed of samples, folds and learners
 * @param sampleRows rows held in memory at most, chosen by the number of columns if empty
 * @param resources limits of the engine
 * @param delimiter field delimiter of delimited text, guessed if empty
 * @param header whether delimited text has a header line, guessed if empty
 */
public record AuditOptions(
        Set<String> only,
        Set<String> skip,
        Optional<Duration> budget,
        long seed,
        OptionalInt sampleRows,
        Resources resources,
        Optional<Character> delimiter,
        Optional<Boolean> header) {

    public static final AuditOptions DEFAULT = new AuditOptions(
            Set.of(),
            Set.of(),
            Optional.empty(),
            20_260_101,
            OptionalInt.empty(),
            Resources.DEFAULT,
            Optional.empty(),
            Optional.empty());

    public AuditOptions {
        only = Set.copyOf(only);
        skip = Set.copyOf(skip);
    }
}
