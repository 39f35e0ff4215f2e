/** The vocabulary of Watertight: what every module may know. */
@NullMarked
package io.watertight.core;

import org.jspecify.annotations.NullMarked;
