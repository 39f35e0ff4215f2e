/** The target, its derivatives and its statistics among what a model learns from. */
@NullMarked
package io.watertight.code.rule.target;

import org.jspecify.annotations.NullMarked;
