/** Scripts and notebooks as cells of code, each of which knows its place in the file. */
@NullMarked
package io.watertight.code.source;

import org.jspecify.annotations.NullMarked;
