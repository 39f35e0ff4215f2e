package io.watertight.spark;

import io.watertight.core.engine.Engine;
import io.watertight.testkit.EngineConformance;

/** A quarter of the suite; with {@code -Dwatertight.conformance.cases=12} the whole of it. */
final class SparkConformanceTest extends EngineConformance {

    @Override
    protected Engine engine() {
        return new SparkEngine();
    }
}
