/** What checks of several subjects share: strength of features, luck, exact relations, words in names. */
@NullMarked
package io.watertight.checks.support;

import org.jspecify.annotations.NullMarked;
