/** Edits that mend what rules find, where they change nothing but the leak; a sentence of advice where no edit is safe. */
@NullMarked
package io.watertight.code.repair;

import org.jspecify.annotations.NullMarked;
