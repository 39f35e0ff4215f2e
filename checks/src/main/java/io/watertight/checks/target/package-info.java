<<<<<<< HEAD
/** Checks of columns against the target: what gives the answer away. */
=======
/** Checks of what columns say about the target. */
>>>>>>> refs/heads/checks-relations
@NullMarked
package io.watertight.checks.target;

import org.jspecify.annotations.NullMarked;
