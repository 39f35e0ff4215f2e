/** The rule API: a judgement about what a program does with data, and what rules share. */
@NullMarked
package io.watertight.code.rule;

import org.jspecify.annotations.NullMarked;
