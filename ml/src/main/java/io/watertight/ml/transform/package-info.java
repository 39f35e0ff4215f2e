/**
 * Transformers: what pipelines do to columns before an algorithm sees them. Every one learns from training rows only, and learns levels
 * from codes that occur in them; it changes the blocks it is about and passes the others on. Samplers of training rows are here as well.
 */
@NullMarked
package io.watertight.ml.transform;

import org.jspecify.annotations.NullMarked;
