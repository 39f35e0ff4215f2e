/** The seam between questions and the engines that answer them. */
@NullMarked
package io.watertight.core.engine;

import org.jspecify.annotations.NullMarked;
