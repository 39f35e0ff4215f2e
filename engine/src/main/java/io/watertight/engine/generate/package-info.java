/** Tables of any size with planted leaks and known answers, written by DuckDB: every row is a function of the seed and its number. */
@NullMarked
package io.watertight.engine.generate;

import org.jspecify.annotations.NullMarked;
