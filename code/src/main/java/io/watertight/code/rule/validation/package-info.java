/** What goes wrong inside a cross-validation: statistics, copies and predictions that know the fold they are judged on. */
@NullMarked
package io.watertight.code.rule.validation;

import org.jspecify.annotations.NullMarked;
