/** The leaks that can be planted, one class each. */
@NullMarked
package io.watertight.engine.generate.leak;

import org.jspecify.annotations.NullMarked;
