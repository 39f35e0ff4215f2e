/** What people declare about a prediction problem, and what the program made of it. */
@NullMarked
package io.watertight.core.study;

import org.jspecify.annotations.NullMarked;
