/** Splits that tear groups of rows apart. */
@NullMarked
package io.watertight.code.rule.group;

import org.jspecify.annotations.NullMarked;
