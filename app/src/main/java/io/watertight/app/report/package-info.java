/** The web page of a report, and the list of all formats. */
@NullMarked
package io.watertight.app.report;

import org.jspecify.annotations.NullMarked;
