/** What several checks share: strength of features, luck, words in names. */
@NullMarked
package io.watertight.checks.support;

import org.jspecify.annotations.NullMarked;
