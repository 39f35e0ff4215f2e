/** Makes the edits that findings offer: in scripts and notebooks, whole or not at all, and nothing but them. */
@NullMarked
package io.watertight.code.fix;

import org.jspecify.annotations.NullMarked;
