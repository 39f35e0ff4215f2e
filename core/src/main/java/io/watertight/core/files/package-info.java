/** Files that survive a killed process whole, and folders that do not survive it. */
@NullMarked
package io.watertight.core.files;

import org.jspecify.annotations.NullMarked;
