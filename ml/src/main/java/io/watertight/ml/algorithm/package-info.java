/** Learning algorithms, a package a family, and what they share. */
@NullMarked
package io.watertight.ml.algorithm;

import org.jspecify.annotations.NullMarked;
