/** The check API: one judgement about data, its findings, its evidence. */
@NullMarked
package io.watertight.core.check;

import org.jspecify.annotations.NullMarked;
