/** Helpers for the tests of checks and engines. */
@NullMarked
package io.watertight.testkit;

import org.jspecify.annotations.NullMarked;
