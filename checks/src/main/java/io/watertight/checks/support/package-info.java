<<<<<<< HEAD
/** What several checks share: rows with their labels, levels, luck. */
=======
/** What several checks share: strength of features, luck, words in names. */
>>>>>>> refs/heads/engine
@NullMarked
package io.watertight.checks.support;

import org.jspecify.annotations.NullMarked;
