/** The seam between reading files and answering questions about their rows. */
@NullMarked
package io.watertight.engine.internal;

import org.jspecify.annotations.NullMarked;
