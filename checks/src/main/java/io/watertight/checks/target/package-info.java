<<<<<<< HEAD
/** Checks of what columns say about the target. */
=======
/** Checks of columns against the target: what gives the answer away. */
>>>>>>> refs/heads/engine
@NullMarked
package io.watertight.checks.target;

import org.jspecify.annotations.NullMarked;
