/** What the analysis knows of a value: which rows it holds, what influenced them, and how two sets of rows overlap. */
@NullMarked
package io.watertight.code.value;

import org.jspecify.annotations.NullMarked;
