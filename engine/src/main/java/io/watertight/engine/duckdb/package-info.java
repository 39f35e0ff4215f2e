/** The engine inside the process: DuckDB. */
@NullMarked
package io.watertight.engine.duckdb;

import org.jspecify.annotations.NullMarked;
