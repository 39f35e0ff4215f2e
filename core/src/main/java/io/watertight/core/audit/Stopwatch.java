package io.watertight.core.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Seconds by stage. Not thread-safe. */
final class Stopwatch {

    private final long start = System.nanoTime();
    private long last = start;
    private final Map<String, Double> stages = new LinkedHashMap<>();

    /** Ends a stage that began where the one before ended. */
    void lap(String stage) {
        long now = System.nanoTime();
        stages.merge(stage, (now - last) / 1e9, Double::sum);
        last = now;
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    Map<String, Double> stages() {
        return stages;
    }
}
