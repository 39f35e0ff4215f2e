/** What checks of several subjects share. */
@NullMarked
package io.watertight.checks.support;

import org.jspecify.annotations.NullMarked;
