/** The closed list of questions about data that an engine answers. */
@NullMarked
package io.watertight.core.statistic;

import org.jspecify.annotations.NullMarked;
