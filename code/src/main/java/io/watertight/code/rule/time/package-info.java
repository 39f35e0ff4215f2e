/** Models that see the future: shifts, fills, windows and merges that look at later rows. */
@NullMarked
package io.watertight.code.rule.time;

import org.jspecify.annotations.NullMarked;
