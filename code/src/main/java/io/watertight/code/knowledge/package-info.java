/** What library functions, methods and classes do with rows: a table that people can read and extend. */
@NullMarked
package io.watertight.code.knowledge;

import org.jspecify.annotations.NullMarked;
