package io.watertight.core.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Enough to repeat a run.
 *
 * @param version of the program
 * @param engine name and version
 * @param inputs each input with what identifies its content (size and time of change, or a hash)
 * @param seed of samples, folds and learners
 * @param started when
 * @param seconds how long the audit took
 * @param queries queries over the data
 * @param rows rows read
 * @param sampledRows rows held in memory
 * @param stages seconds by stage, in order
 */
public record Provenance(
        String version,
        String engine,
        List<String> inputs,
        long seed,
        Instant started,
        double seconds,
        int queries,
        long rows,
        long sampledRows,
        Map<String, Double> stages) {

    public Provenance {
        inputs = List.copyOf(inputs);
        stages = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(stages));
    }
}
