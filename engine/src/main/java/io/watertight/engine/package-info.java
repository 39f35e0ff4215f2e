/** Engines: they answer statistics about data. */
@NullMarked
package io.watertight.engine;

import org.jspecify.annotations.NullMarked;
