/**
 * Reads files into relations: which files, which format, which encoding, which names, which types, which parts.
 *
 * <p>Everything that is text on disk (delimited text, JSON, ARFF, Excel) becomes clean cells first and gets its types from one
 * place; Parquet is read where it lies.
 */
@NullMarked
package io.watertight.engine.internal.read;

import org.jspecify.annotations.NullMarked;
