/** What a reading of code found: the model that every writer of lint reports reads. */
@NullMarked
package io.watertight.core.lint;

import org.jspecify.annotations.NullMarked;
