package io.watertight.testkit;

import io.watertight.core.engine.Engine;
import io.watertight.engine.duckdb.DuckDbEngine;

final class DuckDbConformanceTest extends EngineConformance {

    @Override
    protected Engine engine() {
        return new DuckDbEngine();
    }
}
