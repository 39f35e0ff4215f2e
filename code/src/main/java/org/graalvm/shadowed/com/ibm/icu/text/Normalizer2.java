package org.graalvm.shadowed.com.ibm.icu.text;

import java.text.Normalizer;

/** The normalization of identifiers for GraalPy's parser, by means of the JDK. Thread-safe. */
public final class Normalizer2 {

    private static final Normalizer2 NFKC = new Normalizer2();

    private Normalizer2() {}

    /** The compatibility composition, which Python uses for identifiers (PEP 3131). */
    public static Normalizer2 getNFKCInstance() {
        return NFKC;
    }

    /** The text in that form. */
    public String normalize(CharSequence text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
