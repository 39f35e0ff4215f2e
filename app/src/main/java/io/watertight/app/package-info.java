/** The program: command line, reports, local web page. */
@NullMarked
package io.watertight.app;

import org.jspecify.annotations.NullMarked;
