/** Stands for the part of ICU4J that GraalPy's parser needs. */
@NullMarked
package org.graalvm.shadowed.com.ibm.icu.lang;

import org.jspecify.annotations.NullMarked;
