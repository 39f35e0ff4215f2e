/** Linear models on blocks of columns; nothing sparse is made dense. */
@NullMarked
package io.watertight.ml.algorithm.linear;

import org.jspecify.annotations.NullMarked;
