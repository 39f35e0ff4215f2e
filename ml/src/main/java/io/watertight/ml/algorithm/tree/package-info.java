/** Decision trees and forests on binned columns. */
@NullMarked
package io.watertight.ml.algorithm.tree;

import org.jspecify.annotations.NullMarked;
