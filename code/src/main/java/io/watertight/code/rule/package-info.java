/** The rules about code. */
@NullMarked
package io.watertight.code.rule;

import org.jspecify.annotations.NullMarked;
