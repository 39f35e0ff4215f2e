/**
 * The roles of honest learning, in one package so that the compiler can guard them: only a {@link
 * io.watertight.ml.learn.Splitter} makes sets, only a {@link io.watertight.ml.learn.TrainingSet} can be fitted on, and what was
 * transformed cannot be split again. Strategies, transformers and algorithms live elsewhere and extend these.
 */
@NullMarked
package io.watertight.ml.learn;

import org.jspecify.annotations.NullMarked;
