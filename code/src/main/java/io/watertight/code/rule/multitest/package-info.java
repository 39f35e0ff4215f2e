/** The same test rows used again: to choose a model, a setting, a threshold, or when to stop. */
@NullMarked
package io.watertight.code.rule.multitest;

import org.jspecify.annotations.NullMarked;
