/** The report model's writers. */
@NullMarked
package io.watertight.core.report;

import org.jspecify.annotations.NullMarked;
