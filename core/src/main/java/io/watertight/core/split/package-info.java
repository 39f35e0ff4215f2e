/** Plans of splits: who goes where, for which reason, and the proof that a split keeps what it promises. */
@NullMarked
package io.watertight.core.split;

import org.jspecify.annotations.NullMarked;
