/** What a leak is worth: the score as found against the score after the fix. It measures cost, not guilt. */
@NullMarked
package io.watertight.ml.price;

import org.jspecify.annotations.NullMarked;
