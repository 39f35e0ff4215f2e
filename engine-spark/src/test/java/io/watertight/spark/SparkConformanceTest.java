package io.watertight.spark;

import io.watertight.core.engine.Engine;
import io.watertight.testkit.EngineConformance;

final class SparkConformanceTest extends EngineConformance {

    @Override
    protected Engine engine() {
        System.setProperty("spark.master", "local[2]");
        return new SparkEngine();
    }
}
