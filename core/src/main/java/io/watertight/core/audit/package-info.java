/** The audit: runs checks over a study and turns their findings into a verdict. */
@NullMarked
package io.watertight.core.audit;

import org.jspecify.annotations.NullMarked;
