/** What several checks share: rows with their labels, levels, luck. */
@NullMarked
package io.watertight.checks.support;

import org.jspecify.annotations.NullMarked;
