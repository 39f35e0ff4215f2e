/** Python text, before it is parsed. */
@NullMarked
package io.watertight.code.internal.text;

import org.jspecify.annotations.NullMarked;
